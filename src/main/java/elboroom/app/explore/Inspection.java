package elboroom.app.explore;

import elboroom.measure.LossTerms;
import elboroom.measure.QuadratureElbo;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Random;

/**
 * One input seen through the model. All pictures are row-major, all losses in nats.
 *
 * @param input x
 * @param reconstruction E[x|z] at the posterior mean
 * @param sample E[x|z] at one z drawn from the posterior
 * @param error |x − reconstruction|
 * @param distortionAtMean −log p(x|z) at the posterior mean
 * @param distortionOfSample −log p(x|z) at the drawn z
 * @param distortion −E_q[log p(x|z)], by {@link QuadratureElbo}; of a plain autoencoder, whose codes are without noise, that at
 *     the code
 * @param rate KL(q(z|x) ‖ p(z)); infinite for a plain autoencoder
 * @param posterior of this one image
 */
public record Inspection(
        float[] input,
        float[] reconstruction,
        float[] sample,
        float[] error,
        double distortionAtMean,
        double distortionOfSample,
        double distortion,
        double rate,
        Posterior posterior) {
    /** −distortion − rate. Of a plain autoencoder, which has no rate, −distortion: there is no ELBO. */
    public double elbo() {
        return -distortion - (Double.isFinite(rate) ? rate : 0);
    }

    /**
     * Looks at an input.
     *
     * @param x the image, length D
     * @param noiseSeed of the drawn z
     */
    public static Inspection of(Vae vae, float[] x, long noiseSeed) {
        Posterior posterior = vae.encode(x, 1);
        int d = vae.latentSize();
        int size = x.length;
        float[] latents = new float[2 * d];
        Random noise = new Random(noiseSeed);
        for (int j = 0; j < d; j++) {
            latents[j] = (float) posterior.mean(0, j);
            latents[d + j] = (float) (posterior.mean(0, j) + noise.nextGaussian() * posterior.deviation(0, j));
        }
        float[] logits = vae.decodeLogits(latents, 2);
        Likelihood likelihood = vae.likelihood();
        double atMean = LossTerms.distortion(likelihood, x, 0, logits, 0, size);
        double ofSample = LossTerms.distortion(likelihood, x, 0, logits, size, size);
        float[] reconstruction = pixels(logits, 0, size);
        float[] error = new float[size];
        for (int i = 0; i < size; i++) {
            error[i] = Math.abs(x[i] - reconstruction[i]);
        }
        return new Inspection(
                x,
                reconstruction,
                pixels(logits, size, size),
                error,
                atMean,
                ofSample,
                vae.autoencoder() ? atMean : QuadratureElbo.distortion(vae, x, posterior),
                rate(posterior, 0),
                posterior);
    }

    static double rate(Posterior posterior, int image) {
        double rate = 0;
        for (int j = 0; j < posterior.latentSize(); j++) {
            rate += posterior.kl(image, j);
        }
        return rate;
    }

    private static float[] pixels(float[] logits, int offset, int size) {
        float[] pixels = new float[size];
        for (int i = 0; i < size; i++) {
            pixels[i] = (float) (1 / (1 + Math.exp(-logits[offset + i])));
        }
        return pixels;
    }
}
