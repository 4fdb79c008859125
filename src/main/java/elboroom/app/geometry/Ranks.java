package elboroom.app.geometry;

import java.util.Arrays;

/**
 * What is usual under the prior: all kinds of stretch at its samples.
 *
 * @param sorted one row for each {@link Stretch}, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Ranks(double[][] sorted) {
    static Ranks of(float[][] values) {
        double[][] sorted = new double[values.length][];
        for (int q = 0; q < values.length; q++) {
            sorted[q] = new double[values[q].length];
            for (int i = 0; i < sorted[q].length; i++) {
                sorted[q][i] = values[q][i];
            }
            Arrays.sort(sorted[q]);
        }
        return new Ranks(sorted);
    }

    /** Values at all samples, ascending. */
    double[] of(Stretch stretch) {
        return sorted[stretch.ordinal()];
    }

    int count() {
        return sorted[0].length;
    }

    /** The value below which a share of the samples lie. */
    double percentile(Stretch stretch, double share) {
        double[] values = of(stretch);
        return values[(int) Math.min(values.length - 1, Math.floor(share * values.length))];
    }

    /** Share of the samples that lie below a value. */
    double rank(Stretch stretch, double value) {
        double[] values = of(stretch);
        int at = Arrays.binarySearch(values, value);
        return (double) (at < 0 ? -at - 1 : at) / values.length;
    }
}
