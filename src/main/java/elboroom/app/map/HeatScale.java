package elboroom.app.map;

import elboroom.raster.ColourMap;
import elboroom.raster.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which colours stand for which numbers.
 *
 * @param title what the numbers are
 * @param unit may be empty
 * @param min number of the first colour; above 0 if logarithmic
 * @param max number of the last colour, greater
 * @param log whether equal factors are equally far apart
 * @param colours from the least to the greatest
 */
public record HeatScale(String title, String unit, double min, double max, boolean log, ColourMap colours) {
    private static final double DECADE_DIGITS = 0.9;

    public HeatScale {
        if (!(max > min) || (log && min <= 0)) {
            throw new IllegalArgumentException("colours from %s to %s".formatted(min, max));
        }
    }

    /** Numbers of 0 and more. */
    public static HeatScale linear(String title, String unit, double min, double max) {
        return new HeatScale(title, unit, min, max, false, ColourMap.VIRIDIS);
    }

    /** Numbers that differ by factors. */
    public static HeatScale logarithmic(String title, String unit, double min, double max) {
        return new HeatScale(title, unit, min, max, true, ColourMap.VIRIDIS);
    }

    /** Differences: of either sign, from {@code −most} to {@code most}. */
    public static HeatScale diverging(String title, String unit, double most) {
        return new HeatScale(title, unit, -most, most, false, ColourMap.DIVERGING);
    }

    /** Place of a number on the colour map: 0 to 1, less or more beyond its ends; NaN of no number. */
    public double share(double value) {
        return log
                ? Math.log(Math.max(value, Double.MIN_NORMAL) / min) / Math.log(max / min)
                : (value - min) / (max - min);
    }

    String name() {
        return unit.isEmpty() ? title : title + " (" + unit + ")";
    }

    /** A mark beside the colours. */
    record Mark(double value, String text) {}

    /**
     * Round numbers from the least to the greatest.
     *
     * @param most how many have room
     */
    List<Mark> marks(int most) {
        List<Mark> marks = new ArrayList<>();
        if (!log || Math.log10(max / min) < DECADE_DIGITS) {
            Ticks ticks = Ticks.between(min, max, (max - min) / Math.max(1, most));
            for (int i = 0; i < ticks.count(); i++) {
                marks.add(new Mark(ticks.at(i), ticks.label(i)));
            }
            return marks;
        }
        double decades = Math.log10(max / min);
        double[] digits = 3 * decades <= most ? new double[] {1, 2, 5} : new double[] {1};
        int stride = (int) Math.max(1, Math.ceil(decades / most));
        for (int power = (int) Math.floor(Math.log10(min)); power <= Math.log10(max); power += stride) {
            for (double digit : digits) {
                double value = digit * Math.pow(10, power);
                if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
                    marks.add(new Mark(value, decimal(value, power)));
                }
            }
        }
        return marks;
    }

    private static String decimal(double value, int power) {
        return power < -3 || power > 4
                ? String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e−").replace("e+0", "e")
                : String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", value);
    }
}
