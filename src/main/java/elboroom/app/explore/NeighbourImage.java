package elboroom.app.explore;

import elboroom.data.ImageSet;
import elboroom.latent.Neighbours;
import java.util.ArrayList;
import java.util.List;

/**
 * An image of the data whose mean lies near the marker.
 *
 * @param index in its data set
 * @param label name of its class
 * @param pixels the image
 * @param distance from the marker to its mean, in units of z
 */
public record NeighbourImage(int index, String label, float[] pixels, double distance) {
    /** The images of a data set whose posterior means lie nearest to a latent point, nearest first. */
    static List<NeighbourImage> nearest(Workspace.Encoded points, ImageSet images, double[] z, int count) {
        List<NeighbourImage> found = new ArrayList<>();
        for (Neighbours.Neighbour near : Neighbours.nearest(points.posterior(), z, count)) {
            int label = points.labels()[near.index()];
            String name =
                    label < points.classNames().size() ? points.classNames().get(label) : "";
            found.add(new NeighbourImage(near.index(), name, images.image(near.index()), near.distance()));
        }
        return found;
    }
}
