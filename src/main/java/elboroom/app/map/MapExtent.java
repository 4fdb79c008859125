package elboroom.app.map;

/**
 * The part of the plane that the map shows, whatever its size in pixels.
 *
 * @param centreX middle of the view, in units of z
 * @param centreY middle of the view, in units of z
 * @param span units of z across the shorter side
 */
public record MapExtent(double centreX, double centreY, double span) {
    private static final double FARTHEST = 1e6;
    private static final double CLOSEST = 1e-9;

    /** Whether no eye could tell them apart. */
    boolean isAbout(MapExtent other) {
        double least = 1e-9 * span;
        return Math.abs(centreX - other.centreX) <= least
                && Math.abs(centreY - other.centreY) <= least
                && Math.abs(span - other.span) <= least;
    }

    /** Whether there is anything to see there; of what was stored, that is not certain. */
    public boolean fits() {
        return Math.abs(centreX) <= FARTHEST && Math.abs(centreY) <= FARTHEST && span >= CLOSEST && span <= FARTHEST;
    }
}
