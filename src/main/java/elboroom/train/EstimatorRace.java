package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The same small network trained side by side, once by each estimator of the encoder's gradient: the same first weights,
 * minibatches, noise and number of steps. Not safe to share between threads.
 */
public final class EstimatorRace implements AutoCloseable {
    /** Training images: the first of the data. */
    public static final int IMAGES = 2_000;

    public static final int HIDDEN = 128;
    public static final int LATENT = 2;
    public static final int BATCH = 64;
    /** Draws of each image in a step; the least with which its own average means something. */
    public static final int DRAWS = 4;

    public static final double LEARNING_RATE = 1e-3;
    private static final int SHOWN = 8;
    private static final long NOISE = 0x72616365L;

    private final VaeConfig config;
    private final Minibatches minibatches;
    private final TestMeter meter;
    private final float[] shown;
    private final int parameterCount;
    private final Map<Kind, EstimatorStep> runners = new EnumMap<>(Kind.class);
    private long step;

    /**
     * How far all are.
     *
     * @param step steps taken
     * @param elbo on test images, nats per image
     * @param reconstructions of the first test images, [n][D]
     */
    public record Lap(long step, Map<Kind, Double> elbo, Map<Kind, float[]> reconstructions) {}

    /**
     * Nobody has taken a step yet.
     *
     * @param likelihood p(x|z)
     * @param seed of weights, order and noise
     */
    public EstimatorRace(ImageSet training, ImageSet test, Likelihood likelihood, long seed) {
        config = new VaeConfig(
                training.shape(), new Architecture.Mlp(List.of(HIDDEN)), LATENT, likelihood, 1, 0, false, seed);
        int count = Math.min(IMAGES, training.size());
        minibatches = new Minibatches(training.first(count), BATCH, seed);
        meter = new TestMeter(test, count);
        shown = test.images(0, Math.min(SHOWN, test.size()));
        int parameters = 0;
        for (Kind kind : Kind.values()) {
            LayeredNetwork network = LayeredNetwork.initial(config);
            parameters = network.parameterCount();
            runners.put(kind, new EstimatorStep(network, kind, BATCH, DRAWS));
        }
        parameterCount = parameters;
    }

    /** All take one step. */
    public void step() {
        int count = minibatches.count(step);
        float[] images = minibatches.images(step, 0, count);
        SplittableRandom random = new SplittableRandom(
                new SplittableRandom(config.seed() ^ NOISE).nextLong() ^ new SplittableRandom(step).nextLong());
        float[] noise = new float[DRAWS * count * LATENT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        runners.values().forEach(runner -> runner.take(step, images, noise, LEARNING_RATE));
        step++;
    }

    /** Measures all on the test images, with the same noise every time. */
    public Lap lap() {
        Map<Kind, Double> elbo = new EnumMap<>(Kind.class);
        Map<Kind, float[]> pictures = new EnumMap<>(Kind.class);
        runners.forEach((kind, runner) -> {
            float[] parameters = new float[parameterCount];
            runner.readParameters(parameters);
            try (LayeredVae vae = LayeredVae.of(config, parameters, 1)) {
                TestLosses losses = meter.measure(vae, step, parameters).losses();
                elbo.put(kind, losses.elbo());
                int n = shown.length / config.shape().size();
                pictures.put(kind, vae.decode(vae.encode(shown, n).mean(), n));
            }
        });
        return new Lap(step, elbo, pictures);
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
