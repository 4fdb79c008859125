package elboroom.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Two-sample test by the maximum mean discrepancy (Gretton 2012): whether two sets of points may be drawn from one
 * distribution. Gaussian kernel exp(−|a − b|²/2h²), h the median distance between two points of the pooled sample.
 *
 * @param mmd root of the biased estimate of MMD², 0 for equal distributions, at most √2
 * @param p share of random relabellings of the points, this one included, whose MMD is as large: small if the sets differ
 * @param bandwidth h
 */
public record Mmd(double mmd, double p, double bandwidth) {
    private static final int PERMUTATIONS = 499;

    /**
     * Compares two samples of equal size; 500 against 500 points take 0.5 s.
     *
     * @param a [n][d]
     * @param b [n][d]
     */
    public static Mmd of(double[] a, double[] b, int dimensions, long seed, Watch watch) {
        int n = a.length / dimensions;
        int total = 2 * n;
        double[] points = Arrays.copyOf(a, 2 * a.length);
        System.arraycopy(b, 0, points, a.length, b.length);
        double[] kernel = squaredDistances(points, dimensions, total);
        double median = median(kernel, total);
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-kernel[i] / (2 * median));
        }
        double[] sign = new double[total];
        Arrays.fill(sign, 0, n, 1);
        Arrays.fill(sign, n, total, -1);
        double observed = squared(kernel, sign);
        int asLarge = 1;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PERMUTATIONS; i++) {
            int[] order = Collapse.permutation(total, random);
            double[] shuffled = new double[total];
            for (int k = 0; k < total; k++) {
                shuffled[k] = sign[order[k]];
            }
            asLarge += squared(kernel, shuffled) >= observed ? 1 : 0;
            watch.step((i + 1.0) / PERMUTATIONS);
        }
        return new Mmd(Math.sqrt(Math.max(0, observed)), (double) asLarge / (PERMUTATIONS + 1), Math.sqrt(median));
    }

    private static double[] squaredDistances(double[] points, int d, int total) {
        double[] squared = new double[total * total];
        for (int i = 0; i < total; i++) {
            for (int k = 0; k < i; k++) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    double difference = points[i * d + j] - points[k * d + j];
                    sum += difference * difference;
                }
                squared[i * total + k] = sum;
                squared[k * total + i] = sum;
            }
        }
        return squared;
    }

    /** Of the squared distances of different points; 1 if all points are one. */
    private static double median(double[] squared, int total) {
        double[] below = new double[total * (total - 1) / 2];
        int count = 0;
        for (int i = 0; i < total; i++) {
            for (int k = 0; k < i; k++) {
                below[count++] = squared[i * total + k];
            }
        }
        Arrays.sort(below);
        double median = below[count / 2];
        return median > 0 ? median : 1;
    }

    /** (1/n²) Σ s_i s_k k(i,k), with s = 1 in one set and −1 in the other. */
    private static double squared(double[] kernel, double[] sign) {
        int total = sign.length;
        double sum = 0;
        for (int i = 0; i < total; i++) {
            double row = 0;
            for (int k = 0; k < total; k++) {
                row += kernel[i * total + k] * sign[k];
            }
            sum += sign[i] * row;
        }
        return 4 * sum / ((double) total * total);
    }
}
