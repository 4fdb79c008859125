package elboroom.measure;

import elboroom.model.Posterior;

/**
 * How far the posterior means, or a plain autoencoder's codes, lie about, in units of z, where a sample of the prior N(0, I)
 * has a deviation of 1.
 *
 * @param deviation √(1/d Σ_j Var_x(mean_j)), the standard deviation of a mean's coordinate over all dimensions
 * @param farthest greatest ‖mean‖ of any image
 * @param withinPrior share of the images with ‖mean‖ no greater than {@link #priorRadius}
 */
public record CodeSpread(double deviation, double farthest, double withinPrior) {
    /** Of the standard normal distribution at 0.99. */
    private static final double QUANTILE = 2.3263478740408408;

    /**
     * The radius within which 99% of the prior's samples lie, √χ²_d(0.99), by the cube-root approximation of Wilson and
     * Hilferty 1931: within 0.7% for d = 1 and 0.1% from d = 2.
     */
    public static double priorRadius(int latentSize) {
        double spread = 2.0 / (9 * latentSize);
        double root = 1 - spread + QUANTILE * Math.sqrt(spread);
        return Math.sqrt(latentSize * root * root * root);
    }

    public static CodeSpread of(Posterior posterior) {
        int n = posterior.count();
        int d = posterior.latentSize();
        double[] sum = new double[d];
        double squares = 0;
        double farthest = 0;
        double radius = priorRadius(d);
        int within = 0;
        for (int i = 0; i < n; i++) {
            double norm = 0;
            for (int j = 0; j < d; j++) {
                double mean = posterior.mean(i, j);
                sum[j] += mean;
                norm += mean * mean;
            }
            squares += norm;
            farthest = Math.max(farthest, norm);
            within += norm <= radius * radius ? 1 : 0;
        }
        double variance = squares / n;
        for (int j = 0; j < d; j++) {
            variance -= sum[j] / n * (sum[j] / n);
        }
        return new CodeSpread(Math.sqrt(Math.max(0, variance / d)), Math.sqrt(farthest), (double) within / n);
    }
}
