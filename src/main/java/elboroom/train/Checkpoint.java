package elboroom.train;

/**
 * Everything from which a run goes on exactly as if it had not stopped: order and noise follow from seed and step alone.
 *
 * @param step steps taken
 * @param parameters of the network, in the graph's order
 * @param firstMoment Adam's, per parameter
 * @param secondMoment Adam's, per parameter
 * @param seconds of training so far
 */
public record Checkpoint(long step, float[] parameters, float[] firstMoment, float[] secondMoment, double seconds) {}
