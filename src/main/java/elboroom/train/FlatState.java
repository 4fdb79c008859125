package elboroom.train;

/**
 * A network's parameters and Adam's moments as three flat arrays in the graph's own order.
 *
 * @param parameters of the network
 * @param firstMoment running mean of the gradient, per parameter
 * @param secondMoment running mean of its square, per parameter
 */
record FlatState(float[] parameters, float[] firstMoment, float[] secondMoment) {
    static FlatState ofSize(int parameters) {
        return new FlatState(new float[parameters], new float[parameters], new float[parameters]);
    }
}
