package elboroom.measure;

import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Continuity and completeness of a model's latent space as a few numbers, over all its dimensions, from seeded samples of the
 * prior ({@link LatentPrior}: of an autoencoder, the Gaussian of its codes).
 *
 * @param perUnit largest singular value of J = ∂x̂/∂z over the prior: how far an image moves at most for a step of 1
 * @param perDeviation the same for a step of one standard deviation of the prior; with a VAE, that is 1
 * @param unevenness of straight ways between codes: continuity without units
 * @param hole share of the prior where q(z)/p(z) is below {@link Holes#THRESHOLD}
 * @param mmd two-sample test of q(z) against p(z), in coordinates in which p(z) is N(0, I)
 * @param plausible share of decoded samples of the prior whose nearest training image is no farther than {@code typical}
 * @param typical median distance of a test image to its reconstruction at the mean
 * @param decoded samples that were decoded
 */
public record GeometrySurvey(
        Spread perUnit,
        Spread perDeviation,
        Unevenness unevenness,
        Holes.Mass hole,
        Mmd mmd,
        double plausible,
        double typical,
        int decoded) {
    /** Samples for singular values. */
    public static final int POINTS = 2_000;

    private static final int WAYS = 500;
    private static final int HOLE_SAMPLES = 4_000;
    /** Of each distribution in the two-sample test. */
    public static final int TEST_SAMPLES = 500;

    private static final int DECODED = 1_000;

    /**
     * Median and 95th percentile.
     *
     * @param median half of the values lie below
     * @param p95 95% of them do
     */
    public record Spread(double median, double p95) {
        static Spread of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Spread(Doubles.percentile(sorted, 0.5), Doubles.percentile(sorted, 0.95));
        }
    }

    /**
     * Takes some 5 s for the reference network.
     *
     * @param posterior of the test images
     */
    public static GeometrySurvey of(Vae vae, Posterior posterior, ImageSet training, ImageSet test, Watch watch) {
        int d = vae.latentSize();
        Holes holes = new Holes(vae.autoencoder(), posterior, watch.part(0, 0.1));
        LatentPrior prior = holes.prior();
        double[] points = prior.sample(POINTS, new SplittableRandom(1));
        DecoderGeometry geometry = DecoderGeometry.at(vae, Doubles.floats(points), POINTS, watch.part(0.1, 0.2));
        Unevenness unevenness = Unevenness.of(vae, posterior, WAYS, 7, watch.part(0.2, 0.4));
        Holes.Mass hole = holes.mass(HOLE_SAMPLES, 2, watch.part(0.4, 0.45));
        Mmd mmd = Mmd.of(
                prior.toStandard(holes.sampleAggregate(TEST_SAMPLES, new SplittableRandom(3))),
                prior.toStandard(prior.sample(TEST_SAMPLES, new SplittableRandom(4))),
                d,
                5,
                watch.part(0.45, 0.55));
        Plausibility plausibility = Plausibility.of(
                vae, prior.sample(DECODED, new SplittableRandom(6)), training, test, watch.part(0.55, 1));
        return new GeometrySurvey(
                Spread.of(geometry.sigmaMax()),
                Spread.of(geometry.by(prior.factor()).sigmaMax()),
                unevenness,
                hole,
                mmd,
                plausibility.share(),
                plausibility.typical(),
                DECODED);
    }

    /** Standard error of {@link #plausible}, by the number of samples. */
    public double plausibleError() {
        return Math.sqrt(plausible * (1 - plausible) / decoded);
    }
}
