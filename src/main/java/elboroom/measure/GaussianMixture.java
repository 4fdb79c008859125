package elboroom.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A mixture of Gaussians with full covariances, fitted to points by expectation-maximisation (Dempster 1977): a prior for
 * samples that knows where the codes are.
 */
public final class GaussianMixture {
    private static final int ITERATIONS = 200;
    /** Nats a point: less than this gained, and the fit is done. */
    private static final double ENOUGH = 1e-5;
    /** Added to the variances, relative to those of all points, so that no component shrinks onto one. */
    private static final double RIDGE = 1e-4;

    private final int d;
    private final double[] weight;
    private final double[][] mean;
    /** Cholesky factors of the covariances, [k][d][d]. */
    private final double[][] factor;

    private GaussianMixture(int d, double[] weight, double[][] mean, double[][] factor) {
        this.d = d;
        this.weight = weight;
        this.mean = mean;
        this.factor = factor;
    }

    /**
     * Fits: 10 components to 10,000 points of two dimensions take half a second.
     *
     * @param points row-major [n][d]
     * @param components k, at most n
     * @param seed of the start, which is that of k-means++ (Arthur 2007)
     */
    public static GaussianMixture fit(double[] points, int d, int components, long seed, Watch watch) {
        int n = points.length / d;
        double[] ridge = new double[d];
        double[] overall = new double[d * d];
        for (int j = 0; j < d; j++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = points[i * d + j];
            }
            double variance = n < 2 ? 1 : Doubles.variance(column);
            ridge[j] = RIDGE * variance + 1e-12;
            overall[j * d + j] = variance + ridge[j];
        }
        double[] weight = new double[components];
        Arrays.fill(weight, 1.0 / components);
        double[][] factor = new double[components][];
        Arrays.fill(factor, Cholesky.factor(overall, d));
        GaussianMixture mixture = new GaussianMixture(d, weight, start(points, d, components, seed), factor);
        double before = Double.NEGATIVE_INFINITY;
        double[][] responsibility = new double[components][n];
        for (int i = 0; i < ITERATIONS; i++) {
            double now = mixture.expect(points, responsibility);
            watch.step((i + 1.0) / ITERATIONS);
            if (now - before < ENOUGH) {
                break;
            }
            before = now;
            mixture = maximise(points, d, responsibility, ridge);
        }
        return mixture;
    }

    private static double[][] start(double[] points, int d, int components, long seed) {
        int n = points.length / d;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] means = new double[components][];
        double[] squared = new double[n];
        Arrays.fill(squared, 1);
        for (int c = 0; c < components; c++) {
            double left = random.nextDouble() * Arrays.stream(squared).sum();
            int chosen = 0;
            while (chosen < n - 1 && (left -= squared[chosen]) > 0) {
                chosen++;
            }
            means[c] = Arrays.copyOfRange(points, chosen * d, (chosen + 1) * d);
            for (int i = 0; i < n; i++) {
                double distance = 0;
                for (int j = 0; j < d; j++) {
                    double difference = points[i * d + j] - means[c][j];
                    distance += difference * difference;
                }
                squared[i] = c == 0 ? distance : Math.min(squared[i], distance);
            }
        }
        return means;
    }

    /** Writes each component's share in each point; returns the average log density. */
    private double expect(double[] points, double[][] responsibility) {
        int n = points.length / d;
        double[] terms = new double[weight.length];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < terms.length; c++) {
                terms[c] = logComponent(c, points, i * d);
            }
            double total = LogSum.of(terms, terms.length);
            sum += total;
            for (int c = 0; c < terms.length; c++) {
                responsibility[c][i] = Math.exp(terms[c] - total);
            }
        }
        return sum / n;
    }

    private static GaussianMixture maximise(double[] points, int d, double[][] responsibility, double[] ridge) {
        int k = responsibility.length;
        int n = points.length / d;
        double[] weight = new double[k];
        double[][] mean = new double[k][d];
        double[][] factor = new double[k][];
        for (int c = 0; c < k; c++) {
            double total = Arrays.stream(responsibility[c]).sum() + 1e-12;
            weight[c] = total / n;
            for (int i = 0; i < n * d; i++) {
                mean[c][i % d] += responsibility[c][i / d] * points[i] / total;
            }
            double[] covariance = new double[d * d];
            for (int i = 0; i < n; i++) {
                double share = responsibility[c][i] / total;
                for (int a = 0; a < d; a++) {
                    for (int b = 0; b <= a; b++) {
                        covariance[a * d + b] +=
                                share * (points[i * d + a] - mean[c][a]) * (points[i * d + b] - mean[c][b]);
                    }
                }
            }
            for (int a = 0; a < d; a++) {
                covariance[a * d + a] += ridge[a];
            }
            factor[c] = Cholesky.factor(covariance, d);
        }
        return new GaussianMixture(d, weight, mean, factor);
    }

    /** log (weight · density) of a component, nats. */
    private double logComponent(int c, double[] points, int at) {
        double[] y = new double[d];
        double sum = Math.log(weight[c]) - 0.5 * d * Math.log(2 * Math.PI);
        for (int a = 0; a < d; a++) {
            double value = points[at + a] - mean[c][a];
            for (int b = 0; b < a; b++) {
                value -= factor[c][a * d + b] * y[b];
            }
            y[a] = value / factor[c][a * d + a];
            sum -= 0.5 * y[a] * y[a] + Math.log(factor[c][a * d + a]);
        }
        return sum;
    }

    public int components() {
        return weight.length;
    }

    /** Share of a component. */
    public double weight(int component) {
        return weight[component];
    }

    /** Mean of a component, [d]. */
    public double[] mean(int component) {
        return mean[component].clone();
    }

    /** log density at a point, nats. */
    public double logDensity(double[] point) {
        double[] terms = new double[weight.length];
        Arrays.setAll(terms, c -> logComponent(c, point, 0));
        return LogSum.of(terms, terms.length);
    }

    /** Draws points, row-major [count][d]. */
    public double[] sample(int count, RandomGenerator random) {
        double[] points = new double[count * d];
        for (int i = 0; i < count; i++) {
            double left = random.nextDouble();
            int c = 0;
            while (c < weight.length - 1 && (left -= weight[c]) > 0) {
                c++;
            }
            double[] epsilon = new double[d];
            Arrays.setAll(epsilon, j -> random.nextGaussian());
            for (int a = 0; a < d; a++) {
                double value = mean[c][a];
                for (int b = 0; b <= a; b++) {
                    value += factor[c][a * d + b] * epsilon[b];
                }
                points[i * d + a] = value;
            }
        }
        return points;
    }
}
