package elboroom.measure;

import elboroom.model.DecoderJacobian;
import elboroom.model.Likelihood;
import elboroom.model.Vae;

/**
 * log p(x|z) at latent points and its gradient by z.
 *
 * @param logLikelihood [n], nats
 * @param gradient row-major [n][d]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LatentGradient(double[] logLikelihood, double[] gradient) {
    private static final int CHUNK = 256;

    /**
     * Bernoulli: ∂/∂z = Jᵀ(x − p); Gaussian of variance v: Jᵀ((x − p) p (1 − p)/v), J the Jacobian of the logits.
     *
     * @param images [m][D]; point i belongs to image i mod m
     * @param z [n][d]
     */
    static LatentGradient of(Vae vae, float[] images, double[] z) {
        int d = vae.latentSize();
        int size = vae.shape().size();
        int count = z.length / d;
        int period = images.length / size;
        float[] latents = Doubles.floats(z);
        double[] value = new double[count];
        double[] gradient = new double[count * d];
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            float[] chunk = java.util.Arrays.copyOfRange(latents, from * d, (from + rows) * d);
            float[] logits = vae.decodeLogits(chunk, rows);
            float[] jacobian = DecoderJacobian.ofLogits(vae, chunk, rows);
            for (int i = 0; i < rows; i++) {
                int image = (from + i) % period * size;
                value[from + i] = -LossTerms.distortion(vae.likelihood(), images, image, logits, i * size, size);
                double[] error = error(vae.likelihood(), images, image, logits, i * size, size);
                for (int j = 0; j < d; j++) {
                    double sum = 0;
                    for (int k = 0; k < size; k++) {
                        sum += error[k] * jacobian[(i * d + j) * size + k];
                    }
                    gradient[(from + i) * d + j] = sum;
                }
            }
        }
        return new LatentGradient(value, gradient);
    }

    /** ∂ log p(x|z)/∂logits. */
    private static double[] error(Likelihood likelihood, float[] images, int image, float[] logits, int at, int size) {
        double[] error = new double[size];
        for (int k = 0; k < size; k++) {
            double p = 1 / (1 + Math.exp(-logits[at + k]));
            double difference = images[image + k] - p;
            error[k] = likelihood instanceof Likelihood.Gaussian gaussian
                    ? difference * p * (1 - p) / gaussian.variance()
                    : difference;
        }
        return error;
    }
}
