package elboroom.measure;

import java.util.Arrays;

/**
 * A density for an autoencoder's codes, which are points without any: the kernel estimate, Gaussian, with one bandwidth in
 * coordinates in which the codes' covariance is I. It is the one, of Scott's n^(−1/(d+4)) and seven steps of √2 down from it,
 * under which codes that are left out one at a time are most likely (Habbema 1974): Scott's rule is for one bell, and would
 * fill the gaps between the classes that one is looking for.
 */
final class CodeDensity {
    private static final int BANDWIDTHS = 8;
    /** Codes that are left out in turn. */
    private static final int TRIED = 1000;

    private CodeDensity() {}

    /** @param codes of mean 0 and covariance I, row-major [n][d] */
    static AggregatePosterior of(double[] codes, int d, Watch watch) {
        int n = codes.length / d;
        int stride = Math.max(1, n / TRIED);
        int tried = (n + stride - 1) / stride;
        double[] points = new double[tried * d];
        for (int i = 0; i < tried; i++) {
            System.arraycopy(codes, i * stride * d, points, i * d, d);
        }
        double bandwidth = Math.pow(n, -1.0 / (d + 4));
        AggregatePosterior best = kernels(codes, d, bandwidth);
        double likelihood = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < BANDWIDTHS; b++, bandwidth /= Math.sqrt(2)) {
            AggregatePosterior density = kernels(codes, d, bandwidth);
            double[] log = density.logDensity(points, watch.part((double) b / BANDWIDTHS, (b + 1.0) / BANDWIDTHS));
            double sum = 0;
            for (int i = 0; i < tried; i++) {
                // n q(z) less the point's own kernel, whose share of it is at most 1.
                double own = density.logComponent(i * stride, points, i * d) - Math.log(n) - log[i];
                sum += log[i] + Math.log1p(-Math.min(1 - 1e-12, Math.exp(own)));
            }
            if (sum > likelihood) {
                likelihood = sum;
                best = density;
            }
        }
        return best;
    }

    private static AggregatePosterior kernels(double[] codes, int d, double bandwidth) {
        double[] logVariance = new double[codes.length];
        Arrays.fill(logVariance, 2 * Math.log(bandwidth));
        return new AggregatePosterior(codes, logVariance, d);
    }
}
