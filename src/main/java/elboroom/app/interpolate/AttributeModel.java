package elboroom.app.interpolate;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.CodesOf;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.data.ImageSet;
import elboroom.measure.AttributeDirection;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Measures what sets one class apart from another, on an engine. For the thread of the window. */
final class AttributeModel {
    private final Workspace workspace;
    private final Engine engine;
    private final ReadOnlyObjectWrapper<@Nullable Attribute> attribute = new ReadOnlyObjectWrapper<>(this, "attribute");
    /** Of the model and data of now, once it was needed. */
    private @Nullable Posterior posterior;

    AttributeModel(Workspace workspace, Engine engine) {
        this.workspace = workspace;
        this.engine = engine;
    }

    /** The one measured last, or null. */
    ReadOnlyObjectProperty<@Nullable Attribute> attributeProperty() {
        return attribute.getReadOnlyProperty();
    }

    void forget() {
        posterior = null;
        attribute.set(null);
        engine.cancel("attribute");
    }

    /** Measures the direction from one class to another of the images. */
    void measure(String model, DataChoice data, ImageSet images, int with, int without) {
        attribute.set(null);
        Posterior known = posterior;
        Function<Vae, Optional<Posterior>> codes =
                known == null ? new CodesOf(workspace, model, data) : vae -> Optional.of(known);
        engine.<Result>submitSteps(
                "attribute",
                () -> "measuring an attribute",
                vae -> codes.apply(vae).map(found -> new Result(found, between(found, images, with, without))),
                result -> {
                    posterior = result.posterior();
                    attribute.set(result.attribute());
                });
    }

    private record Result(Posterior posterior, Attribute attribute) {}

    private static Attribute between(Posterior codes, ImageSet images, int with, int without) {
        int[] labels = new int[Math.min(images.size(), codes.count())];
        Arrays.setAll(labels, images::label);
        return new Attribute(
                images.classNames().get(with),
                images.classNames().get(without),
                AttributeDirection.of(codes, labels, with, without));
    }
}
