package elboroom.app.chart;

import elboroom.app.widget.Numbers;
import elboroom.raster.Ticks;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along a scale. */
final class Marks {
    private static final String[] SUPERSCRIPTS = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    /** Powers of ten that are written out. */
    private static final int LEAST_PLAIN = -3;

    private static final int GREATEST_PLAIN = 5;
    private static final double LARGE = 1e6;
    /** Decades seen below which numbers between the powers of ten are marked too. */
    private static final double FEW_DECADES = 2.5;

    private Marks() {}

    /**
     * One mark.
     *
     * @param at pixel along the axis
     * @param label its number
     */
    record Mark(double at, String label) {}

    /** Marks at least some pixels apart. */
    static List<Mark> on(Scale scale, double spacing) {
        return scale.log() && decades(scale) > 0.5 ? powers(scale, spacing) : even(scale, spacing);
    }

    private static double decades(Scale scale) {
        return Math.log10(scale.range().max() / scale.range().min());
    }

    private static List<Mark> even(Scale scale, double spacing) {
        Range range = scale.range();
        double pixels = Math.abs(scale.to() - scale.from());
        Ticks ticks = Ticks.between(range.min(), range.max(), range.size() * Math.min(1, spacing / pixels));
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(ticks.step()) + 1e-9));
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < ticks.count(); i++) {
            marks.add(new Mark(scale.toScreen(ticks.at(i)), label(ticks.at(i), ticks.step(), decimals)));
        }
        return marks;
    }

    /** A round number; one of seven digits or more, as of a loss that runs away, in powers of ten. */
    private static String label(double value, double step, int decimals) {
        if (Math.abs(value) < LARGE) {
            return Numbers.fixed(value, decimals);
        }
        int power = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
        int digits = Math.max(0, power - (int) Math.floor(Math.log10(step) + 1e-9));
        return Numbers.fixed(value / Math.pow(10, power), digits) + "·10" + superscript(power);
    }

    private static List<Mark> powers(Scale scale, double spacing) {
        int[] factors = decades(scale) < FEW_DECADES ? new int[] {1, 2, 5} : new int[] {1};
        int every = (int) Math.max(1, Math.ceil(spacing * scale.perPixel()));
        int first = (int) Math.floor(Math.log10(scale.range().min()) + 1e-9);
        int last = (int) Math.ceil(Math.log10(scale.range().max()) - 1e-9);
        List<Mark> marks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            if (Math.floorMod(power, every) != 0) {
                continue;
            }
            for (int factor : factors) {
                double value = factor * Math.pow(10, power);
                if (value >= scale.range().min() * (1 - 1e-9)
                        && value <= scale.range().max() * (1 + 1e-9)) {
                    marks.add(new Mark(scale.toScreen(value), label(factor, power)));
                }
            }
        }
        return marks;
    }

    private static String label(int factor, int power) {
        if (power >= LEAST_PLAIN - 1 && power <= GREATEST_PLAIN) {
            return Numbers.fixed(factor * Math.pow(10, power), Math.max(0, -power));
        }
        return (factor == 1 ? "10" : factor + "·10") + superscript(power);
    }

    private static String superscript(int power) {
        StringBuilder text = new StringBuilder();
        if (power < 0) {
            text.append('⁻');
        }
        for (char digit : Integer.toString(Math.abs(power)).toCharArray()) {
            text.append(SUPERSCRIPTS[digit - '0']);
        }
        return text.toString();
    }
}
