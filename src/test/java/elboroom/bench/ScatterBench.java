package elboroom.bench;

import elboroom.app.map.FakeLatents;
import elboroom.app.map.MapPoints;
import elboroom.app.map.NearestIndex;
import elboroom.raster.Bounds;
import elboroom.raster.DensityRaster;
import elboroom.raster.PointStyle;
import elboroom.raster.ScatterRaster;
import elboroom.raster.Viewport;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Prints how long one frame of a zoom takes to rasterise, 50th and 95th percentile in ms, at 720×720 pixels; and how long
 * it takes to find the nearest point and to build the index for that.
 */
public final class ScatterBench {
    private static final int SIDE = 720;
    private static final int WARM_UP = 60;
    private static final int FRAMES = 200;

    private ScatterBench() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("   points  layer      p50 ms  p95 ms");
        for (int count : new int[] {10_000, 60_000, 100_000, 500_000, 1_000_000}) {
            MapPoints points = FakeLatents.clusters(count, 1);
            ScatterRaster scatter = new ScatterRaster();
            DensityRaster density = new DensityRaster();
            Bounds bounds = Bounds.of(points.x(), points.y());
            int[] target = new int[SIDE * SIDE];
            boolean[] hidden = new boolean[10];
            measure(count, "points", bounds, view -> {
                Arrays.fill(target, -1);
                double extent = bounds.width() * view.pixelsPerUnit();
                PointStyle style = PointStyle.of(count, extent, 1);
                scatter.draw(target, view, points.x(), points.y(), points.labels(), hidden, style);
            });
            measure(count, "density", bounds, view -> {
                Arrays.fill(target, -1);
                density.draw(target, view, points.x(), points.y(), points.labels(), hidden, 8);
            });
            NearestIndex index = new NearestIndex(points);
            measure(count, "nearest", bounds, view -> index.nearest(0.3, 0.2, 10 / view.pixelsPerUnit(), hidden));
            measure(count, "index", bounds, view -> new NearestIndex(points));
        }
    }

    private static void measure(int count, String layer, Bounds bounds, Consumer<Viewport> frame) {
        Viewport fitted = Viewport.fit(bounds, SIDE, SIDE);
        double[] millis = new double[FRAMES];
        for (int i = -WARM_UP; i < FRAMES; i++) {
            // In to eight times and out again, about a place off the centre.
            double zoom = Math.pow(8, 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 100));
            Viewport view = fitted.zoomAt(300, 420, zoom);
            long begin = System.nanoTime();
            frame.accept(view);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) * 1e-6;
            }
        }
        Arrays.sort(millis);
        System.out.printf("%9d  %-8s  %7.2f %7.2f%n", count, layer, millis[FRAMES / 2], millis[FRAMES * 95 / 100]);
    }
}
