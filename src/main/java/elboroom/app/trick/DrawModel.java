package elboroom.app.trick;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.data.ImageSet;
import elboroom.measure.GradientEstimators;
import elboroom.measure.LatentDraw;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One draw of one image's code: either the noise is held and the image changes, or the image is held and the noise is drawn
 * anew. For the thread of the window.
 */
public final class DrawModel {
    /** Draws whose gradients are shown behind the present one. */
    static final int OTHERS = 64;

    private static final long SEED = 5;

    private final ExploreModel explore;
    private final Engine engine;
    private final Supplier<Boolean> ready;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final ReadOnlyObjectWrapper<@Nullable Drawn> drawn = new ReadOnlyObjectWrapper<>(this, "drawn");
    /** Gradients by the mean of other draws of the same image. */
    private final ReadOnlyObjectWrapper<@Nullable GradientEstimators> others =
            new ReadOnlyObjectWrapper<>(this, "others");

    private final ReadOnlyObjectWrapper<Way> way = new ReadOnlyObjectWrapper<>(this, "way", Way.REPARAMETERISED);
    private double[] noise = {1.1, 0.7};
    private int index = -1;
    private int othersOf = -1;

    /**
     * @param engine that has the explored model, or is opening it
     * @param ready whether there is anything to draw: the tab is shown, and the model has posteriors
     */
    DrawModel(ExploreModel explore, Engine engine, Supplier<Boolean> ready) {
        this.explore = explore;
        this.engine = engine;
        this.ready = ready;
        explore.imagesProperty().addListener(observable -> ask());
    }

    // ---- what there is to see ----

    /** The draw; null until there is one. */
    public ReadOnlyObjectProperty<@Nullable Drawn> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** Estimates by {@value #OTHERS} other draws of the same image; null until they are there. */
    public ReadOnlyObjectProperty<@Nullable GradientEstimators> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** How z is come by. */
    public ReadOnlyObjectProperty<Way> wayProperty() {
        return way.getReadOnlyProperty();
    }

    /** ε, all dimensions. */
    public double[] noise() {
        return noise.clone();
    }

    /** The image that is drawn from. */
    public int image() {
        return Math.max(0, index);
    }

    // ---- commands ----

    /** Holds both; the image is the first if there is none of that number. */
    void show(int image, double[] epsilon) {
        index = image;
        setNoise(epsilon);
    }

    public void choose(Way wanted) {
        way.set(wanted);
    }

    /** Holds ε and changes the input. */
    public void chooseImage(int image) {
        ImageSet images = explore.imagesProperty().get();
        if (images != null && image >= 0 && image < images.size()) {
            index = image;
            ask();
        }
    }

    /** The next image of the data, after the last the first. */
    public void nextImage() {
        ImageSet images = explore.imagesProperty().get();
        if (images != null) {
            chooseImage((index + 1) % images.size());
        }
    }

    /** Holds the input and sets ε. */
    public void setNoise(double[] epsilon) {
        noise = epsilon.clone();
        ask();
    }

    /** A fresh ε, standard normal. */
    public double[] freshNoise() {
        return gaussian(noise.length);
    }

    private double[] gaussian(int length) {
        double[] fresh = new double[length];
        Arrays.setAll(fresh, j -> random.nextGaussian());
        return fresh;
    }

    /** Another model or other data: nothing of the old is shown, the image that is looked at in Explore is taken. */
    void renew() {
        drawn.set(null);
        others.set(null);
        othersOf = -1;
        int d = explore.model().latentSize();
        if (noise.length != d) {
            double[] fitted = gaussian(d);
            System.arraycopy(noise, 0, fitted, 0, Math.min(2, Math.min(d, noise.length)));
            noise = fitted;
        }
        ask();
    }

    /** The image that is selected in Explore. */
    void follow(int selected) {
        if (selected >= 0 && selected != index) {
            index = selected;
            ask();
        }
    }

    private void ask() {
        ImageSet images = explore.imagesProperty().get();
        if (!ready.get() || images == null) {
            return;
        }
        index = index < 0 || index >= images.size() ? 0 : index;
        int chosen = index;
        double[] epsilon = noise.clone();
        engine.submit(
                "draw",
                vae -> {
                    float[] x = images.image(chosen);
                    LatentDraw draw = LatentDraw.of(vae, x, vae.encode(x, 1), epsilon);
                    return new Drawn(chosen, images.shape(), x, draw, vae.decode(floats(draw.z()), 1));
                },
                drawn::set);
        if (othersOf != chosen) {
            othersOf = chosen;
            engine.submit(
                    "others",
                    vae -> {
                        float[] x = images.image(chosen);
                        Posterior posterior = vae.encode(x, 1);
                        return GradientEstimators.of(vae, x, posterior, OTHERS, SEED, Watch.NONE);
                    },
                    others::set);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
