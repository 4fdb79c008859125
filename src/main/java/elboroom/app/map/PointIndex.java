package elboroom.app.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What has to be worked out once about a set of points, too slowly for the JavaFX thread.
 *
 * @param points what it is about
 * @param nearest finds points
 * @param centres median point of each class that has points
 */
record PointIndex(MapPoints points, NearestIndex nearest, List<Centre> centres) {
    /** Median of one class, each coordinate by itself: outliers do not drag the name away from its cluster. */
    record Centre(int label, double x, double y) {}

    static PointIndex of(MapPoints points) {
        List<Centre> centres = new ArrayList<>();
        for (int label = 0; label < points.classNames().size(); label++) {
            float[] x = ofClass(points.x(), points, label);
            float[] y = ofClass(points.y(), points, label);
            if (x.length > 0) {
                centres.add(new Centre(label, median(x), median(y)));
            }
        }
        return new PointIndex(points, new NearestIndex(points), List.copyOf(centres));
    }

    private static float[] ofClass(float[] values, MapPoints points, int label) {
        float[] selected = new float[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (points.labels()[i] == label && Float.isFinite(values[i])) {
                selected[count++] = values[i];
            }
        }
        return Arrays.copyOf(selected, count);
    }

    private static double median(float[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
