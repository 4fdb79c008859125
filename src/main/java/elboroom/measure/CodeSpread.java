package elboroom.measure;

import elboroom.model.Posterior;
import java.util.Arrays;
import java.util.List;

/**
 * How far the posterior means, or a plain autoencoder's codes, lie about, in units of z, where a sample of the prior N(0, I)
 * has a deviation of 1.
 *
 * @param deviation √(1/d Σ_j Var_x(mean_j)), the standard deviation of a mean's coordinate over all dimensions
 * @param farthest greatest ‖mean‖ of any image
 * @param withinPrior share of the images with ‖mean‖ no greater than {@link #priorRadius}
 * @param withinPriorByClass the same among the images of each class; NaN for a class without any
 */
public record CodeSpread(double deviation, double farthest, double withinPrior, List<Double> withinPriorByClass) {
    /** Of the standard normal distribution at 0.99. */
    private static final double QUANTILE = 2.3263478740408408;

    /**
     * The radius within which 99% of the prior's samples lie, √χ²_d(0.99), by the cube-root approximation of Wilson and
     * Hilferty 1931: within 0.4% for one dimension and 0.2% for more.
     */
    public static double priorRadius(int latentSize) {
        double spread = 2.0 / (9 * latentSize);
        double root = 1 - spread + QUANTILE * Math.sqrt(spread);
        return Math.sqrt(latentSize * root * root * root);
    }

    /**
     * Measures the means.
     *
     * @param labels class of each image
     * @param classes number of classes
     */
    public static CodeSpread of(Posterior posterior, int[] labels, int classes) {
        int n = posterior.count();
        int d = posterior.latentSize();
        double radius = priorRadius(d);
        double[] sum = new double[d];
        double squares = 0;
        double farthest = 0;
        int[] within = new int[classes];
        int[] count = new int[classes];
        for (int i = 0; i < n; i++) {
            double norm = 0;
            for (int j = 0; j < d; j++) {
                double mean = posterior.mean(i, j);
                sum[j] += mean;
                norm += mean * mean;
            }
            squares += norm;
            farthest = Math.max(farthest, norm);
            count[labels[i]]++;
            within[labels[i]] += norm <= radius * radius ? 1 : 0;
        }
        double variance = squares / n;
        for (int j = 0; j < d; j++) {
            variance -= sum[j] / n * (sum[j] / n);
        }
        Double[] shares = new Double[classes];
        Arrays.setAll(shares, k -> count[k] == 0 ? Double.NaN : (double) within[k] / count[k]);
        return new CodeSpread(
                Math.sqrt(Math.max(0, variance / d)),
                Math.sqrt(farthest),
                (double) Arrays.stream(within).sum() / n,
                List.of(shares));
    }
}
