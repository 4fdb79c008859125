package elboroom.model;

import java.util.Arrays;

/**
 * A data split as a model sees it, kept beside the model so that its map can be drawn before any engine is running.
 *
 * @param posterior of every image, in the order of the split
 * @param labels class of every image, length n
 */
public record EncodedSet(Posterior posterior, int[] labels) {
    public EncodedSet {
        if (labels.length != posterior.count()) {
            throw new IllegalArgumentException(posterior.count() + " posteriors with " + labels.length + " labels");
        }
    }

    /** The first {@code count} images; all if there are no more. */
    public EncodedSet first(int count) {
        if (count >= labels.length) {
            return this;
        }
        int values = count * posterior.latentSize();
        return new EncodedSet(
                new Posterior(
                        count,
                        posterior.latentSize(),
                        Arrays.copyOf(posterior.mean(), values),
                        Arrays.copyOf(posterior.logVariance(), values)),
                Arrays.copyOf(labels, count));
    }
}
