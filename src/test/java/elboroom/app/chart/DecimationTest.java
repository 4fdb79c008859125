package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DecimationTest {
    private static final int POINTS = 100_000;
    private static final int WIDTH = 800;
    private static final Line LINE = Line.solid(0xFF000000, 2);
    private static final Scale ACROSS = new Scale(new Range(0, POINTS), 0, WIDTH, false);
    private static final Scale UP = new Scale(new Range(-50, 50), 400, 0, false);

    /** Remembers the outlines that are drawn. */
    private static final class Strokes implements Pen {
        final List<double[][]> polygons = new ArrayList<>();
        final List<double[][]> lines = new ArrayList<>();
        final List<double[]> rectangles = new ArrayList<>();

        @Override
        public void polyline(double[] x, double[] y, int count, Line line) {
            lines.add(new double[][] {Arrays.copyOf(x, count), Arrays.copyOf(y, count)});
        }

        @Override
        public void polygon(double[] x, double[] y, int count, int argb) {
            polygons.add(new double[][] {Arrays.copyOf(x, count), Arrays.copyOf(y, count)});
        }

        @Override
        public void rectangle(double x, double y, double width, double height, int argb) {
            rectangles.add(new double[] {x, y, width, height});
        }

        @Override
        public void circle(double x, double y, double radius, int argb) {}

        @Override
        public void text(String text, double x, double y, Lettering lettering) {}

        @Override
        public void clip(double x, double y, double width, double height) {}

        @Override
        public void unclip() {}
    }

    private static Strokes draw(double[] x, double[] y) {
        Decimation thinned = new Decimation();
        thinned.thin(x, y, 0, x.length, ACROSS, UP);
        Strokes strokes = new Strokes();
        thinned.draw(strokes, LINE);
        return strokes;
    }

    private static double[] steps() {
        double[] x = new double[POINTS];
        Arrays.setAll(x, i -> i + 0.5);
        return x;
    }

    private static double[] noise() {
        Random random = new Random(1);
        return random.doubles(POINTS).map(v -> 10 * v).toArray();
    }

    @Test
    void noiseIsABandFromTheLeastToTheGreatestValueOfEachColumn() {
        double[] y = noise();
        y[54_321] = 40;
        Strokes strokes = draw(steps(), y);
        assertThat(strokes.lines).isEmpty();
        assertThat(strokes.polygons).hasSize(1);
        double[] px = strokes.polygons.get(0)[0];
        double[] py = strokes.polygons.get(0)[1];
        int columns = WIDTH / 2;
        assertThat(px).hasSize(2 * columns);
        int perColumn = POINTS / columns;
        for (int column = 0; column < columns; column++) {
            double[] here = Arrays.copyOfRange(y, column * perColumn, (column + 1) * perColumn);
            assertThat(px[column]).isEqualTo(2 * column + 1);
            assertThat(py[column])
                    .isEqualTo(UP.toScreen(Arrays.stream(here).max().orElseThrow()) - 1);
            assertThat(py[2 * columns - 1 - column])
                    .isEqualTo(UP.toScreen(Arrays.stream(here).min().orElseThrow()) + 1);
        }
    }

    @Test
    void aBandIsInterruptedWhereThereIsNothing() {
        double[] y = noise();
        Arrays.fill(y, 40_000, 50_000, Double.NaN);
        y[70_000] = Double.POSITIVE_INFINITY;
        Strokes strokes = draw(steps(), y);
        assertThat(strokes.polygons).hasSize(2);
        assertThat(Arrays.stream(strokes.polygons.get(0)[0]).max()).hasValue(319);
        assertThat(Arrays.stream(strokes.polygons.get(1)[0]).min()).hasValue(401);
        assertThat(strokes.polygons.get(1)[1])
                .as("one infinite value among many")
                .doesNotContain(Double.NaN);
    }

    @Test
    void whatIsSmoothStaysALineAndKeepsItsSpike() {
        double[] x = steps();
        double[] y = Arrays.stream(x).map(v -> 20 * Math.sin(v / 10_000)).toArray();
        y[54_321] = 45;
        Strokes strokes = draw(x, y);
        assertThat(strokes.polygons).isEmpty();
        assertThat(strokes.lines).hasSize(1);
        double[] px = strokes.lines.get(0)[0];
        double[] py = strokes.lines.get(0)[1];
        assertThat(px).isSorted().hasSize(WIDTH / 2 + 1);
        assertThat(py).contains(UP.toScreen(45));
        for (int i = 0; i < px.length; i++) {
            double there = UP.toScreen(20 * Math.sin(ACROSS.toValue(px[i]) / 10_000));
            assertThat(Math.abs(py[i] - there) < 1 || py[i] == UP.toScreen(45)).isTrue();
        }
    }

    @Test
    void fewPointsStayAsTheyAre() {
        Strokes strokes = draw(new double[] {10_000, 20_000, 30_000}, new double[] {25, Double.POSITIVE_INFINITY, -25});
        assertThat(strokes.lines).hasSize(1);
        assertThat(strokes.lines.get(0)[0]).containsExactly(80, 160, 240);
        assertThat(strokes.lines.get(0)[1]).containsExactly(100, Double.NaN, 300);
    }
}
