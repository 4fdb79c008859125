package elboroom.model;

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
}
