package elboroom.measure;

import elboroom.model.Posterior;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Where a model's samples are drawn from: N(0, I), or, as a plain autoencoder has no prior, the Gaussian with the mean and
 * the standard deviations of its codes, which is the best one can do with it. Lengths in latent space are then measured in
 * these standard deviations, so that a map that is ten times as wide is not ten times as smooth.
 *
 * @param mean [d]
 * @param deviation [d], positive
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LatentPrior(double[] mean, double[] deviation) {
    private static final double LEAST = 1e-6;

    /** N(0, I). */
    public static LatentPrior standard(int latentSize) {
        double[] ones = new double[latentSize];
        Arrays.fill(ones, 1);
        return new LatentPrior(new double[latentSize], ones);
    }

    /** That of a model: of an autoencoder, from its codes. */
    public static LatentPrior of(boolean autoencoder, Posterior posterior) {
        int d = posterior.latentSize();
        if (!autoencoder) {
            return standard(d);
        }
        double[] mean = new double[d];
        double[] deviation = new double[d];
        for (int j = 0; j < d; j++) {
            double[] codes = new double[posterior.count()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = posterior.mean(i, j);
            }
            mean[j] = Doubles.mean(codes);
            deviation[j] = codes.length < 2 ? 1 : Math.max(LEAST, Math.sqrt(Doubles.variance(codes)));
        }
        return new LatentPrior(mean, deviation);
    }

    public int latentSize() {
        return mean.length;
    }

    /** log density at one of some points [n][d], nats. */
    public double logDensity(double[] points, int index) {
        int d = latentSize();
        double sum = -0.5 * d * Math.log(2 * Math.PI);
        for (int j = 0; j < d; j++) {
            double z = (points[index * d + j] - mean[j]) / deviation[j];
            sum -= 0.5 * z * z + Math.log(deviation[j]);
        }
        return sum;
    }

    /** Draws points, row-major [count][d]. */
    public double[] sample(int count, RandomGenerator random) {
        int d = latentSize();
        double[] points = new double[count * d];
        for (int i = 0; i < points.length; i++) {
            points[i] = mean[i % d] + deviation[i % d] * random.nextGaussian();
        }
        return points;
    }

    /** Points in standard deviations from the mean. */
    double[] standardised(double[] points) {
        int d = latentSize();
        double[] result = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            result[i] = (points[i] - mean[i % d]) / deviation[i % d];
        }
        return result;
    }
}
