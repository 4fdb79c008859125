package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.measure.DataBounds;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.measure.Watch;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The same small network trained side by side, once by each estimator of the encoder's gradient: the same first weights,
 * minibatches, noise and number of steps. Not safe to share between threads.
 */
public final class EstimatorRace implements AutoCloseable {
    public static final int LATENT = 2;
    private static final int SHOWN = 8;
    private static final long NOISE = 0x72616365L;

    private final Setup setup;
    private final VaeConfig config;
    private final Minibatches minibatches;
    private final TestMeter meter;
    private final float[] shown;
    private final double ignoring;
    private final Map<Kind, EstimatorStep> runners = new EnumMap<>(Kind.class);
    private long step;

    /**
     * What is the same for all.
     *
     * @param images the first of the data, that they are trained on
     * @param hidden units of the encoder's hidden layer, and of the decoder's
     * @param batch images in a minibatch
     * @param draws of each image in a step; an image's own average needs at least 2
     * @param learningRate Adam's
     */
    public record Setup(int images, int hidden, int batch, int draws, double learningRate) {
        /** With which the curves part within a few hundred steps; 18 ms each on two cores. */
        public static final Setup USUAL = new Setup(2_000, 128, 64, 4, 3e-3);
    }

    /**
     * How far all are.
     *
     * @param step steps taken
     * @param elbo on test images, nats per image
     * @param ignoring ELBO, on the same images, of the best decoder that ignores z
     * @param inputs the first test images, [n][D]
     * @param reconstructions of them, [n][D]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Lap(
            long step, Map<Kind, Double> elbo, double ignoring, float[] inputs, Map<Kind, float[]> reconstructions) {}

    /**
     * Nobody has taken a step yet.
     *
     * @param likelihood p(x|z)
     * @param seed of weights, order and noise
     */
    public EstimatorRace(ImageSet training, ImageSet test, Likelihood likelihood, Setup setup, long seed) {
        this.setup = setup;
        config = new VaeConfig(
                training.shape(), new Architecture.Mlp(List.of(setup.hidden())), LATENT, likelihood, 1, 0, false, seed);
        ImageSet images = first(training, setup.images());
        minibatches = new Minibatches(images, setup.batch(), seed);
        meter = new TestMeter(test, images.size());
        ignoring = -DataBounds.of(first(test, meter.count()), images, likelihood, Watch.NONE)
                .collapsed();
        shown = test.images(0, Math.min(SHOWN, test.size()));
        for (Kind kind : Kind.values()) {
            runners.put(kind, new EstimatorStep(LayeredNetwork.initial(config), kind, setup.batch(), setup.draws()));
        }
    }

    private static ImageSet first(ImageSet images, int count) {
        return count < images.size() ? images.first(count) : images;
    }

    /** All take one step. */
    public void step() {
        int count = minibatches.count(step);
        float[] images = new float[count * config.shape().size()];
        minibatches.copyImages(step, 0, count, images);
        SplittableRandom random = new SplittableRandom(
                new SplittableRandom(config.seed() ^ NOISE).nextLong() ^ new SplittableRandom(step).nextLong());
        float[] noise = new float[setup.draws() * count * LATENT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        each(kind -> runner(kind).take(step, images, noise, setup.learningRate()));
        step++;
    }

    /** Measures all on the test images, with the same noise every time. */
    public Lap lap() {
        Map<Kind, Double> elbo = new ConcurrentHashMap<>();
        Map<Kind, float[]> pictures = new ConcurrentHashMap<>();
        each(kind -> {
            float[] parameters = runner(kind).parameters();
            try (LayeredVae vae = LayeredVae.of(config, parameters, 1)) {
                elbo.put(kind, meter.measure(vae, step, parameters).losses().elbo());
                int n = shown.length / config.shape().size();
                pictures.put(kind, vae.decode(vae.encode(shown, n).mean(), n));
            }
        });
        return new Lap(step, elbo, ignoring, shown, pictures);
    }

    private EstimatorStep runner(Kind kind) {
        return Objects.requireNonNull(runners.get(kind));
    }

    /** At the same time, as far as there are cores; none has to do with another. */
    private static void each(Consumer<Kind> work) {
        Arrays.stream(Kind.values()).parallel().forEach(work);
    }

    /** Steps taken by each. */
    public long steps() {
        return step;
    }

    @Override
    public void close() {
        runners.values().forEach(EstimatorStep::close);
    }
}
