package elboroom.app.map;

import java.util.List;

/**
 * Points of the map, one an image. The arrays are not copied and must not change afterwards.
 *
 * @param x first coordinate of each point, in prior standard deviations
 * @param y second coordinate of each point
 * @param labels class of each point, 0 or more, an index into {@code classNames} (0 when there are no classes)
 * @param classNames names of the classes; empty when the points have none
 */
public record MapPoints(float[] x, float[] y, int[] labels, List<String> classNames) {
    /** No points. */
    public static final MapPoints NONE = new MapPoints(new float[0], new float[0], new int[0], List.of());

    public MapPoints {
        if (x.length != y.length || x.length != labels.length) {
            throw new IllegalArgumentException(
                    "%d first coordinates, %d second ones, %d labels".formatted(x.length, y.length, labels.length));
        }
        for (int label : labels) {
            if (label < 0) {
                throw new IllegalArgumentException("label " + label + "; classes count from 0");
            }
        }
        classNames = List.copyOf(classNames);
    }

    public int count() {
        return x.length;
    }
}
