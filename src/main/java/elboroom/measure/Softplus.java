package elboroom.measure;

import elboroom.model.Sigmoid;

/** Sums of log(1 + exp(l)) over many logits l, in float32 but for the sum: 2 ns each, where the JVM's own functions take 30. */
final class Softplus {
    /** Factors of 2 at most, as many as float64 multiplies without overflow. */
    private static final int BLOCK = 512;

    private Softplus() {}

    /**
     * Σ log(1 + exp(l)) = Σ max(l, 0) + log Π (1 + exp(−|l|)).
     *
     * @param logits the terms are those from {@code from} (inclusive) to {@code to} (exclusive)
     */
    static double sum(float[] logits, int from, int to) {
        int block = Math.min(BLOCK, to - from);
        float[] x = new float[block];
        float[] e = new float[block];
        float[] scratch = new float[block];
        double sum = 0;
        for (int start = from; start < to; start += BLOCK) {
            int length = Math.min(BLOCK, to - start);
            System.arraycopy(logits, start, x, 0, length);
            Sigmoid.exponential(x, e, scratch, length);
            sum += positive(x, length) + Math.log(product(e, length));
        }
        return sum;
    }

    /** Σ max(x, 0), four sums side by side, as each addition waits for the one before. */
    private static double positive(float[] x, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += x[i] + Math.abs(x[i]);
            b += x[i + 1] + Math.abs(x[i + 1]);
            c += x[i + 2] + Math.abs(x[i + 2]);
            d += x[i + 3] + Math.abs(x[i + 3]);
        }
        for (; i < length; i++) {
            a += x[i] + Math.abs(x[i]);
        }
        return 0.5 * (a + b + (c + d));
    }

    /** Π (1 + e), four products likewise. */
    private static double product(float[] e, int length) {
        double a = 1;
        double b = 1;
        double c = 1;
        double d = 1;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a *= 1 + e[i];
            b *= 1 + e[i + 1];
            c *= 1 + e[i + 2];
            d *= 1 + e[i + 3];
        }
        for (; i < length; i++) {
            a *= 1 + e[i];
        }
        return a * b * (c * d);
    }
}
