package elboroom.model.layer;

/** Loops over pictures that hold all rows of a channel together, [channels][n][height][width]. */
final class Channels {
    private Channels() {}

    /**
     * Adds its bias to each channel, and takes max(0, ·) if {@code relu}.
     *
     * @param size values of one channel
     */
    static void addBias(NativeFloats y, NativeFloats bias, int size, boolean relu) {
        float[] biases = bias.toArray();
        for (int channel = 0; channel < biases.length; channel++) {
            float b = biases[channel];
            float least = relu ? 0 : Float.NEGATIVE_INFINITY;
            y.update(channel * size, (channel + 1) * size, (block, length) -> addBias(block, length, b, least));
        }
    }

    private static void addBias(float[] y, int length, float bias, float least) {
        for (int i = 0; i < length; i++) {
            y[i] = Math.max(least, y[i] + bias);
        }
    }

    /** Sums each channel; in float64, as a channel holds ten thousands of values. */
    static void sum(NativeFloats dy, int size, NativeFloats sums) {
        float[] values = new float[size];
        float[] result = new float[sums.length()];
        for (int channel = 0; channel < result.length; channel++) {
            dy.get(channel * size, values, 0, size);
            result[channel] = (float) sum(values, size);
        }
        sums.put(0, result, 0, result.length);
    }

    /** Four sums at a time, which do not wait for each other. */
    private static double sum(float[] values, int size) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i + 3 < size; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (int i = size & ~3; i < size; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }
}
