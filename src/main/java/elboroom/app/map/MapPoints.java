package elboroom.app.map;

import elboroom.raster.Palette;
import java.util.List;

/**
 * Points of the map, one an image. The arrays are not copied and must not change afterwards.
 *
 * @param x first coordinate of each point, in prior standard deviations
 * @param y second coordinate of each point
 * @param labels class of each point, 0 or more, an index into {@code classNames} (0 when there are no classes); a class
 *     may also be a range of values
 * @param classNames names of the classes; empty when the points have none
 * @param palette colours of the classes
 */
public record MapPoints(float[] x, float[] y, int[] labels, List<String> classNames, Palette palette) {
    /** No points. */
    public static final MapPoints NONE = new MapPoints(new float[0], new float[0], new int[0], List.of());

    /** Points of classes without an order. */
    public MapPoints(float[] x, float[] y, int[] labels, List<String> classNames) {
        this(x, y, labels, classNames, Palette.CLASSES);
    }

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
