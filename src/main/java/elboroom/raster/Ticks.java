package elboroom.raster;

import java.util.Locale;

/**
 * Evenly spaced round numbers along an axis.
 *
 * @param first the least tick
 * @param step between two ticks: 1, 2 or 5, seldom 4, times a power of ten
 * @param count number of ticks
 */
public record Ticks(double first, double step, int count) {
    /** Ticks from {@code min} to {@code max} at least {@code spacing} apart, all in latent units. */
    public static Ticks between(double min, double max, double spacing) {
        double power = Math.pow(10, Math.floor(Math.log10(spacing)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= spacing) {
                step = factor * power;
                break;
            }
        }
        return every(step, min, max);
    }

    /** The same, but closer where there would be a single tick, or none: one number does not say how long an axis is. */
    public static Ticks atLeastTwo(double min, double max, double spacing) {
        Ticks usual = between(min, max, spacing);
        if (usual.count() > 1) {
            return usual;
        }
        boolean five = Math.round(usual.step() / Math.pow(10, Math.floor(Math.log10(usual.step()) + 1e-9))) == 5;
        for (double share : five ? new double[] {0.8, 0.4} : new double[] {0.5}) {
            Ticks closer = every(share * usual.step(), min, max);
            if (closer.count() > 1) {
                return closer;
            }
        }
        return usual;
    }

    private static Ticks every(double step, double min, double max) {
        double first = Math.ceil(min / step) * step;
        return new Ticks(first, step, (int) Math.floor((max - first) / step + 1e-9) + 1);
    }

    /** Value of one tick. */
    public double at(int index) {
        // From whole multiples, so that zero is zero and not 1e-17.
        return (Math.rint(first / step) + index) * step;
    }

    /** The tick as text, with as many decimals as the step needs and a true minus sign. */
    public String label(int index) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", at(index) + 0.0)
                .replace('-', '\u2212');
    }
}
