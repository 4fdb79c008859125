package elboroom.app.lessons;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.Decoded;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.lesson.Quantity;
import elboroom.model.Posterior;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** An image that is to be reached by the marker, or whose code is to be guessed. For the thread of the window. */
final class Target {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<@Nullable Image> image = new ReadOnlyObjectWrapper<>(this, "image");
    private int wanted = -1;

    /**
     * The image, and what the model makes of it.
     *
     * @param model that was asked
     * @param label its class
     * @param mean its code, [d]
     * @param best distance of what is decoded there to the image
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Image(String model, int index, float[] pixels, ImageShape shape, int label, double[] mean, double best) {}

    /**
     * @param engine of this alone
     * @param changed told that the image is known
     */
    Target(Workspace workspace, ExploreModel explore, Engine engine, Runnable changed) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        this.changed = changed;
        explore.imagesProperty().addListener(observable -> ask());
    }

    ReadOnlyObjectProperty<@Nullable Image> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** @param index in the data that is explored; −1 for none */
    void set(int index) {
        wanted = index;
        image.set(null);
        ask();
    }

    private void ask() {
        ImageSet images = explore.imagesProperty().get();
        if (wanted < 0 || images == null || wanted >= images.size()) {
            return;
        }
        String model = explore.model().name();
        int index = wanted;
        engine.keepOpen(model, explore.model().title(), () -> workspace.open(model));
        engine.submit(
                "target",
                vae -> {
                    float[] x = images.image(index);
                    Posterior posterior = vae.encode(x, 1);
                    double[] mean = new double[vae.latentSize()];
                    float[] z = new float[mean.length];
                    for (int j = 0; j < mean.length; j++) {
                        mean[j] = posterior.mean(0, j);
                        z[j] = (float) mean[j];
                    }
                    double best = distance(vae.decode(z, 1), x);
                    return new Image(model, index, x, images.shape(), images.label(index), mean, best);
                },
                found -> {
                    if (found.index() == wanted
                            && found.model().equals(explore.model().name())) {
                        image.set(found);
                        changed.run();
                    }
                });
    }

    double value(Quantity quantity) {
        Image now = image.get();
        if (now == null || !now.model().equals(explore.state().model())) {
            return Double.NaN;
        }
        return switch (quantity) {
            case TARGET_CLASS -> now.label();
            case TARGET_DISTANCE -> fromMarker(now);
            case TARGET_ERROR -> {
                Decoded decoded = explore.decodedProperty().get();
                yield decoded == null || decoded.pixels().length != now.pixels().length
                        ? Double.NaN
                        : distance(decoded.pixels(), now.pixels());
            }
            case TARGET_BEST -> now.best();
            default -> Double.NaN;
        };
    }

    private double fromMarker(Image now) {
        List<Double> marker = explore.state().latent();
        double sum = 0;
        for (int j = 0; j < now.mean().length; j++) {
            double step = marker.get(j) - now.mean()[j];
            sum += step * step;
        }
        return Math.sqrt(sum);
    }

    /** Root of the sum of squared differences of grey levels. */
    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
