package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SeriesTest {
    private final Series series = Series.numbered("loss", 0);

    @Test
    void keepsWhatIsAppended() {
        AtomicInteger changes = new AtomicInteger();
        series.onChange(changes::incrementAndGet);
        for (int i = 0; i < 1000; i++) {
            series.append(i, 2 * i);
        }
        assertThat(series.size()).isEqualTo(1000);
        assertThat(series.y(999)).isEqualTo(1998);
        assertThat(changes).hasValue(1000);
    }

    @Test
    void xNeverGoesBack() {
        series.append(3, 1);
        assertThatThrownBy(() -> series.append(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> series.append(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> series.set(new double[] {1, 0}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(series.size()).isEqualTo(1);
    }

    @Test
    void findsTheNearest() {
        assertThat(series.nearest(1)).isEqualTo(-1);
        series.set(new double[] {0, 10, 20}, new double[] {1, 2, 3});
        assertThat(series.nearest(-5)).isEqualTo(0);
        assertThat(series.nearest(4)).isEqualTo(0);
        assertThat(series.nearest(6)).isEqualTo(1);
        assertThat(series.nearest(100)).isEqualTo(2);
    }

    @Test
    void averagesWhatThereIs() {
        double[] values = {2, 4, 6, Double.NaN, 10, 20};
        assertThat(MovingAverage.of(values, 6, 2)).containsExactly(2, 3, 5, Double.NaN, 10, 15);
        assertThat(MovingAverage.of(values, 3, 1)).containsExactly(2, 4, 6);
        assertThat(MovingAverage.of(values, 3, 100)).containsExactly(2, 3, 4);
    }

    @Test
    void averagesFollowNewValues() {
        series.append(0, 2);
        assertThat(series.averages(2)).containsExactly(2);
        series.append(1, 4);
        assertThat(series.averages(2)).containsExactly(2, 3);
        assertThat(series.averages(1)).containsExactly(2, 4);
    }

    @Test
    void thinningKeepsThePictureOfAllPoints() {
        int n = 100_000;
        double[] x = new double[n];
        double[] y = new double[n];
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            x[i] = i;
            y[i] = random.nextGaussian();
        }
        y[54_321] = 40;
        y[70_000] = Double.NaN;
        Scale across = new Scale(new Range(0, n), 0, 800, false);
        Scale up = new Scale(new Range(-50, 50), 400, 0, false);
        Decimation thinned = new Decimation();
        thinned.thin(x, y, 0, n, across, up);
        assertThat(thinned.count()).isLessThanOrEqualTo(4 * 801);
        double[] px = Arrays.copyOf(thinned.x(), thinned.count());
        double[] py = Arrays.copyOf(thinned.y(), thinned.count());
        assertThat(px).isSorted();
        assertThat(py).as("the outlier is seen").contains(up.toScreen(40));
        double[][] extremes = extremes(x, y, across, up);
        double[][] seen = extremesOfPixels(px, py);
        assertThat(seen[0]).containsExactly(extremes[0]);
        assertThat(seen[1]).containsExactly(extremes[1]);
    }

    private static double[][] extremes(double[] x, double[] y, Scale across, Scale up) {
        double[] px = Arrays.stream(x).map(across::toScreen).toArray();
        double[] py =
                Arrays.stream(y).map(v -> Double.isNaN(v) ? v : up.toScreen(v)).toArray();
        return extremesOfPixels(px, py);
    }

    private static double[][] extremesOfPixels(double[] px, double[] py) {
        double[] least = new double[800];
        double[] greatest = new double[800];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < px.length; i++) {
            int column = (int) px[i];
            if (!Double.isNaN(py[i])) {
                least[column] = Math.min(least[column], py[i]);
                greatest[column] = Math.max(greatest[column], py[i]);
            }
        }
        return new double[][] {least, greatest};
    }

    @Test
    void fewPointsStayAsTheyAre() {
        Decimation thinned = new Decimation();
        Scale scale = new Scale(new Range(0, 10), 0, 100, false);
        thinned.thin(new double[] {1, 2, 3}, new double[] {4, Double.POSITIVE_INFINITY, 6}, 0, 3, scale, scale);
        assertThat(thinned.count()).isEqualTo(3);
        assertThat(Arrays.copyOf(thinned.y(), 3)).containsExactly(40, Double.NaN, 60);
    }
}
