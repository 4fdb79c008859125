package elboroom.app.chart;

import elboroom.raster.Ticks;

/**
 * Part of an axis.
 *
 * @param min finite
 * @param max finite and greater
 */
public record Range(double min, double max) {
    /** Beginnings of round numbers: an axis that grows does so from one to the next, not with each point. */
    private static final double[] ROUND = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    private static final int STEPS = 5;
    /** Relative difference below which values are the same but for rounding in float32. */
    private static final double NO_DIFFERENCE = 1e-5;

    public Range {
        if (!(Double.isFinite(min) && Double.isFinite(max) && max > min)) {
            throw new IllegalArgumentException("range from %s to %s".formatted(min, max));
        }
    }

    /** A range with round ends around some values; one value, too, gets some room. */
    public static Range around(double least, double greatest) {
        double low = least;
        double high = greatest;
        if (high - low <= NO_DIFFERENCE * Math.max(Math.abs(low), Math.abs(high))) {
            double room = low == 0 ? 1 : Math.abs(low) / 10;
            low -= room;
            high += room;
        }
        double step = Ticks.between(low, high, (high - low) / STEPS).step();
        return new Range(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step);
    }

    /** From 0 to a round number that is at least {@code greatest}. */
    public static Range upTo(double greatest) {
        if (!(greatest > 0)) {
            return new Range(0, 1);
        }
        double power = Math.pow(10, Math.floor(Math.log10(greatest)));
        for (double round : ROUND) {
            if (round * power >= greatest * (1 - 1e-12)) {
                return new Range(0, round * power);
            }
        }
        return new Range(0, 10 * power);
    }

    public double size() {
        return max - min;
    }

    public boolean contains(double value) {
        return value >= min && value <= max;
    }

    /** The same size, within limits if it is not larger than they are. */
    Range within(Range limits) {
        if (size() >= limits.size()) {
            return limits;
        }
        double shift = Math.max(0, limits.min - min) - Math.max(0, max - limits.max);
        return shift == 0 ? this : new Range(min + shift, max + shift);
    }
}
