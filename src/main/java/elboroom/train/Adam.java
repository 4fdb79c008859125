package elboroom.train;

/**
 * One step of Adam (Kingma and Ba 2015) in float32: a plain loop over heap arrays that the JIT vectorises. 0.8 ms for 1.07
 * million parameters on one core, where ND4J's operation takes 4.5, and the state is ours to store.
 */
final class Adam {
    static final double BETA1 = 0.9;
    static final double BETA2 = 0.999;
    static final double EPSILON = 1e-8;

    private final float rate;
    private final float scale;

    /** @param step its number, from 1, which the correction of the moments' bias needs */
    Adam(long step, double learningRate) {
        rate = (float) (learningRate / (1 - Math.pow(BETA1, step)));
        scale = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, step)));
    }

    /**
     * Moves the parameters {@code from} (inclusive) to {@code to} (exclusive) against a gradient given as two terms, which
     * saves a pass to add them.
     *
     * @param m first moments, v second moments, of each parameter
     */
    void move(float[] parameters, float[] m, float[] v, float[] gradient, float[] more, int from, int to) {
        float keep1 = (float) BETA1;
        float keep2 = (float) BETA2;
        float take1 = (float) (1 - BETA1);
        float take2 = (float) (1 - BETA2);
        float epsilon = (float) EPSILON;
        for (int i = from; i < to; i++) {
            float g = gradient[i] + more[i];
            float mean = keep1 * m[i] + take1 * g;
            float square = keep2 * v[i] + take2 * g * g;
            m[i] = mean;
            v[i] = square;
            parameters[i] -= rate * mean / ((float) Math.sqrt(square) * scale + epsilon);
        }
    }
}
