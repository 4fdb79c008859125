package elboroom.measure;

import elboroom.model.Sigmoid;

/** Sums of log(1 + exp(l)) over many logits l, in float32 but for the sum: 2 ns each, where the JVM's own functions take 30. */
final class Softplus {
    /** Factors of ½ at least, as many as float64 multiplies without underflow. */
    private static final int BLOCK = 512;

    private Softplus() {}

    /**
     * Σ log(1 + exp(l)) = Σ max(l, 0) − log Π sigmoid(|l|).
     *
     * @param logits the terms are those from {@code from} (inclusive) to {@code to} (exclusive)
     */
    static double sum(float[] logits, int from, int to) {
        float[] magnitude = new float[Math.min(BLOCK, to - from)];
        double sum = 0;
        for (int start = from; start < to; start += BLOCK) {
            int length = Math.min(BLOCK, to - start);
            System.arraycopy(logits, start, magnitude, 0, length);
            // max(l, 0) = ½(l + |l|).
            double signed = total(magnitude, length);
            for (int i = 0; i < length; i++) {
                magnitude[i] = Math.abs(magnitude[i]);
            }
            sum += 0.5 * (signed + total(magnitude, length));
            Sigmoid.apply(magnitude, 0, length);
            sum -= Math.log(product(magnitude, length));
        }
        return sum;
    }

    /** Four sums side by side, as each addition waits for the one before. */
    private static double total(float[] terms, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += terms[i];
            b += terms[i + 1];
            c += terms[i + 2];
            d += terms[i + 3];
        }
        for (; i < length; i++) {
            a += terms[i];
        }
        return a + b + (c + d);
    }

    /** Four products likewise. */
    private static double product(float[] factors, int length) {
        double a = 1;
        double b = 1;
        double c = 1;
        double d = 1;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a *= factors[i];
            b *= factors[i + 1];
            c *= factors[i + 2];
            d *= factors[i + 3];
        }
        for (; i < length; i++) {
            a *= factors[i];
        }
        return a * b * (c * d);
    }
}
