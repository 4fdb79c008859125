package elboroom.app.explore;

import java.util.List;

/** Turns strokes into grey levels, without a toolkit: pen strokes as wide as those of MNIST, with soft edges. */
final class StrokeRaster {
    /** Pixels each way: three times MNIST's, so that shrinking to 20×20 leaves smooth grey edges. */
    static final int SIZE = 84;

    /** MNIST's strokes are about 2 to 3 of 28 pixels wide. */
    private static final double PEN_RADIUS = 0.045 * SIZE;

    private static final double ERASER_RADIUS = 0.09 * SIZE;

    private StrokeRaster() {}

    /** Ink from 0 to 1, row-major [SIZE][SIZE]. */
    static float[] draw(List<Stroke> strokes) {
        float[] ink = new float[SIZE * SIZE];
        for (Stroke stroke : strokes) {
            List<Double> path = stroke.path();
            for (int i = 0; i < path.size(); i += 2) {
                int before = Math.max(0, i - 2);
                segment(
                        ink,
                        stroke.eraser(),
                        path.get(before) * SIZE,
                        path.get(before + 1) * SIZE,
                        path.get(i) * SIZE,
                        path.get(i + 1) * SIZE);
            }
        }
        return ink;
    }

    private static void segment(float[] ink, boolean eraser, double x0, double y0, double x1, double y1) {
        double radius = eraser ? ERASER_RADIUS : PEN_RADIUS;
        int left = clamp(Math.min(x0, x1) - radius - 1);
        int right = clamp(Math.max(x0, x1) + radius + 1);
        int top = clamp(Math.min(y0, y1) - radius - 1);
        int bottom = clamp(Math.max(y0, y1) + radius + 1);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double distance = distance(column + 0.5, row + 0.5, x0, y0, x1, y1);
                float cover = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
                int at = row * SIZE + column;
                ink[at] = eraser ? Math.min(ink[at], 1 - cover) : Math.max(ink[at], cover);
            }
        }
    }

    private static int clamp(double pixel) {
        return (int) Math.max(0, Math.min(SIZE - 1.0, Math.floor(pixel)));
    }

    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
        return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
    }
}
