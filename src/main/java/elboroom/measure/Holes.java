package elboroom.measure;

import elboroom.model.Posterior;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where the prior puts probability and the images do not: log q(z) − log p(z). What one draws there, the decoder has never
 * been trained on. Of an autoencoder, p(z) is the Gaussian of its codes ({@link LatentPrior}) and q(z) a kernel estimate;
 * as the ratio does not depend on coordinates, it is taken in those in which p(z) is N(0, I).
 */
public final class Holes {
    /** τ: a point lies in a hole where q(z) is less than this times p(z). */
    public static final double THRESHOLD = 0.1;

    private final LatentPrior prior;
    /** In coordinates in which the prior is N(0, I). */
    private final AggregatePosterior aggregate;

    /**
     * Of a model.
     *
     * @param posterior of its images; of an autoencoder, its codes, whose density takes a second for 10,000
     */
    public Holes(boolean autoencoder, Posterior posterior, Watch watch) {
        prior = LatentPrior.of(autoencoder, posterior);
        aggregate = autoencoder
                ? CodeDensity.of(prior.toStandard(Doubles.of(posterior.mean())), posterior.latentSize(), watch)
                : new AggregatePosterior(posterior);
    }

    /** p(z). */
    public LatentPrior prior() {
        return prior;
    }

    /** Draws points of q(z), row-major [count][d]. */
    public double[] sampleAggregate(int count, RandomGenerator random) {
        return prior.fromStandard(aggregate.sample(count, random));
    }

    /**
     * log q(z) − log p(z) at points such as those of a map, nats.
     *
     * @param points [n][d]
     */
    public double[] logRatio(double[] points, Watch watch) {
        double[] standard = prior.toStandard(points);
        double[] result = aggregate.logDensity(standard, watch);
        int d = prior.latentSize();
        for (int i = 0; i < result.length; i++) {
            result[i] -= AggregatePosterior.logPrior(standard, i * d, d);
        }
        return result;
    }

    /** Whether log q(z) − log p(z) is that of a hole. */
    public static boolean isHole(double logRatio) {
        return logRatio < Math.log(THRESHOLD);
    }

    /**
     * Hole mass, ∫ p(z) 1[q(z)/p(z) < τ] dz: the share of the prior's samples that fall into holes.
     *
     * @param mass from 0 to 1
     * @param standardError by the number of samples
     * @param samples that were drawn
     */
    public record Mass(double mass, double standardError, int samples) {}

    /** Hole mass with τ = {@value #THRESHOLD}, from {@code count} samples. */
    public Mass mass(int count, long seed, Watch watch) {
        double[] ratio = logRatio(prior.sample(count, new SplittableRandom(seed)), watch);
        double mass = (double) Arrays.stream(ratio).filter(Holes::isHole).count() / count;
        return new Mass(mass, Math.sqrt(mass * (1 - mass) / count), count);
    }
}
