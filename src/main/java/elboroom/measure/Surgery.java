package elboroom.measure;

import elboroom.model.Posterior;
import java.util.SplittableRandom;

/**
 * What the rate is spent on (Hoffman and Johnson 2016): the information that z carries about which image it is, and the
 * price of an aggregate posterior q(z) that is not the prior. rate = I(x;z) + KL(q(z)‖p(z)).
 *
 * <p>With one seeded draw z_i of each image's posterior: I = (1/N) Σ log q(z_i|x_i)/q(z_i), marginal KL = (1/N) Σ log
 * q(z_i)/p(z_i), q(z) the mixture of all N posteriors, by log-sum-exp. Nats per image. Since q(z_i) holds image i itself, I
 * never exceeds log N: near that cap it says that the set is too small to measure it, not how much there is.
 *
 * @param rate the analytic one, of these images
 * @param mutualInformation I(x;z)
 * @param marginalKl KL(q(z)‖p(z)); may come out below 0 by the error of the draws
 * @param sumError standard error of mutualInformation + marginalKl about the rate, which comes from the draws
 * @param logN log N, the cap of the mutual information
 */
public record Surgery(double rate, double mutualInformation, double marginalKl, double sumError, double logN) {
    private static final long USUAL_SEED = 0;
    /** Of fewer than e images that share a place on average, on a logarithmic scale, one cannot tell how many more would. */
    private static final double NEAR = 1;

    /** With the draws of the command line: anyone's figures for a model are the same. */
    public static Surgery of(Posterior posterior, Watch watch) {
        return of(posterior, USUAL_SEED, watch);
    }

    /**
     * Takes 10⁸ density evaluations for 10,000 images: 0.2 s on two cores with two dimensions, 0.5 s with ten.
     *
     * @param seed of the draws
     * @throws IllegalArgumentException if the posteriors are an autoencoder's codes
     */
    public static Surgery of(Posterior posterior, long seed, Watch watch) {
        double[] mean = Doubles.of(posterior.mean());
        double[] logVariance = Doubles.of(posterior.logVariance());
        SplittableRandom random = new SplittableRandom(seed);
        double[] z = new double[mean.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = mean[i] + Math.exp(0.5 * logVariance[i]) * random.nextGaussian();
        }
        return of(mean, logVariance, z, posterior.latentSize(), watch);
    }

    /** The same of posteriors and draws in float64, row-major [n][latent]. */
    static Surgery of(double[] mean, double[] logVariance, double[] z, int latent, Watch watch) {
        AggregatePosterior aggregate = new AggregatePosterior(mean, logVariance, latent);
        double[] logAggregate = aggregate.logDensity(z, watch);
        int n = aggregate.count();
        double[] information = new double[n];
        double[] marginal = new double[n];
        double[] drawn = new double[n];
        double rate = 0;
        for (int i = 0; i < n; i++) {
            double logPosterior = aggregate.logComponent(i, z, i * latent);
            information[i] = logPosterior - logAggregate[i];
            marginal[i] = logAggregate[i] - AggregatePosterior.logPrior(z, i * latent, latent);
            double kl = 0;
            for (int j = i * latent; j < (i + 1) * latent; j++) {
                kl += 0.5 * (mean[j] * mean[j] + Math.expm1(logVariance[j]) - logVariance[j]);
            }
            drawn[i] = information[i] + marginal[i] - kl;
            rate += kl / n;
        }
        return new Surgery(
                rate, Doubles.mean(information), Doubles.mean(marginal), Doubles.standardError(drawn), Math.log(n));
    }

    /** Whether the mutual information is so near its cap, log N, that only more images could tell it. */
    public boolean nearCap() {
        return mutualInformation > logN - NEAR;
    }
}
