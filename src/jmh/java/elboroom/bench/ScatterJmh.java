package elboroom.bench;

import elboroom.raster.Bounds;
import elboroom.raster.PointStyle;
import elboroom.raster.Points;
import elboroom.raster.ScatterRaster;
import elboroom.raster.Viewport;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A frame of the map, 720×720 pixels, with all points in view, in microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ScatterJmh {
    private static final int SIDE = 720;

    @Param({"10000", "60000", "1000000"})
    public int points;

    @Param({"1", "2"})
    public int threads;

    private final int[] target = new int[SIDE * SIDE];
    private Points placed;
    private Viewport view;
    private PointStyle style;
    private ScatterRaster raster;

    @Setup
    public void place() {
        Random random = new Random(1);
        float[] x = new float[points];
        float[] y = new float[points];
        int[] labels = new int[points];
        for (int i = 0; i < points; i++) {
            labels[i] = i % 10;
            x[i] = (float) random.nextGaussian();
            y[i] = (float) random.nextGaussian();
        }
        placed = new Points(x, y, labels);
        Bounds bounds = Bounds.of(x, y);
        view = Viewport.fit(bounds, SIDE, SIDE);
        style = PointStyle.of(points, bounds.width() * view.pixelsPerUnit(), 1);
        raster = new ScatterRaster(threads);
    }

    @Benchmark
    public int[] frame() {
        Arrays.fill(target, -1);
        raster.draw(target, view, placed, style);
        return target;
    }
}
