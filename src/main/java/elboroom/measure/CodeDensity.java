package elboroom.measure;

import elboroom.model.Posterior;

/**
 * A density for an autoencoder's codes, which are points without any: the kernel estimate, Gaussian, with one bandwidth in
 * units of the codes' standard deviations. It is the one, of Scott's n^(−1/(d+4)) and seven steps of √2 down from it, under
 * which the codes that are left out one at a time are most likely (Habbema 1974): Scott's rule is for one bell, and would fill
 * the gaps between the classes that one is looking for.
 */
final class CodeDensity {
    private static final int BANDWIDTHS = 8;
    /** Codes that are left out in turn. */
    private static final int TRIED = 1000;

    private CodeDensity() {}

    static AggregatePosterior of(Posterior codes, LatentPrior spread, Watch watch) {
        int d = codes.latentSize();
        double[] mean = Doubles.of(codes.mean());
        int stride = Math.max(1, codes.count() / TRIED);
        int tried = (codes.count() + stride - 1) / stride;
        double[] points = new double[tried * d];
        for (int i = 0; i < points.length; i++) {
            points[i] = mean[i / d * stride * d + i % d];
        }
        double factor = Math.pow(codes.count(), -1.0 / (d + 4));
        AggregatePosterior best = kernels(mean, spread, factor);
        double likelihood = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < BANDWIDTHS; b++, factor /= Math.sqrt(2)) {
            AggregatePosterior density = kernels(mean, spread, factor);
            double[] log = density.logDensity(points, watch.part((double) b / BANDWIDTHS, (b + 1.0) / BANDWIDTHS));
            double sum = 0;
            for (int i = 0; i < tried; i++) {
                // n q(z) less the point's own kernel, whose share of it is at most 1.
                double own = density.logComponent(i * stride, points, i * d) - Math.log(codes.count()) - log[i];
                sum += log[i] + Math.log1p(-Math.min(1 - 1e-12, Math.exp(own)));
            }
            if (sum > likelihood) {
                likelihood = sum;
                best = density;
            }
        }
        return best;
    }

    private static AggregatePosterior kernels(double[] mean, LatentPrior spread, double factor) {
        int d = spread.latentSize();
        double[] logVariance = new double[mean.length];
        for (int i = 0; i < logVariance.length; i++) {
            logVariance[i] = 2 * Math.log(factor * spread.deviation()[i % d]);
        }
        return new AggregatePosterior(mean, logVariance, d);
    }
}
