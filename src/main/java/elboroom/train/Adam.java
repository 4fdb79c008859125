package elboroom.train;

import elboroom.model.layer.NativeFloats;

/**
 * One step of Adam (Kingma and Ba 2015) in float32: a plain loop over blocks that the JIT vectorises. 1.0 ms for 1.07
 * million parameters on one core, where ND4J's operation takes 4.5, and the state is ours to store.
 */
final class Adam {
    static final double BETA1 = 0.9;
    static final double BETA2 = 0.999;
    static final double EPSILON = 1e-8;
    /** Added and taken away again, it turns moments below 1e-27 to 0, and others not by more than 1e-27. */
    private static final float TINY = 1e-20f;

    private final float rate;
    private final float scale;

    /** @param step its number, from 1, which the correction of the moments' bias needs */
    Adam(long step, double learningRate) {
        rate = (float) (learningRate / (1 - Math.pow(BETA1, step)));
        scale = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, step)));
    }

    /**
     * Moves as many parameters as there are moments, from number {@code from} on, against as many of the gradient from its
     * start on.
     *
     * <p>Where a unit has died, its gradient is 0 and its moments shrink with every step; after some 800 they would be
     * denormal numbers, which cost a hundred times as much: the whole step twice as much, after 1,500.
     */
    void move(NativeFloats parameters, NativeFloats gradient, int from, Moments moments) {
        float[] p = new float[Moments.BLOCK];
        float[] g = new float[Moments.BLOCK];
        for (int block = 0; block < moments.blocks(); block++) {
            float[] mean = moments.mean(block);
            int length = mean.length;
            int start = block * Moments.BLOCK;
            parameters.get(from + start, p, 0, length);
            gradient.get(start, g, 0, length);
            move(p, mean, moments.square(block), g, length);
            parameters.put(from + start, p, 0, length);
        }
    }

    private void move(float[] p, float[] m, float[] v, float[] g, int length) {
        float keep1 = (float) BETA1;
        float keep2 = (float) BETA2;
        float take1 = (float) (1 - BETA1);
        float take2 = (float) (1 - BETA2);
        float epsilon = (float) EPSILON;
        float step = rate;
        float root = scale;
        for (int i = 0; i < length; i++) {
            float gradient = g[i];
            float mean = (keep1 * m[i] + take1 * gradient + TINY) - TINY;
            float square = (keep2 * v[i] + take2 * gradient * gradient + TINY) - TINY;
            m[i] = mean;
            v[i] = square;
            p[i] -= step * mean / ((float) Math.sqrt(square) * root + epsilon);
        }
    }
}
