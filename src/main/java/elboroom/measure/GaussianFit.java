package elboroom.measure;

import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.List;

/**
 * The best Gaussian for one image: ascent of its ELBO in (mean, logVariance), with the decoder as it is (Cremer 2018). What
 * it gains on the encoder's Gaussian is the amortisation gap; what it leaves to log p(x), the approximation gap.
 *
 * <p>The steps are natural gradients, σ² ∂/∂mean and 2 ∂/∂logVariance, as σ may be 0.01 in one dimension and 1 in the other;
 * each is halved until it does not lower the ELBO, so that the path only climbs. Expectations are quadratures in up to two
 * dimensions, and over fixed draws in more.
 *
 * @param steps from the start to the end, for an animation; at least one
 */
public record GaussianFit(List<Step> steps) {
    private static final int LIMIT = 80;
    private static final int HALVINGS = 12;
    /** Nats: a step that gains less is the last. */
    private static final double ENOUGH = 1e-4;

    public GaussianFit {
        steps = List.copyOf(steps);
    }

    /**
     * One Gaussian on the way.
     *
     * @param mean [d]
     * @param logVariance [d]
     * @param elbo nats
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Step(double[] mean, double[] logVariance, double elbo) {}

    /** The last and best. */
    public Step end() {
        return steps.get(steps.size() - 1);
    }

    /** The better of the climbs from several starts, such as the encoder's Gaussian and one at the true mode. */
    public static GaussianFit best(List<GaussianFit> fits) {
        return fits.stream()
                .max(java.util.Comparator.comparingDouble(fit -> fit.end().elbo()))
                .orElseThrow();
    }

    /**
     * Climbs from one Gaussian: some 20 steps of 5 ms with the reference network.
     *
     * @param image [D]
     * @param mean [d]
     * @param logVariance [d]
     * @param watch is stepped with the share of the steps that there may be at most
     */
    public static GaussianFit from(Vae vae, float[] image, double[] mean, double[] logVariance, Watch watch) {
        NormalNodes nodes = NormalNodes.of(mean.length);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(mean, logVariance, QuadratureElbo.of(vae, image, mean, logVariance, nodes)));
        for (int i = 0; i < LIMIT; i++) {
            Step here = steps.get(i);
            Step next = climb(vae, image, here, nodes);
            if (next == here) {
                break;
            }
            steps.add(next);
            watch.step((i + 1.0) / LIMIT);
            if (next.elbo() - here.elbo() < ENOUGH) {
                break;
            }
        }
        return new GaussianFit(steps);
    }

    private static Step climb(Vae vae, float[] image, Step here, NormalNodes nodes) {
        int d = here.mean().length;
        double[] gradient = LatentGradient.of(vae, image, nodes.points(here.mean(), here.logVariance()))
                .gradient();
        double[] byMean = new double[d];
        double[] byLogVariance = new double[d];
        for (int i = 0; i < nodes.count(); i++) {
            for (int j = 0; j < d; j++) {
                double g = nodes.weight()[i] * gradient[i * d + j];
                byMean[j] += g;
                byLogVariance[j] += 0.5 * Math.exp(0.5 * here.logVariance()[j]) * nodes.epsilon()[i * d + j] * g;
            }
        }
        double[] meanStep = new double[d];
        double[] logVarianceStep = new double[d];
        for (int j = 0; j < d; j++) {
            double variance = Math.exp(here.logVariance()[j]);
            double deviation = Math.sqrt(variance);
            meanStep[j] = clip(variance * (byMean[j] - here.mean()[j]), 2 * deviation);
            logVarianceStep[j] = clip(2 * (byLogVariance[j] - 0.5 * (variance - 1)), 1);
        }
        double rate = 1;
        for (int i = 0; i < HALVINGS; i++, rate /= 2) {
            double[] mean = along(here.mean(), meanStep, rate);
            double[] logVariance = along(here.logVariance(), logVarianceStep, rate);
            double elbo = QuadratureElbo.of(vae, image, mean, logVariance, nodes);
            if (elbo > here.elbo()) {
                return new Step(mean, logVariance, elbo);
            }
        }
        return here;
    }

    private static double clip(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }

    private static double[] along(double[] from, double[] step, double rate) {
        double[] result = from.clone();
        for (int j = 0; j < result.length; j++) {
            result[j] += rate * step[j];
        }
        return result;
    }
}
