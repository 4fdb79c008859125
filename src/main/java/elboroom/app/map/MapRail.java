package elboroom.app.map;

/**
 * A straight arrow with a handle on it that can be dragged along.
 *
 * @param startX where the arrow starts, in latent units as all here
 * @param startY of the same point
 * @param endX where it points
 * @param endY of the same point
 * @param place of the handle, from 0, at the start, to 1
 * @param label words at its head
 */
public record MapRail(double startX, double startY, double endX, double endY, double place, String label) {
    /** Of the handle. */
    public double x() {
        return startX + place * (endX - startX);
    }

    /** Of the handle. */
    public double y() {
        return startY + place * (endY - startY);
    }

    /** The place that is nearest to a point of the map; that of the handle if the arrow has no length. */
    double nearest(double x, double y) {
        double across = endX - startX;
        double up = endY - startY;
        double squared = across * across + up * up;
        if (squared == 0) {
            return place;
        }
        double share = ((x - startX) * across + (y - startY) * up) / squared;
        return Math.max(0, Math.min(1, share));
    }
}
