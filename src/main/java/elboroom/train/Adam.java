package elboroom.train;

/**
 * Adam (Kingma and Ba 2015) over one flat parameter vector, in float32. Plain loops over heap arrays, which the JIT
 * vectorises: 0.8 ms for 1.07 million parameters where ND4J's operation takes 4.5 ms, and the state is ours to store.
 */
final class Adam {
    static final double BETA1 = 0.9;
    static final double BETA2 = 0.999;
    static final double EPSILON = 1e-8;

    private final float[] firstMoment;
    private final float[] secondMoment;
    private long step;

    Adam(int parameters) {
        this(new float[parameters], new float[parameters], 0);
    }

    /**
     * Continues from a stored state.
     *
     * @param firstMoment running mean of the gradient, per parameter
     * @param secondMoment running mean of its square
     * @param step steps already taken
     */
    Adam(float[] firstMoment, float[] secondMoment, long step) {
        this.firstMoment = firstMoment;
        this.secondMoment = secondMoment;
        this.step = step;
    }

    /** Moves {@code parameters} one step against {@code gradient}. */
    void step(float[] parameters, float[] gradient, double learningRate) {
        step++;
        float b1 = (float) BETA1;
        float b2 = (float) BETA2;
        float keep1 = (float) (1 - BETA1);
        float keep2 = (float) (1 - BETA2);
        float rate = (float) (learningRate / (1 - Math.pow(BETA1, step)));
        float scale = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, step)));
        float epsilon = (float) EPSILON;
        float[] m = firstMoment;
        float[] v = secondMoment;
        for (int i = 0; i < parameters.length; i++) {
            float g = gradient[i];
            float mean = b1 * m[i] + keep1 * g;
            float square = b2 * v[i] + keep2 * g * g;
            m[i] = mean;
            v[i] = square;
            parameters[i] -= rate * mean / ((float) Math.sqrt(square) * scale + epsilon);
        }
    }

    float[] firstMoment() {
        return firstMoment;
    }

    float[] secondMoment() {
        return secondMoment;
    }

    long steps() {
        return step;
    }
}
