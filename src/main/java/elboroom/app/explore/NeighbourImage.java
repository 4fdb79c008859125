package elboroom.app.explore;

/**
 * An image of the data whose mean lies near the marker.
 *
 * @param index in its data set
 * @param label name of its class
 * @param pixels the image
 * @param distance from the marker to its mean, in units of z
 */
public record NeighbourImage(int index, String label, float[] pixels, double distance) {}
