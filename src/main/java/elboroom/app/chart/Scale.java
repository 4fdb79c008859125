package elboroom.app.chart;

/**
 * From values to pixels and back.
 *
 * @param range values seen; above 0 if logarithmic
 * @param from pixel of the least value
 * @param to pixel of the greatest value
 * @param log whether equal factors are equally far apart
 */
record Scale(Range range, double from, double to, boolean log) {
    Scale {
        if (log && range.min() <= 0) {
            throw new IllegalArgumentException("a logarithmic scale cannot begin at " + range.min());
        }
    }

    double toScreen(double value) {
        double low = in(range.min());
        return from + (in(value) - low) / (in(range.max()) - low) * (to - from);
    }

    double toValue(double pixel) {
        double low = in(range.min());
        return out(low + (pixel - from) / (to - from) * (in(range.max()) - low));
    }

    /** The range after zooming: the value at a pixel stays where it is. */
    Range zoomed(double pixel, double factor) {
        double at = in(toValue(pixel));
        return new Range(out(at + (in(range.min()) - at) * factor), out(at + (in(range.max()) - at) * factor));
    }

    /** The range after the data have been dragged by some pixels. */
    Range dragged(double pixels) {
        double shift = -pixels / (to - from) * (in(range.max()) - in(range.min()));
        return new Range(out(in(range.min()) + shift), out(in(range.max()) + shift));
    }

    /** How many values, or on a logarithmic scale decades, a pixel stands for. */
    double perPixel() {
        return Math.abs((in(range.max()) - in(range.min())) / (to - from));
    }

    /** Values of 0 and less lie below everything on a logarithmic scale. */
    private double in(double value) {
        return log ? Math.log10(Math.max(value, Double.MIN_NORMAL)) : value;
    }

    private double out(double value) {
        return log ? Math.pow(10, value) : value;
    }
}
