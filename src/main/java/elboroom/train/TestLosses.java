package elboroom.train;

import java.util.List;

/**
 * The losses of the first so many test images at one moment of a run, in nats per image; one draw of z each, the same noise
 * every time, so that two moments can be compared. Of a plain autoencoder the KLs are not numbers.
 *
 * @param step steps taken by then
 * @param images how many
 * @param distortion −log p(x|z); at the code for an autoencoder
 * @param klPerDimension average KL of each latent dimension
 */
public record TestLosses(long step, int images, double distortion, List<Double> klPerDimension) {
    public TestLosses {
        klPerDimension = List.copyOf(klPerDimension);
    }

    /** Sum of the KLs. */
    public double rate() {
        return klPerDimension.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** −distortion − rate. */
    public double elbo() {
        return -distortion - rate();
    }
}
