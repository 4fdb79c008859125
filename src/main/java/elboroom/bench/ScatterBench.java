package elboroom.bench;

import elboroom.raster.Bounds;
import elboroom.raster.PointStyle;
import elboroom.raster.Points;
import elboroom.raster.ScatterRaster;
import elboroom.raster.Viewport;
import java.util.Arrays;
import java.util.Random;

/** How long it takes to draw one frame of a scatter while zooming, 720×720 pixels: background and all points. */
public final class ScatterBench {
    private static final int SIDE = 720;
    private static final int WARM_UP = 60;
    private static final int FRAMES = 200;
    private static final int CLASSES = 10;

    private ScatterBench() {}

    /**
     * Milliseconds a frame.
     *
     * @param count points, in ten overlapping clusters
     */
    public static Percentiles run(int count) {
        Random random = new Random(1);
        float[] x = new float[count];
        float[] y = new float[count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
            double angle = 2 * Math.PI * labels[i] / CLASSES;
            x[i] = (float) (1.4 * Math.cos(angle) + 0.5 * random.nextGaussian());
            y[i] = (float) (1.4 * Math.sin(angle) + 0.5 * random.nextGaussian());
        }
        Bounds bounds = Bounds.of(x, y);
        Viewport fitted = Viewport.fit(bounds, SIDE, SIDE);
        // As the map does: on its worker and all cores, or on the thread of the window.
        ScatterRaster raster = new ScatterRaster(
                count < ScatterRaster.MANY ? 1 : Runtime.getRuntime().availableProcessors());
        int[] target = new int[SIDE * SIDE];
        Points points = new Points(x, y, labels);
        double[] millis = new double[FRAMES];
        for (int i = -WARM_UP; i < FRAMES; i++) {
            // In to eight times and out again, about a place off the centre.
            double zoom = Math.pow(8, 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 100));
            Viewport view = fitted.zoomAt(300, 420, zoom);
            long start = System.nanoTime();
            Arrays.fill(target, -1);
            PointStyle style = PointStyle.of(count, bounds.width() * view.pixelsPerUnit(), 1);
            raster.draw(target, view, points, style);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) * 1e-6;
            }
        }
        return Percentiles.of(millis);
    }
}
