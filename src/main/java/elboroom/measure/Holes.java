package elboroom.measure;

import elboroom.model.Posterior;
import java.util.SplittableRandom;

/**
 * Where the prior puts probability and the images do not: log q(z) − log p(z). What one draws there, the decoder has never
 * been trained on.
 */
public final class Holes {
    /** τ: a point lies in a hole where q(z) is less than this times p(z). */
    public static final double THRESHOLD = 0.1;

    private final AggregatePosterior aggregate;
    private final LatentPrior prior;

    /**
     * Of a model.
     *
     * @param posterior of its images; of an autoencoder, its codes, whose density is a kernel estimate (1 s for 10,000)
     */
    public Holes(boolean autoencoder, Posterior posterior, Watch watch) {
        prior = LatentPrior.of(autoencoder, posterior);
        aggregate = autoencoder ? CodeDensity.of(posterior, prior, watch) : new AggregatePosterior(posterior);
    }

    /** q(z). */
    public AggregatePosterior aggregate() {
        return aggregate;
    }

    /** p(z). */
    public LatentPrior prior() {
        return prior;
    }

    /**
     * log q(z) − log p(z) at points such as those of a map, nats.
     *
     * @param points [n][d]
     */
    public double[] logRatio(double[] points, Watch watch) {
        double[] result = aggregate.logDensity(points, watch);
        for (int i = 0; i < result.length; i++) {
            result[i] -= prior.logDensity(points, i);
        }
        return result;
    }

    /**
     * Hole mass, ∫ p(z) 1[q(z)/p(z) < τ] dz: the share of the prior's samples that fall into holes.
     *
     * @param mass from 0 to 1
     * @param standardError by the samples
     */
    public record Mass(double mass, double standardError) {}

    /** Hole mass with τ = {@value #THRESHOLD}, from {@code count} samples. */
    public Mass mass(int count, long seed, Watch watch) {
        double[] ratio = logRatio(prior.sample(count, new SplittableRandom(seed)), watch);
        int inHoles = 0;
        for (double r : ratio) {
            inHoles += r < Math.log(THRESHOLD) ? 1 : 0;
        }
        double mass = (double) inHoles / count;
        return new Mass(mass, Math.sqrt(mass * (1 - mass) / count));
    }
}
