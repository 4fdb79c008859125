package elboroom.raster;

/**
 * A rectangle of the latent plane, never empty.
 *
 * @param minX least first coordinate
 * @param minY least second coordinate
 * @param maxX greatest first coordinate
 * @param maxY greatest second coordinate
 */
public record Bounds(double minX, double minY, double maxX, double maxY) {
    /** Where nearly all of the prior is: 3 standard deviations each way. */
    public static final Bounds PRIOR = new Bounds(-3, -3, 3, 3);

    private static final double MIN_SIZE = 1e-6;

    public Bounds {
        if (!(minX <= maxX && minY <= maxY)) {
            throw new IllegalArgumentException("bounds from (%s, %s) to (%s, %s)".formatted(minX, minY, maxX, maxY));
        }
        if (maxX - minX < MIN_SIZE) {
            minX -= 0.5;
            maxX += 0.5;
        }
        if (maxY - minY < MIN_SIZE) {
            minY -= 0.5;
            maxY += 0.5;
        }
    }

    /** The smallest bounds around all finite points, or {@link #PRIOR} when there are none. */
    public static Bounds of(float[] x, float[] y) {
        float minX = Float.POSITIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (Float.isFinite(x[i]) && Float.isFinite(y[i])) {
                minX = Math.min(minX, x[i]);
                maxX = Math.max(maxX, x[i]);
                minY = Math.min(minY, y[i]);
                maxY = Math.max(maxY, y[i]);
            }
        }
        return minX <= maxX ? new Bounds(minX, minY, maxX, maxY) : PRIOR;
    }

    /** The same, widened about the middle to at least {@code span} each way. */
    public Bounds atLeast(double span) {
        double moreX = Math.max(0, span - width()) / 2;
        double moreY = Math.max(0, span - height()) / 2;
        return new Bounds(minX - moreX, minY - moreY, maxX + moreX, maxY + moreY);
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }

    public double centreX() {
        return (minX + maxX) / 2;
    }

    public double centreY() {
        return (minY + maxY) / 2;
    }
}
