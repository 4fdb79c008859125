package elboroom.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Comparison with golden values: relative to each value's own size, with a floor for those near zero. */
public final class Golden {
    /** Tolerance for quantities computed in float32. */
    public static final double FLOAT32 = 1e-4;
    /** Tolerance for quantities computed in float64. */
    public static final double FLOAT64 = 1e-8;

    private static final double FLOOR = 1e-2;

    private Golden() {}

    public static void assertEqual(String what, double[] actual, JsonNode expected, double tolerance) {
        assertEqual(what, actual, GoldenNetwork.flat(expected), tolerance);
    }

    public static void assertEqual(String what, double[] actual, double[] expected, double tolerance) {
        assertThat(actual).as("size of %s", what).hasSameSizeAs(expected);
        double worst = 0;
        int where = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[i] - expected[i]) / Math.max(FLOOR, Math.abs(expected[i]));
            if (!(error <= worst)) {
                worst = error;
                where = i;
            }
        }
        assertThat(worst)
                .as("relative error of %s at %d: %s instead of %s", what, where, actual[where], expected[where])
                .isLessThanOrEqualTo(tolerance);
    }

    public static void assertEqual(String what, double actual, double expected, double tolerance) {
        assertEqual(what, new double[] {actual}, new double[] {expected}, tolerance);
    }

    public static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    public static float[] floats(JsonNode node) {
        double[] values = GoldenNetwork.flat(node);
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
