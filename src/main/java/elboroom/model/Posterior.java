package elboroom.model;

import java.util.random.RandomGenerator;

/**
 * The approximate posteriors q(z|x) = N(mean, diag exp(logVariance)) of n images.
 *
 * @param count number of images, n
 * @param latentSize number of latent dimensions, d
 * @param mean row-major [n][d]
 * @param logVariance row-major [n][d]; of a plain autoencoder, which has none, negative infinity
 */
public record Posterior(int count, int latentSize, float[] mean, float[] logVariance) {
    public Posterior {
        if (mean.length != count * latentSize || logVariance.length != count * latentSize) {
            throw new IllegalArgumentException("posterior of %d×%d has %d means and %d log variances"
                    .formatted(count, latentSize, mean.length, logVariance.length));
        }
    }

    public float mean(int image, int dimension) {
        return mean[image * latentSize + dimension];
    }

    public float logVariance(int image, int dimension) {
        return logVariance[image * latentSize + dimension];
    }

    /** Standard deviation σ of one dimension of one image's posterior. */
    public double deviation(int image, int dimension) {
        return Math.exp(0.5 * logVariance(image, dimension));
    }

    /** KL(q(z_j|x) ‖ N(0,1)) in nats: ½(mean² + exp(lv) − lv − 1). Kingma and Welling 2014, appendix B. */
    public double kl(int image, int dimension) {
        double mean = mean(image, dimension);
        double logVariance = logVariance(image, dimension);
        return 0.5 * (mean * mean + Math.expm1(logVariance) - logVariance);
    }

    /** One draw of z for every image, mean + σ·ε with ε standard normal, row-major [n][d]. */
    public float[] sample(RandomGenerator random) {
        float[] z = new float[mean.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (mean[i] + Math.exp(0.5 * logVariance[i]) * random.nextGaussian());
        }
        return z;
    }
}
