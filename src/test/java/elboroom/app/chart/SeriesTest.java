package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(new MovingAverage(2).of(values, 6)).containsExactly(2, 3, 5, Double.NaN, 10, 15);
        assertThat(new MovingAverage(1).of(values, 3)).startsWith(2, 4, 6);
        assertThat(new MovingAverage(100).of(values, 3)).startsWith(2, 3, 4);
    }

    @Test
    void averagesFollowNewValues() {
        series.append(0, 2);
        assertThat(series.averages(2)).startsWith(2);
        series.append(1, 4);
        assertThat(series.averages(2)).startsWith(2, 3);
        assertThat(series.averages(1)).startsWith(2, 4);
        series.set(new double[] {0, 1}, new double[] {10, 20});
        assertThat(series.averages(1)).startsWith(10, 20);
    }

    @Test
    void averagesOfValuesAddedOneByOneAreThoseOfAll() {
        Random random = new Random(2);
        double[] all = random.doubles(1000).toArray();
        MovingAverage oneByOne = new MovingAverage(7);
        for (int i = 1; i < all.length; i++) {
            oneByOne.of(all, i);
        }
        assertThat(oneByOne.of(all, all.length)).containsExactly(new MovingAverage(7).of(all, all.length));
    }
}
