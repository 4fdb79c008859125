package elboroom.measure;

import elboroom.model.Posterior;
import elboroom.model.Vae;

/** The ELBO of one image and one Gaussian, its expectation taken over the nodes of {@link NormalNodes}. */
public final class QuadratureElbo {
    private QuadratureElbo() {}

    /**
     * −E_q[log p(x|z)], nats: by quadrature in one or two dimensions, to a few hundredths; in more, from the same draws of
     * noise each time, which leave some tenths.
     *
     * @param image [D]
     * @param posterior of this one image, not an autoencoder's
     */
    public static double distortion(Vae vae, float[] image, Posterior posterior) {
        int d = posterior.latentSize();
        double[] mean = new double[d];
        double[] logVariance = new double[d];
        for (int j = 0; j < d; j++) {
            mean[j] = posterior.mean(0, j);
            logVariance[j] = posterior.logVariance(0, j);
        }
        return -expected(vae, image, mean, logVariance, NormalNodes.of(d));
    }

    /** Σ w log p(x|z) − KL, nats. */
    static double of(Vae vae, float[] image, double[] mean, double[] logVariance, NormalNodes nodes) {
        return expected(vae, image, mean, logVariance, nodes) - rate(mean, logVariance);
    }

    /** E[log p(x|z)] under a Gaussian, nats. */
    private static double expected(Vae vae, float[] image, double[] mean, double[] logVariance, NormalNodes nodes) {
        double[] logLikelihood = logLikelihood(vae, image, nodes.points(mean, logVariance));
        double sum = 0;
        for (int i = 0; i < logLikelihood.length; i++) {
            sum += nodes.weight()[i] * logLikelihood[i];
        }
        return sum;
    }

    /** KL of a Gaussian to the prior, nats. */
    static double rate(double[] mean, double[] logVariance) {
        double rate = 0;
        for (int j = 0; j < mean.length; j++) {
            rate += 0.5 * (mean[j] * mean[j] + Math.expm1(logVariance[j]) - logVariance[j]);
        }
        return rate;
    }

    /**
     * log p(x|z) at many points.
     *
     * @param z [n][d]
     */
    static double[] logLikelihood(Vae vae, float[] image, double[] z) {
        int count = z.length / vae.latentSize();
        DecodedPoints points = DecodedPoints.of(vae, Doubles.floats(z), count);
        double c = DecodedPoints.imageTerm(vae.likelihood(), image, 0, image.length);
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[i] = points.logLikelihood(i, image, 0, c);
        }
        return result;
    }
}
