package elboroom.raster;

/**
 * How points are drawn.
 *
 * @param diameter in pixels
 * @param opacity 0 to 1
 * @param shapes whether classes differ by shape as well as by colour; below 6 pixels shapes only look like noise
 */
public record PointStyle(double diameter, double opacity, boolean shapes) {
    private static final double SHAPES_FROM = 6;
    private static final double STEPS = 4;
    private static final double OPACITIES = 32;

    /**
     * The style that keeps both few points visible and many legible: smaller and fainter the more there are, larger and
     * firmer as one zooms in. It depends on nothing that a pan changes, so a pan changes no point.
     *
     * @param count number of points, seen or not
     * @param extent pixels that all points span at this zoom, the larger of the two ways
     * @param pixelRatio physical pixels for one logical pixel
     */
    public static PointStyle of(int count, double extent, double pixelRatio) {
        double crowd = Math.max(1, count) / 10_000.0;
        double zoom = Math.max(0.2, extent / pixelRatio / 640);
        double diameter = Math.max(1.3, Math.min(12, 3.9 * Math.pow(crowd, -0.2) * Math.pow(zoom, 0.4)));
        double opacity = Math.max(0.3, Math.min(0.9, 0.72 * Math.pow(crowd, -0.17) * Math.pow(zoom, 0.2)));
        // In steps too small to see, so that most frames of a zoom need no new stamps.
        return new PointStyle(
                Math.rint(diameter * pixelRatio * STEPS) / STEPS,
                Math.rint(opacity * OPACITIES) / OPACITIES,
                diameter >= SHAPES_FROM);
    }
}
