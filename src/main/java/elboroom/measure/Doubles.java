package elboroom.measure;

import java.util.Arrays;

/** Arithmetic on arrays of float64. */
final class Doubles {
    private Doubles() {}

    static double[] of(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Standard error of the mean of independent values; 0 of a single one. */
    static double standardError(double[] values) {
        return values.length < 2 ? 0 : Math.sqrt(variance(values) / values.length);
    }

    /** Variance with divisor n − 1. */
    static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    /**
     * The value below which a share of all lie.
     *
     * @param sorted ascending, not empty
     */
    static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
