package elboroom.measure;

import elboroom.model.Likelihood;

/** The per-image terms of the objective, in float64 and nats. */
public final class LossTerms {
    private LossTerms() {}

    /**
     * Distortion of one image, −log p(x|z), from the decoder's logits. Bernoulli: Σ softplus(l) − x·l; Gaussian of variance
     * v: Σ ½(x − sigmoid(l))²/v + ½ log 2πv (Kingma and Welling 2014, appendix C).
     *
     * @param pixels the image is {@code pixels[pixelOffset .. pixelOffset + size)}, in [0,1]
     * @param logits its logits are {@code logits[logitOffset .. logitOffset + size)}
     * @param size number of values in one image, D
     */
    public static double distortion(
            Likelihood likelihood, float[] pixels, int pixelOffset, float[] logits, int logitOffset, int size) {
        double sum = 0;
        if (likelihood instanceof Likelihood.Gaussian gaussian) {
            for (int i = 0; i < size; i++) {
                double difference = pixels[pixelOffset + i] - sigmoid(logits[logitOffset + i]);
                sum += difference * difference;
            }
            double variance = gaussian.variance();
            return 0.5 * (sum / variance + size * Math.log(2 * Math.PI * variance));
        }
        // softplus(l) = max(l,0) + log(1 + e^−|l|). The factors of the product lie in (1,2], so that 512 of them do not
        // overflow, and one logarithm serves them all: logarithms took half of the time.
        double product = 1;
        for (int i = 0; i < size; i++) {
            double logit = logits[logitOffset + i];
            sum += Math.max(logit, 0) - pixels[pixelOffset + i] * logit;
            product *= 1 + Math.exp(-Math.abs(logit));
            if ((i & 511) == 511) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
