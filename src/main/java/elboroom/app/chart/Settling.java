package elboroom.app.chart;

/**
 * How long the values at the beginning of the data may leave the plot at its top, where they would leave no room for what
 * comes after.
 *
 * @param share of x, 0 to 1
 * @param span of x; the longer of both counts, but of a short run never more than a fifth
 */
public record Settling(double share, double span) {
    /** Everything has to fit. */
    public static final Settling NONE = new Settling(0, 0);

    private static final double MOST = 0.2;

    /** Where it is over. */
    double end(double begin, double end) {
        double length = end - begin;
        return begin + Math.max(share * length, Math.min(span, MOST * length));
    }
}
