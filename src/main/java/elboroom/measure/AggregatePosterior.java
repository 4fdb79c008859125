package elboroom.measure;

import elboroom.model.Posterior;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The aggregate posterior q(z) = (1/N) Σ_n q(z|x_n): where a model puts the images of a set, as a density on latent space.
 * In float64. Safe to share between threads.
 */
public final class AggregatePosterior {
    private static final double LOG_2PI = Math.log(2 * Math.PI);
    /** exp(−40) is lost beside 1 in float64: terms so far below the largest cost nothing. */
    private static final double NEGLIGIBLE = -40;

    private static final int STEP = 512;
    private static final int TASK = 32;

    private final int count;
    private final int latent;
    /** By dimension, then image: the loops over images are then such as the JIT vectorises. */
    private final double[][] mean;

    private final double[][] halfPrecision;
    /** log of each component's normalising constant. */
    private final double[] constant;

    /** @throws IllegalArgumentException if there are no images, or they are an autoencoder's codes, which have no density */
    public AggregatePosterior(Posterior posterior) {
        this(Doubles.of(posterior.mean()), Doubles.of(posterior.logVariance()), posterior.latentSize());
    }

    /**
     * The same of posteriors in float64.
     *
     * @param mean row-major [n][latent]
     * @param logVariance row-major [n][latent]
     */
    public AggregatePosterior(double[] mean, double[] logVariance, int latent) {
        count = mean.length / latent;
        if (count == 0) {
            throw new IllegalArgumentException("no images, so no aggregate posterior");
        }
        this.latent = latent;
        this.mean = new double[latent][count];
        halfPrecision = new double[latent][count];
        constant = new double[count];
        for (int n = 0; n < count; n++) {
            constant[n] = -0.5 * latent * LOG_2PI;
            for (int j = 0; j < latent; j++) {
                double lv = logVariance[n * latent + j];
                if (lv == Double.NEGATIVE_INFINITY) {
                    throw new IllegalArgumentException("an autoencoder's codes have no density");
                }
                this.mean[j][n] = mean[n * latent + j];
                halfPrecision[j][n] = 0.5 * Math.exp(-lv);
                constant[n] -= 0.5 * lv;
            }
        }
    }

    /** Number of images, N. */
    public int count() {
        return count;
    }

    /** Number of latent dimensions, d. */
    public int latentSize() {
        return latent;
    }

    /**
     * log q(z) of many points, shared out among the cores; the result does not depend on their number. 10,000 points under
     * 10,000 images of 2 dimensions take 0.2 s on two cores.
     *
     * @param points row-major [m][d]
     * @return [m], nats
     */
    public double[] logDensity(double[] points, Watch watch) {
        int total = points.length / latent;
        double[] result = new double[total];
        for (int from = 0; from < total; from += STEP) {
            int start = from;
            int end = Math.min(total, from + STEP);
            IntStream.range(0, (end - start + TASK - 1) / TASK).parallel().forEach(task -> {
                double[] terms = new double[count];
                for (int i = start + task * TASK; i < Math.min(end, start + (task + 1) * TASK); i++) {
                    result[i] = logDensity(points, i * latent, terms);
                }
            });
            watch.step((double) end / total);
        }
        return result;
    }

    private double logDensity(double[] points, int offset, double[] terms) {
        System.arraycopy(constant, 0, terms, 0, count);
        for (int j = 0; j < latent; j++) {
            subtract(terms, points[offset + j], mean[j], halfPrecision[j], count);
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            largest = term > largest ? term : largest;
        }
        double sum = 0;
        for (double term : terms) {
            double below = term - largest;
            if (below > NEGLIGIBLE) {
                sum += Math.exp(below);
            }
        }
        return largest + Math.log(sum) - Math.log(count);
    }

    private static void subtract(double[] terms, double z, double[] mean, double[] halfPrecision, int count) {
        for (int n = 0; n < count; n++) {
            double difference = z - mean[n];
            terms[n] -= difference * difference * halfPrecision[n];
        }
    }

    /** log q(z|x_n) at a point, nats. */
    double logComponent(int image, double[] points, int offset) {
        double sum = constant[image];
        for (int j = 0; j < latent; j++) {
            double difference = points[offset + j] - mean[j][image];
            sum -= difference * difference * halfPrecision[j][image];
        }
        return sum;
    }

    /** Draws {@code size} points: an image at random, then a point of its posterior. Row-major [size][d]. */
    public double[] sample(int size, RandomGenerator random) {
        double[] points = new double[size * latent];
        for (int i = 0; i < size; i++) {
            int image = random.nextInt(count);
            for (int j = 0; j < latent; j++) {
                double deviation = Math.sqrt(0.5 / halfPrecision[j][image]);
                points[i * latent + j] = mean[j][image] + deviation * random.nextGaussian();
            }
        }
        return points;
    }

    /** log p(z) of the prior N(0, I) at a point, nats. */
    public static double logPrior(double[] points, int offset, int latent) {
        double squared = 0;
        for (int j = 0; j < latent; j++) {
            squared += points[offset + j] * points[offset + j];
        }
        return -0.5 * (squared + latent * LOG_2PI);
    }
}
