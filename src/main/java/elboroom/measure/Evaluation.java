package elboroom.measure;

import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What a model is worth on a set of images: both losses per image, and per latent dimension whether it carries information.
 * Everything in nats per image. Of a plain autoencoder, which has no prior, the rate is not a number; its distortion is
 * that at the code.
 *
 * @param posterior of every image
 * @param distortion −log p(x|z) per image, one seeded draw of z each; its average has a standard error of under 0.1 nat on
 *     10,000 digits
 * @param distortionAtMean −log p(x|z = mean) per image
 */
public record Evaluation(Posterior posterior, double[] distortion, double[] distortionAtMean) {
    /** Burda 2016: a dimension is active when the variance of its means over the data exceeds this. */
    public static final double ACTIVE_VARIANCE = 0.01;
    /** ε and δ of (ε,δ)-collapse, Lucas 2019. */
    public static final double COLLAPSE_EPSILON = 0.01;

    public static final double COLLAPSE_DELTA = 0.01;

    /** Seed of the noise of cards and the command line. */
    public static final long USUAL_SEED = 0;

    private static final int CHUNK = 500;

    /** Evaluates all images with the noise of cards and the command line: anyone's figures for a model are the same. */
    public static Evaluation of(Vae vae, ImageSet images) {
        return of(vae, images, images.size(), USUAL_SEED, () -> false);
    }

    /**
     * Evaluates the first {@code count} images.
     *
     * @param seed of the noise; the same seed gives the same figures
     * @param cancelled asked between chunks; once true, the evaluation ends with {@link CancellationException}
     */
    public static Evaluation of(Vae vae, ImageSet images, int count, long seed, BooleanSupplier cancelled) {
        int latent = vae.latentSize();
        float[] mean = new float[count * latent];
        float[] logVariance = new float[count * latent];
        double[] distortion = new double[count];
        double[] distortionAtMean = new double[count];
        SplittableRandom random = new SplittableRandom(seed);
        for (int from = 0; from < count; from += CHUNK) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("evaluation cancelled");
            }
            int rows = Math.min(CHUNK, count - from);
            float[] pixels = images.images(from, from + rows);
            Posterior posterior = vae.encode(pixels, rows);
            System.arraycopy(posterior.mean(), 0, mean, from * latent, rows * latent);
            System.arraycopy(posterior.logVariance(), 0, logVariance, from * latent, rows * latent);
            distortions(vae, pixels, posterior.mean(), distortionAtMean, from, rows);
            if (vae.autoencoder()) {
                System.arraycopy(distortionAtMean, from, distortion, from, rows);
            } else {
                distortions(vae, pixels, posterior.sample(random), distortion, from, rows);
            }
        }
        return new Evaluation(new Posterior(count, latent, mean, logVariance), distortion, distortionAtMean);
    }

    private static void distortions(Vae vae, float[] pixels, float[] latents, double[] target, int from, int rows) {
        float[] logits = vae.decodeLogits(latents, rows);
        int size = vae.shape().size();
        for (int i = 0; i < rows; i++) {
            target[from + i] = LossTerms.distortion(vae.likelihood(), pixels, i * size, logits, i * size, size);
        }
    }

    public int count() {
        return posterior.count();
    }

    public double averageDistortion() {
        return average(distortion);
    }

    public double averageDistortionAtMean() {
        return average(distortionAtMean);
    }

    /** Average KL of each dimension; not a number for an autoencoder. */
    public double[] ratePerDimension() {
        double[] rate = new double[posterior.latentSize()];
        for (int j = 0; j < rate.length; j++) {
            for (int i = 0; i < count(); i++) {
                rate[j] += kl(i, j) / count();
            }
        }
        return rate;
    }

    public double averageRate() {
        return Arrays.stream(ratePerDimension()).sum();
    }

    public double averageElbo() {
        return -averageDistortion() - averageRate();
    }

    /** The β-objective, distortion + β · rate (Higgins 2017); with β other than 1 not the negative ELBO. */
    public double averageObjective(double beta) {
        return averageDistortion() + beta * averageRate();
    }

    /** ELBO of every image. */
    public double[] elbo() {
        double[] elbo = new double[count()];
        Arrays.setAll(elbo, this::elbo);
        return elbo;
    }

    /** ELBO of one image: −distortion − rate. */
    public double elbo(int image) {
        return -distortion[image] - rate(image);
    }

    /** KL of one image from the prior; not a number for an autoencoder. */
    public double rate(int image) {
        double rate = 0;
        for (int j = 0; j < posterior.latentSize(); j++) {
            rate += kl(image, j);
        }
        return rate;
    }

    private double kl(int image, int dimension) {
        double logVariance = posterior.logVariance(image, dimension);
        return logVariance == Double.NEGATIVE_INFINITY ? Double.NaN : posterior.kl(image, dimension);
    }

    /** Variance over the images of each dimension's mean, with divisor n. */
    public double[] varianceOfMeans() {
        double[] variance = new double[posterior.latentSize()];
        for (int j = 0; j < variance.length; j++) {
            double average = 0;
            for (int i = 0; i < count(); i++) {
                average += posterior.mean(i, j) / (double) count();
            }
            for (int i = 0; i < count(); i++) {
                double deviation = posterior.mean(i, j) - average;
                variance[j] += deviation * deviation / count();
            }
        }
        return variance;
    }

    public int activeUnits() {
        return (int) Arrays.stream(varianceOfMeans())
                .filter(v -> v > ACTIVE_VARIANCE)
                .count();
    }

    /** Number of (ε,δ)-collapsed dimensions: those whose KL is below ε for at least a share 1 − δ of the images. */
    public int collapsedDimensions() {
        return (int) Arrays.stream(shareBelowEpsilon())
                .filter(share -> share >= 1 - COLLAPSE_DELTA)
                .count();
    }

    /** Of each dimension, the share of the images whose KL is below ε. */
    public double[] shareBelowEpsilon() {
        double[] share = new double[posterior.latentSize()];
        for (int j = 0; j < share.length; j++) {
            int below = 0;
            for (int i = 0; i < count(); i++) {
                below += kl(i, j) < COLLAPSE_EPSILON ? 1 : 0;
            }
            share[j] = (double) below / count();
        }
        return share;
    }

    private static double average(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
