package elboroom.model.dl4j;

/**
 * What one minibatch measured, in nats per image.
 *
 * @param distortion −log p(x|z), averaged over the minibatch
 * @param klPerDimension KL of each latent dimension, averaged over the minibatch; their sum is the rate
 * @param objective what is minimised: distortion + β · rate, with free bits if there are any
 */
public record BatchLosses(double distortion, double[] klPerDimension, double objective) {
    public double rate() {
        double rate = 0;
        for (double kl : klPerDimension) {
            rate += kl;
        }
        return rate;
    }
}
