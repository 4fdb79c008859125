package elboroom.app.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * One movement of the pen or the eraser on the drawing pad.
 *
 * @param eraser whether it takes ink away
 * @param path x, y, x, y, … from 0 (left, top) to 1 (right, bottom) of the pad
 */
public record Stroke(boolean eraser, List<Double> path) {
    public Stroke {
        path = List.copyOf(path);
        if (path.size() < 2 || path.size() % 2 != 0) {
            throw new IllegalArgumentException("a stroke needs pairs of coordinates, not " + path.size() + " numbers");
        }
    }

    /** A stroke that has only touched the pad. */
    public static Stroke start(boolean eraser, double x, double y) {
        return new Stroke(eraser, List.of(x, y));
    }

    /** This stroke, continued to a point. */
    public Stroke to(double x, double y) {
        List<Double> longer = new ArrayList<>(path);
        longer.add(x);
        longer.add(y);
        return new Stroke(eraser, longer);
    }
}
