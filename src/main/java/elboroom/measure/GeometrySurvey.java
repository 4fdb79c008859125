package elboroom.measure;

import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Continuity and completeness of a model's latent space as a few numbers, over all its dimensions, from seeded samples of the
 * prior ({@link LatentPrior}: of an autoencoder, a Gaussian of its codes).
 *
 * @param medianSigmaMax median over the prior of the largest singular value of J = ∂x̂/∂z, by standard deviations of the prior:
 *     how far an image moves for a step
 * @param p95SigmaMax the 95th percentile: how far it jumps where it jumps
 * @param hole share of the prior where q(z)/p(z) is below {@link Holes#THRESHOLD}
 * @param mmd two-sample test of q(z) against p(z)
 * @param plausible share of decoded samples of the prior whose nearest training image is no farther than a reconstruction
 *     typically is from its test image
 */
public record GeometrySurvey(double medianSigmaMax, double p95SigmaMax, Holes.Mass hole, Mmd mmd, double plausible) {
    private static final int POINTS = 2_000;
    private static final int HOLE_SAMPLES = 4_000;
    private static final int TEST_SAMPLES = 500;
    private static final int DECODED = 1_000;

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
        DecoderGeometry geometry =
                DecoderGeometry.at(vae, Doubles.floats(points), POINTS, prior.deviation(), watch.part(0.1, 0.2));
        double[] sigma = new double[POINTS];
        Arrays.setAll(sigma, geometry::sigmaMax);
        Arrays.sort(sigma);
        Holes.Mass hole = holes.mass(HOLE_SAMPLES, 2, watch.part(0.2, 0.3));
        Mmd mmd = Mmd.of(
                prior.standardised(holes.aggregate().sample(TEST_SAMPLES, new SplittableRandom(3))),
                prior.standardised(prior.sample(TEST_SAMPLES, new SplittableRandom(4))),
                d,
                5,
                watch.part(0.3, 0.5));
        Plausibility plausibility = Plausibility.of(
                vae, prior.sample(DECODED, new SplittableRandom(6)), training, test, watch.part(0.5, 1));
        return new GeometrySurvey(percentile(sigma, 0.5), percentile(sigma, 0.95), hole, mmd, plausibility.share());
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
