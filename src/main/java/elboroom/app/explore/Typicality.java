package elboroom.app.explore;

import elboroom.data.ImageSet;
import elboroom.measure.LossTerms;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * The ELBOs of all test images under one model, and where another one stands among them.
 *
 * @param elbos per image, nats, ascending
 */
public record Typicality(double[] elbos) {
    /** Share of the test images, in percent, whose ELBO is lower: that this image is more typical than. */
    public double percentile(double elbo) {
        if (elbos.length == 0) {
            return Double.NaN;
        }
        int at = Arrays.binarySearch(elbos, elbo);
        int lower = at < 0 ? -at - 1 : at;
        while (lower > 0 && elbos[lower - 1] == elbo) {
            lower--;
        }
        return 100.0 * lower / elbos.length;
    }

    /**
     * Estimates every test image's ELBO from one draw of its posterior, a batch a step. One draw an image is enough: its
     * spread, a nat or two, is small beside that between images, some thirty.
     */
    static final class Survey implements Function<Vae, Optional<Typicality>> {
        private static final int BATCH = 100;

        private final ImageSet images;
        private final double[] elbos;
        private final Random noise = new Random(0);
        private volatile int done;

        Survey(ImageSet images) {
            this.images = images;
            elbos = new double[images.size()];
        }

        /** How far it is, for the status line. */
        String progress() {
            return "measuring the test images: %,d of %,d".formatted(done, elbos.length);
        }

        @Override
        public Optional<Typicality> apply(Vae vae) {
            int from = done;
            int to = Math.min(elbos.length, from + BATCH);
            measure(vae, from, to);
            done = to;
            if (to < elbos.length) {
                return Optional.empty();
            }
            Arrays.sort(elbos);
            return Optional.of(new Typicality(elbos));
        }

        private void measure(Vae vae, int from, int to) {
            int count = to - from;
            int d = vae.latentSize();
            int size = vae.shape().size();
            float[] x = images.images(from, to);
            Posterior posterior = vae.encode(x, count);
            float[] latents = new float[count * d];
            for (int i = 0; i < latents.length; i++) {
                double deviation = posterior.deviation(i / d, i % d);
                latents[i] = (float) (posterior.mean()[i] + noise.nextGaussian() * deviation);
            }
            float[] logits = vae.decodeLogits(latents, count);
            for (int i = 0; i < count; i++) {
                double rate = vae.autoencoder() ? 0 : Inspection.rate(posterior, i);
                elbos[from + i] = -rate - LossTerms.distortion(vae.likelihood(), x, i * size, logits, i * size, size);
            }
        }
    }
}
