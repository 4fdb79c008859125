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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Measures what sets one class apart from another, on an engine. For the thread of the window. */
final class AttributeModel {
    /** How far the way along an attribute may go, either way, in distances between the two classes' means. */
    static final double MOST = 2;

    private final Workspace workspace;
    private final Engine engine;
    private final ReadOnlyObjectWrapper<Classes> classes = new ReadOnlyObjectWrapper<>(this, "classes", Classes.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Attribute> attribute = new ReadOnlyObjectWrapper<>(this, "attribute");
    /** What is being measured, or has been, of the model of now. */
    private Classes asked = Classes.NONE;
    /** Of the model and data of now, once it was needed. */
    private @Nullable Posterior posterior;

    AttributeModel(Workspace workspace, Engine engine) {
        this.workspace = workspace;
        this.engine = engine;
    }

    /**
     * Two classes by their number; −1 where none is chosen yet.
     *
     * @param with that has the attribute
     * @param without that has it not
     */
    record Classes(int with, int without) {
        static final Classes NONE = new Classes(-1, -1);

        /** Whether there is something that sets one apart from the other. */
        private boolean areTwoOf(int count) {
            return with != without && Math.min(with, without) >= 0 && Math.max(with, without) < count;
        }
    }

    /** Those that are chosen. */
    ReadOnlyObjectProperty<Classes> classesProperty() {
        return classes.getReadOnlyProperty();
    }

    /** What sets the chosen classes apart; null until it is measured. */
    ReadOnlyObjectProperty<@Nullable Attribute> attributeProperty() {
        return attribute.getReadOnlyProperty();
    }

    /** From A along the attribute, {@code amount} times from one class's mean to the other's; null without either. */
    @Nullable
    Trip along(Trip trip, double amount) {
        Attribute known = attribute.get();
        if (known == null || trip.stops().isEmpty() || !trip.stops().get(0).isPlaced()) {
            return null;
        }
        double much = Math.max(-MOST, Math.min(MOST, amount));
        double[] z = trip.stops().get(0).latent();
        for (int j = 0; j < z.length; j++) {
            z[j] += much * known.direction().vector()[j];
        }
        String words = "A %+.1f · (%s − %s)"
                .formatted(much, known.with(), known.without())
                .replace('-', '−');
        return new Trip(List.of(trip.stops().get(0), Stop.place(z, words)), false);
    }

    /** How far a trip goes from A along the attribute; 0 if it goes elsewhere. */
    double amount(Trip trip) {
        Attribute known = attribute.get();
        if (known == null || trip.stops().size() != 2 || trip.closed() || !trip.isPlaced()) {
            return 0;
        }
        double[] from = trip.stops().get(0).latent();
        double[] to = trip.stops().get(1).latent();
        double[] vector = known.direction().vector();
        double product = 0;
        double squared = 0;
        for (int j = 0; j < vector.length; j++) {
            product += (to[j] - from[j]) * vector[j];
            squared += vector[j] * vector[j];
        }
        double amount = squared > 0 ? product / squared : 0;
        double off = 0;
        for (int j = 0; j < vector.length; j++) {
            double across = to[j] - from[j] - amount * vector[j];
            off += across * across;
        }
        // Rounded in a file of a view, it is still on the arrow.
        return off <= 1e-8 * squared && Math.abs(amount) <= MOST + 1e-6 ? amount : 0;
    }

    void choose(Classes wanted) {
        if (!wanted.equals(classes.get())) {
            stop();
            classes.set(wanted);
        }
    }

    /** Another model is looked at: of it, nothing is measured yet. */
    void forget() {
        posterior = null;
        stop();
    }

    private void stop() {
        asked = Classes.NONE;
        engine.cancel("attribute");
        attribute.set(null);
    }

    /** Measures the direction from one of the chosen classes to the other, unless that has been done. */
    void measure(String model, DataChoice data, ImageSet images) {
        Classes chosen = classes.get();
        if (chosen.equals(asked) || !chosen.areTwoOf(images.classNames().size())) {
            return;
        }
        asked = chosen;
        Posterior known = posterior;
        Function<Vae, Optional<Posterior>> codes =
                known == null ? new CodesOf(workspace, model, data) : vae -> Optional.of(known);
        engine.<Result>submitSteps(
                "attribute",
                () -> "measuring an attribute",
                vae -> codes.apply(vae)
                        .map(found -> new Result(found, between(found, images, chosen.with(), chosen.without()))),
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
