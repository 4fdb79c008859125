package elboroom.measure;

import elboroom.model.Posterior;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Where a model's samples are drawn from: N(0, I), or, as a plain autoencoder has no prior, the Gaussian with the mean and
 * the covariance of its codes. In coordinates in which that is N(0, I) too, an autoencoder can be looked at as a VAE is.
 *
 * @param mean [d]
 * @param factor Cholesky factor L of the covariance L Lᵀ, [d][d]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LatentPrior(double[] mean, double[] factor) {
    /** Added to the variances, so that a dimension that is the same for all codes has some width. */
    private static final double LEAST = 1e-12;

    /** N(0, I). */
    public static LatentPrior standard(int latentSize) {
        double[] identity = new double[latentSize * latentSize];
        for (int j = 0; j < latentSize; j++) {
            identity[j * latentSize + j] = 1;
        }
        return new LatentPrior(new double[latentSize], identity);
    }

    /** That of a model: of an autoencoder, from its codes. */
    public static LatentPrior of(boolean autoencoder, Posterior posterior) {
        int d = posterior.latentSize();
        return autoencoder && posterior.count() > 1 ? gaussian(Doubles.of(posterior.mean()), d) : standard(d);
    }

    private static LatentPrior gaussian(double[] codes, int d) {
        int n = codes.length / d;
        double[] mean = new double[d];
        for (int i = 0; i < codes.length; i++) {
            mean[i % d] += codes[i] / n;
        }
        double[] covariance = new double[d * d];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < d; a++) {
                for (int b = 0; b <= a; b++) {
                    covariance[a * d + b] += (codes[i * d + a] - mean[a]) * (codes[i * d + b] - mean[b]) / n;
                }
            }
        }
        for (int a = 0; a < d; a++) {
            covariance[a * d + a] += LEAST;
        }
        return new LatentPrior(mean, Cholesky.factor(covariance, d));
    }

    public int latentSize() {
        return mean.length;
    }

    /** Points of N(0, I) as points of this, row-major [n][d]. */
    public double[] fromStandard(double[] standard) {
        int d = latentSize();
        double[] points = new double[standard.length];
        for (int i = 0; i < points.length; i++) {
            int row = i - i % d;
            double value = mean[i % d];
            for (int b = 0; b <= i % d; b++) {
                value += factor[i % d * d + b] * standard[row + b];
            }
            points[i] = value;
        }
        return points;
    }

    /** Points of this as points of N(0, I), row-major [n][d]. */
    public double[] toStandard(double[] points) {
        int d = latentSize();
        double[] standard = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            int row = i - i % d;
            double value = points[i] - mean[i % d];
            for (int b = 0; b < i % d; b++) {
                value -= factor[i % d * d + b] * standard[row + b];
            }
            standard[i] = value / factor[i % d * d + i % d];
        }
        return standard;
    }

    /** Draws points, row-major [count][d]. */
    public double[] sample(int count, RandomGenerator random) {
        double[] standard = new double[count * latentSize()];
        Arrays.setAll(standard, i -> random.nextGaussian());
        return fromStandard(standard);
    }
}
