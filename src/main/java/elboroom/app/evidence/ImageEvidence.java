package elboroom.app.evidence;

import elboroom.data.ImageShape;
import elboroom.measure.Evidence;
import elboroom.measure.Iwae;
import elboroom.measure.TruePosterior;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * log p(x) of one image beside its ELBO. Nats.
 *
 * @param pixels [D]
 * @param name of the image, may be empty
 * @param mean of q(z|x), [d]
 * @param logVariance of q(z|x), [d]
 * @param logEvidence log p(x), or its bound by {@value #DRAWS} draws
 * @param standardError of the bound; 0 where it is exact
 * @param elbo exact in expectation, or the average of the draws
 * @param gapDirect KL(q(z|x)‖p(z|x)) by quadrature; not a number where that cannot be had
 * @param exact all about log p(x) by quadrature; null where there is a bound only
 * @param landscape log p(z|x) over the plane; null where there is no plane
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ImageEvidence(
        float[] pixels,
        ImageShape shape,
        String name,
        double[] mean,
        double[] logVariance,
        double logEvidence,
        double standardError,
        double elbo,
        double gapDirect,
        Evidence.@Nullable OfImage exact,
        @Nullable TruePosterior landscape) {
    /** k of the bound that stands for the evidence where that cannot be had. */
    static final int DRAWS = 5000;

    private static final long SEED = 1;

    /** @param plane null where the evidence cannot be had exactly */
    static ImageEvidence of(Vae vae, @Nullable Evidence plane, float[] x, String name, Watch watch) {
        Posterior posterior = vae.encode(x, 1);
        double[] mean = new double[vae.latentSize()];
        double[] logVariance = new double[mean.length];
        Arrays.setAll(mean, j -> posterior.mean(0, j));
        Arrays.setAll(logVariance, j -> posterior.logVariance(0, j));
        if (plane != null) {
            Evidence.OfImage exact = plane.of(x, posterior, watch)[0];
            TruePosterior landscape = plane.landscape(x, exact.logEvidence());
            return new ImageEvidence(
                    x,
                    vae.shape(),
                    name,
                    mean,
                    logVariance,
                    exact.logEvidence(),
                    0,
                    exact.elbo(),
                    exact.gapDirect(),
                    exact,
                    landscape);
        }
        double[] weights = Iwae.logWeights(vae, x, posterior, 0, DRAWS, new SplittableRandom(SEED), watch);
        Iwae.Rung bound = Iwae.ladder(weights, List.of(DRAWS)).get(0);
        double elbo = Iwae.ladder(weights, List.of(1)).get(0).bound();
        return new ImageEvidence(
                x,
                vae.shape(),
                name,
                mean,
                logVariance,
                bound.bound(),
                bound.standardError(),
                elbo,
                Double.NaN,
                null,
                null);
    }

    boolean isExact() {
        return exact != null;
    }

    double gap() {
        return logEvidence - elbo;
    }

    /** KL(q(z|x)‖p(z)). */
    double rate() {
        double rate = 0;
        for (int j = 0; j < mean.length; j++) {
            rate += 0.5 * (mean[j] * mean[j] + Math.expm1(logVariance[j]) - logVariance[j]);
        }
        return rate;
    }
}
