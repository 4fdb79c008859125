package elboroom.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often values fall into intervals of one width, whose edges are round numbers.
 *
 * @param start lower edge of the first interval
 * @param width of an interval: 1, 2 or 5 times a power of ten
 * @param bin of each value, in the order of the values; −1 for one that is not a finite number
 * @param counts of each interval; a value on an edge belongs to the upper one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Histogram(double start, double width, int[] bin, int[] counts) {
    /**
     * Sorts values into intervals.
     *
     * @param about how many intervals to aim at; there will be between half and twice as many, save where all values are alike
     */
    public static Histogram of(double[] values, int about) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            throw new IllegalArgumentException("no finite values among " + values.length);
        }
        double least = Arrays.stream(finite).min().orElseThrow();
        double most = Arrays.stream(finite).max().orElseThrow();
        double width = roundWidth(Math.max((most - least) / about, 1e-9 * Math.max(1, Math.abs(most))));
        long first = (long) Math.floor(least / width);
        int[] counts = new int[(int) ((long) Math.floor(most / width) - first) + 1];
        int[] bin = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bin[i] = Double.isFinite(values[i]) ? (int) ((long) Math.floor(values[i] / width) - first) : -1;
            if (bin[i] >= 0) {
                counts[bin[i]]++;
            }
        }
        return new Histogram(first * width, width, bin, counts);
    }

    /** The nearest of 1, 2 and 5 times a power of ten, on a logarithmic scale. */
    private static double roundWidth(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        double digit = width / power;
        return power * (digit < Math.sqrt(2) ? 1 : digit < Math.sqrt(10) ? 2 : digit < Math.sqrt(50) ? 5 : 10);
    }

    /** Lower edge of an interval; of the one after the last, the upper edge of all. */
    public double edge(int interval) {
        return start + interval * width;
    }

    /** Indices of the values in an interval, ascending. */
    public int[] members(int interval) {
        return IntStream.range(0, bin.length).filter(i -> bin[i] == interval).toArray();
    }
}
