package elboroom.app.chart;

/**
 * How a line is drawn.
 *
 * @param argb colour
 * @param width pixels
 * @param dash lets lines be told apart without colours
 */
public record Line(int argb, double width, Dash dash) {
    /** Patterns, in multiples of pixels. */
    public enum Dash {
        SOLID,
        DASHED(7, 4),
        DOTTED(1.5, 3.5),
        DASH_DOT(7, 3, 1.5, 3);

        private final double[] pattern;

        Dash(double... pattern) {
            this.pattern = pattern;
        }

        double[] pattern() {
            return pattern.clone();
        }
    }

    static Line solid(int argb, double width) {
        return new Line(argb, width, Dash.SOLID);
    }

    static Line dashed(int argb, double width) {
        return new Line(argb, width, Dash.DASHED);
    }
}
