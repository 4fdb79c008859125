package elboroom.model.layer;

/** Loops over pictures that hold all rows of a channel together, [channels][n][side][side]. */
final class Channels {
    private Channels() {}

    /**
     * Adds its bias to each channel, and takes max(0, ·) if {@code relu}.
     *
     * @param size values of one channel
     */
    static void addBias(float[] y, float[] bias, int size, boolean relu) {
        for (int channel = 0; channel < bias.length; channel++) {
            float b = bias[channel];
            int end = (channel + 1) * size;
            if (relu) {
                for (int i = channel * size; i < end; i++) {
                    y[i] = Math.max(0, y[i] + b);
                }
            } else {
                for (int i = channel * size; i < end; i++) {
                    y[i] += b;
                }
            }
        }
    }

    /** Sums each channel; in float64, as a channel holds ten thousands of values. */
    static void sum(float[] dy, int size, float[] sums) {
        for (int channel = 0; channel < sums.length; channel++) {
            double sum = 0;
            for (int i = channel * size; i < (channel + 1) * size; i++) {
                sum += dy[i];
            }
            sums[channel] = (float) sum;
        }
    }
}
