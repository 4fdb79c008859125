package elboroom.bench;

import java.util.Arrays;

/** Median, 95th and 99th percentile of some measurements, in their unit. */
public record Percentiles(double p50, double p95, double p99) {
    /** The measurements at the ranks ⌈n·0.50⌉, ⌈n·0.95⌉ and ⌈n·0.99⌉. */
    public static Percentiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
