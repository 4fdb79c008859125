package elboroom.measure;

import elboroom.model.Posterior;

/**
 * How far the posterior means, or a plain autoencoder's codes, lie about, in units of z, where a sample of the prior N(0, I)
 * has a deviation of 1.
 *
 * @param deviation √(1/d Σ_j Var_x(mean_j)), the standard deviation of a mean's coordinate over all dimensions
 * @param farthest greatest ‖mean‖ of any image
 */
public record CodeSpread(double deviation, double farthest) {
    public static CodeSpread of(Posterior posterior) {
        int n = posterior.count();
        int d = posterior.latentSize();
        double[] sum = new double[d];
        double squares = 0;
        double farthest = 0;
        for (int i = 0; i < n; i++) {
            double norm = 0;
            for (int j = 0; j < d; j++) {
                double mean = posterior.mean(i, j);
                sum[j] += mean;
                norm += mean * mean;
            }
            squares += norm;
            farthest = Math.max(farthest, norm);
        }
        double variance = squares / n;
        for (int j = 0; j < d; j++) {
            variance -= sum[j] / n * (sum[j] / n);
        }
        return new CodeSpread(Math.sqrt(Math.max(0, variance / d)), Math.sqrt(farthest));
    }
}
