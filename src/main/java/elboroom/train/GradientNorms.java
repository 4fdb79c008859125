package elboroom.train;

/**
 * Euclidean lengths of the objective's gradient, per image, averaged over the minibatch.
 *
 * @param encoder over the parameters of the encoder, its heads included
 * @param decoder over those of the decoder
 */
public record GradientNorms(double encoder, double decoder) {}
