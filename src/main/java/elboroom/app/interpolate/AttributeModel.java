package elboroom.app.interpolate;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.EncodeAll;
import elboroom.app.explore.Workspace;
import elboroom.data.ImageSet;
import elboroom.measure.AttributeDirection;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Measures what sets one class apart from another, on an engine. For the thread of the window. */
final class AttributeModel {
    /** The first of larger sets are encoded: as many as a test split has. */
    private static final int MOST_IMAGES = 10_000;

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
    void measure(String model, String data, ImageSet images, int with, int without) {
        attribute.set(null);
        Measuring work = new Measuring(posterior, model, data, images, with, without);
        engine.<Result>submitSteps("attribute", () -> "measuring an attribute", work::step, result -> {
            posterior = result.posterior();
            attribute.set(result.attribute());
        });
    }

    private record Result(Posterior posterior, Attribute attribute) {}

    private final class Measuring {
        private final String model;
        private final String data;
        private final ImageSet images;
        private final int with;
        private final int without;
        private @Nullable Posterior codes;
        private @Nullable EncodeAll encoding;

        Measuring(@Nullable Posterior known, String model, String data, ImageSet images, int with, int without) {
            codes = known;
            this.model = model;
            this.data = data;
            this.images = images.size() > MOST_IMAGES ? images.first(MOST_IMAGES) : images;
            this.with = with;
            this.without = without;
        }

        Optional<Result> step(Vae vae) {
            Posterior known = codes;
            if (known == null) {
                codes = more(vae).orElse(null);
                return Optional.empty();
            }
            int[] labels = new int[Math.min(images.size(), known.count())];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = images.label(i);
            }
            AttributeDirection direction = AttributeDirection.of(known, labels, with, without);
            return Optional.of(new Result(
                    known,
                    new Attribute(
                            images.classNames().get(with), images.classNames().get(without), direction)));
        }

        private Optional<Posterior> more(Vae vae) {
            EncodeAll work = encoding;
            if (work == null) {
                Optional<Posterior> stored = workspace.stored(model, data).map(Workspace.Encoded::posterior);
                if (stored.isPresent()) {
                    return stored;
                }
                work = new EncodeAll(images, vae.latentSize(), data);
                encoding = work;
            }
            return work.apply(vae);
        }
    }
}
