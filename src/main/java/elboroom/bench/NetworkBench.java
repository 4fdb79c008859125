package elboroom.bench;

import elboroom.data.ByteImageSet;
import elboroom.data.ImageShape;
import elboroom.measure.GridEvidence;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import elboroom.train.Trainer;
import elboroom.train.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;

/**
 * Training, decoding and encoding with the reference network, 784-512-256-2-256-512-784 or the convolutional one, on random
 * pixels, on which speed does not depend. Every figure is the median of {@value #REPEATS} repeats after warm-up.
 */
public final class NetworkBench {
    private static final int REPEATS = 9;
    private static final int BATCH = 128;
    private static final int IMAGES = 60_000;
    private static final int CHUNK = 1_000;
    private static final int GRID = 900;
    private static final int EVIDENCE_IMAGES = 100;
    private static final int EVIDENCE_SIDE = 200;

    private final VaeConfig config;
    private final int threads;
    private final boolean convolutional;

    /** @param threads that may work at once */
    public NetworkBench(boolean convolutional, int threads) {
        this.convolutional = convolutional;
        this.threads = threads;
        Architecture architecture =
                convolutional ? new Architecture.Convolutional() : new Architecture.Mlp(List.of(512, 256));
        config = new VaeConfig(ImageShape.MNIST, architecture, 2, Likelihood.BERNOULLI, 1, 0, false, 0);
    }

    /**
     * The figures.
     *
     * @param trainImagesPerSecond of whole steps of training: minibatch, forward, backward, Adam
     * @param decode1Micros for one point, to pixels
     * @param decode900Millis for 900 points, to pixels
     * @param encode1Micros for one image
     * @param encode60000Millis for 60,000 images, 1,000 at a time
     * @param evidence100Millis log p(x) of 100 images on a grid of 200×200 points, which are decoded for it; not a
     *     number for the convolutional network
     */
    public record Figures(
            double trainImagesPerSecond,
            double decode1Micros,
            double decode900Millis,
            double encode1Micros,
            double encode60000Millis,
            double evidence100Millis) {}

    /** Measures everything: some ten seconds, a minute for the convolutional network. */
    public Figures run() {
        double training = training();
        try (LayeredVae vae = new LayeredVae(LayeredNetwork.initial(config), threads)) {
            return inference(vae, training);
        }
    }

    private Figures inference(Vae vae, double training) {
        Random random = new Random(1);
        float[] z = new float[GRID * config.latentSize()];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) random.nextGaussian();
        }
        float[] one = Arrays.copyOf(z, config.latentSize());
        // The same thousand images sixty times, which are as much work and a sixtieth of the memory.
        float[] images = new float[CHUNK * config.shape().size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat();
        }
        float[] image = Arrays.copyOf(images, config.shape().size());
        double decodeOne = median(() -> vae.decode(one, 1), 300);
        double decodeGrid = median(() -> vae.decode(z, GRID), 8);
        double encodeOne = median(() -> vae.encode(image, 1), 300);
        double encodeAll = median(
                () -> {
                    for (int i = 0; i < IMAGES / CHUNK; i++) {
                        vae.encode(images, CHUNK);
                    }
                },
                1);
        return new Figures(
                training,
                decodeOne * 1e6,
                decodeGrid * 1e3,
                encodeOne * 1e6,
                encodeAll * 1e3,
                evidence(vae, images) * 1e3);
    }

    /** What is parallel in it may use no more threads than the rest. */
    private double evidence(Vae vae, float[] images) {
        if (convolutional) {
            return Double.NaN;
        }
        float[] some = Arrays.copyOf(images, EVIDENCE_IMAGES * config.shape().size());
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> median(() -> GridEvidence.of(vae, some, EVIDENCE_IMAGES, EVIDENCE_SIDE), 1))
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private double training() {
        return BATCH / secondsPerStep(config, threads, convolutional ? 8 : 40, 16);
    }

    /**
     * Seconds of a training step on 128 random images.
     *
     * @param steps that are timed together
     * @param warmUp so many times as many steps before
     */
    static double secondsPerStep(VaeConfig config, int threads, int steps, int warmUp) {
        byte[] pixels = new byte[IMAGES * config.shape().size()];
        new Random(0).nextBytes(pixels);
        ByteImageSet images = new ByteImageSet("random", config.shape(), List.of(), pixels, new byte[IMAGES]);
        int first = warmUp * steps;
        long[] starts = new long[first + REPEATS * steps + 1];
        try (Trainer trainer = new Trainer(new TrainingPlan(config, 10, BATCH, 1e-3), images, null, threads)) {
            for (int step = 0; step < starts.length; step++) {
                starts[step] = System.nanoTime();
                trainer.step();
            }
        }
        double[] seconds = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            int from = first + i * steps;
            seconds[i] = (starts[from + steps] - starts[from]) * 1e-9 / steps;
        }
        return Percentiles.of(seconds).p50();
    }

    /** Seconds for one run of {@code work}, which is timed {@code times} runs together; warmed up for as long as that. */
    private static double median(Runnable work, int times) {
        double[] seconds = new double[REPEATS];
        for (int repeat = -REPEATS / 2; repeat < REPEATS; repeat++) {
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            if (repeat >= 0) {
                seconds[repeat] = (System.nanoTime() - start) * 1e-9 / times;
            }
        }
        return Percentiles.of(seconds).p50();
    }
}
