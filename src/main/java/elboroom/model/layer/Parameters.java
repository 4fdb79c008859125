package elboroom.model.layer;

/**
 * A layer's weights and bias, or a gradient or moment of theirs; both empty in a layer that only rearranges.
 *
 * @param weights in the layer's own order
 * @param bias one per output channel
 */
public record Parameters(NativeFloats weights, NativeFloats bias) {
    /** Zeros. */
    public Parameters(int weights, int bias) {
        this(new NativeFloats(weights), new NativeFloats(bias));
    }

    /** The same weights with a bias of 0. */
    Parameters withoutBias() {
        return new Parameters(weights, new NativeFloats(bias.length()));
    }

    /** Zeros of the same sizes. */
    public Parameters like() {
        return new Parameters(weights.length(), bias.length());
    }
}
