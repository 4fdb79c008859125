package elboroom.measure;

import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The importance-weighted bounds of Burda 2016: E log (1/k) Σ p(x,z_i)/q(z_i|x), from the ELBO at k = 1 up to log p(x). */
public final class Iwae {
    /** The usual rungs of the ladder. */
    public static final List<Integer> LADDER = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000);

    private static final int CHUNK = 500;
    private static final int FEW_GROUPS = 10;

    private Iwae() {}

    /**
     * A bound.
     *
     * @param k weights that are averaged under the logarithm
     * @param bound nats
     * @param standardError of {@code bound} by the draws
     */
    public record Rung(int k, double bound, double standardError) {}

    /**
     * log p(x,z)/q(z|x) for draws of one image's posterior, nats.
     *
     * @param image [D]
     * @param index of the image in {@code posterior}
     * @param count how many draws; 5,000 take 50 ms with the reference network
     */
    public static double[] logWeights(
            Vae vae, float[] image, Posterior posterior, int index, int count, RandomGenerator random, Watch watch) {
        int d = posterior.latentSize();
        double[] epsilon = new double[count * d];
        for (int i = 0; i < epsilon.length; i++) {
            epsilon[i] = random.nextGaussian();
        }
        return logWeights(vae, image, posterior, index, epsilon, watch);
    }

    /** The same with given noise, [count][d]. */
    static double[] logWeights(Vae vae, float[] image, Posterior posterior, int index, double[] epsilon, Watch watch) {
        int d = posterior.latentSize();
        int count = epsilon.length / d;
        double[] result = new double[count];
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            double[] z = new double[rows * d];
            double[] logRatio = new double[rows];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < d; j++) {
                    double e = epsilon[(from + i) * d + j];
                    double logVariance = posterior.logVariance(index, j);
                    double value = posterior.mean(index, j) + Math.exp(0.5 * logVariance) * e;
                    z[i * d + j] = value;
                    // log p(z_j) − log q(z_j|x), whose constants cancel.
                    logRatio[i] += 0.5 * (e * e + logVariance - value * value);
                }
            }
            double[] logLikelihood = QuadratureElbo.logLikelihood(vae, image, z);
            for (int i = 0; i < rows; i++) {
                result[from + i] = logLikelihood[i] + logRatio[i];
            }
            watch.step((double) (from + rows) / count);
        }
        return result;
    }

    /** log (1/k) Σ exp(log weight), of all weights, nats. */
    public static double bound(double[] logWeights) {
        return LogSum.of(logWeights, logWeights.length) - Math.log(logWeights.length);
    }

    /**
     * Bounds at several k from the same draws: the average over all groups of k that they make. The error is the spread of
     * the groups; of fewer than ten groups it is estimated to first order from the spread of the weights themselves,
     * sd(w)/(mean(w) √n), which is too little where a few weights outweigh the rest.
     */
    public static List<Rung> ladder(double[] logWeights, List<Integer> rungs) {
        List<Rung> ladder = new ArrayList<>();
        for (int k : rungs) {
            int groups = logWeights.length / k;
            if (groups == 0) {
                continue;
            }
            double[] bounds = new double[groups];
            for (int g = 0; g < groups; g++) {
                bounds[g] = bound(Arrays.copyOfRange(logWeights, g * k, (g + 1) * k));
            }
            double error = groups < FEW_GROUPS
                    ? relativeError(Arrays.copyOf(logWeights, groups * k))
                    : Doubles.standardError(bounds);
            ladder.add(new Rung(k, Doubles.mean(bounds), error));
        }
        return ladder;
    }

    /** Standard error of the mean weight, relative to it: to first order, that of its logarithm. */
    private static double relativeError(double[] logWeights) {
        double logMean = bound(logWeights);
        double[] weights =
                Arrays.stream(logWeights).map(w -> Math.exp(w - logMean)).toArray();
        return Doubles.standardError(weights);
    }
}
