package elboroom.measure;

import elboroom.model.Posterior;
import elboroom.model.Vae;

/**
 * One draw of an image's code, z = mean + σ·ε, and two estimates from it of the gradient of that image's ELBO by the mean and
 * the σ that the encoder gave: along the path from z back to them, and by the score function, for which z is a number that
 * came from nowhere (Mohamed 2020).
 *
 * @param mean of the posterior, [d]
 * @param deviation σ of the posterior, [d]
 * @param noise ε, [d]
 * @param z the code, [d]
 * @param logLikelihood log p(x|z), nats
 * @param slope ∂ log p(x|z)/∂z, [d], nats per unit of z
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LatentDraw(
        double[] mean, double[] deviation, double[] noise, double[] z, double logLikelihood, double[] slope) {
    /**
     * @param image x, [D]
     * @param posterior of this one image, not an autoencoder's
     * @param noise ε, [d]
     */
    public static LatentDraw of(Vae vae, float[] image, Posterior posterior, double[] noise) {
        int d = noise.length;
        double[] mean = new double[d];
        double[] deviation = new double[d];
        double[] z = new double[d];
        for (int j = 0; j < d; j++) {
            mean[j] = posterior.mean(0, j);
            deviation[j] = posterior.deviation(0, j);
            z[j] = mean[j] + deviation[j] * noise[j];
        }
        LatentGradient at = LatentGradient.of(vae, image, z);
        return new LatentDraw(mean, deviation, noise.clone(), z, at.logLikelihood()[0], at.gradient());
    }

    /** f = log p(x|z) + log p(z) − log q(z|x), nats: what the ELBO is the average of. */
    public double weight() {
        double f = logLikelihood;
        for (int j = 0; j < z.length; j++) {
            f += 0.5 * (noise[j] * noise[j] + 2 * Math.log(deviation[j]) - z[j] * z[j]);
        }
        return f;
    }

    /** By one mean, along the path (∂z/∂mean = 1), the KL in closed form: ∂ log p(x|z)/∂z − mean. */
    public double pathByMean(int dimension) {
        return slope[dimension] - mean[dimension];
    }

    /** By one σ, along the path (∂z/∂σ = ε), the KL in closed form: ε · ∂ log p(x|z)/∂z − σ + 1/σ. */
    public double pathByDeviation(int dimension) {
        return slope[dimension] * noise[dimension] - deviation[dimension] + 1 / deviation[dimension];
    }

    /** By one mean, by the score function: f · ∂ log q/∂mean = f · ε/σ. */
    public double scoreByMean(int dimension) {
        return weight() * noise[dimension] / deviation[dimension];
    }

    /** By one σ, by the score function: f · ∂ log q/∂σ = f · (ε² − 1)/σ. */
    public double scoreByDeviation(int dimension) {
        return weight() * (noise[dimension] * noise[dimension] - 1) / deviation[dimension];
    }
}
