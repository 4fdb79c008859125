package elboroom.measure;

import elboroom.model.Likelihood;

/** The two terms of the ELBO, per image, in nats and in double precision. */
public final class LossTerms {
    private LossTerms() {}

    /** −log p(x|z) of one image, in nats. */
    public static double distortion(
            Likelihood likelihood, float[] x, int xOffset, float[] output, int outputOffset, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double pixel = x[xOffset + i];
            double value = output[outputOffset + i];
            if (likelihood instanceof Likelihood.Gaussian gaussian) {
                double difference = pixel - value;
                sum += 0.5
                        * (difference * difference / gaussian.variance() + Math.log(2 * Math.PI * gaussian.variance()));
            } else {
                sum += Math.max(value, 0) - value * pixel + Math.log1p(Math.exp(-Math.abs(value)));
            }
        }
        return sum;
    }
}
