package elboroom.train;

import elboroom.data.ImageSet;
import elboroom.measure.LossTerms;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Measures a network in training on the first images of the test split, with the same noise every time. */
final class TestMeter {
    /** Of so many, the average ELBO is 0.7 nat (one standard error) from that of all digits, the same all through a run. */
    private static final int MOST = 2_000;

    private static final int LEAST = 500;
    /** So that 48 looks at them take a twentieth of the work of training, of which a pass forward is a third. */
    private static final long SHARE = 600;

    private static final long NOISE = 0;
    private static final int CHUNK = 500;

    private final ImageSet images;
    private final int count;

    /**
     * Chooses how many images to look at: the same number all through a run, fewer in a short one.
     *
     * @param trained images that the whole run will see, each as often as it does
     */
    TestMeter(ImageSet images, long trained) {
        this.images = images;
        this.count = (int) Math.min(images.size(), Math.max(LEAST, Math.min(MOST, trained / SHARE)));
    }

    /** Images that are looked at, the first ones. */
    int count() {
        return count;
    }

    /** @param parameters kept by the snapshot, not copied */
    Snapshot measure(Vae vae, long step, float[] parameters) {
        int latent = vae.latentSize();
        int size = vae.shape().size();
        float[] mean = new float[count * latent];
        float[] logVariance = new float[count * latent];
        double distortion = 0;
        SplittableRandom random = new SplittableRandom(NOISE);
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            float[] pixels = images.images(from, from + rows);
            Posterior posterior = vae.encode(pixels, rows);
            System.arraycopy(posterior.mean(), 0, mean, from * latent, rows * latent);
            System.arraycopy(posterior.logVariance(), 0, logVariance, from * latent, rows * latent);
            float[] z = vae.autoencoder() ? posterior.mean() : posterior.sample(random);
            float[] logits = vae.decodeLogits(z, rows);
            for (int i = 0; i < rows; i++) {
                distortion += LossTerms.distortion(vae.likelihood(), pixels, i * size, logits, i * size, size);
            }
        }
        Posterior posterior = new Posterior(count, latent, mean, logVariance);
        TestLosses losses = new TestLosses(step, count, distortion / count, kl(posterior, vae.autoencoder()));
        return new Snapshot(step, parameters, posterior, losses);
    }

    private static List<Double> kl(Posterior posterior, boolean autoencoder) {
        int latent = posterior.latentSize();
        if (autoencoder) {
            return Collections.nCopies(latent, Double.NaN);
        }
        double[] kl = new double[latent];
        for (int j = 0; j < latent; j++) {
            for (int i = 0; i < posterior.count(); i++) {
                kl[j] += posterior.kl(i, j) / posterior.count();
            }
        }
        return Arrays.stream(kl).boxed().toList();
    }
}
