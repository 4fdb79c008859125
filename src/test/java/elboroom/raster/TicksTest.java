package elboroom.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TicksTest {
    private static List<String> labels(Ticks ticks) {
        return IntStream.range(0, ticks.count()).mapToObj(ticks::label).toList();
    }

    @Test
    void areRoundAndNoCloserThanAskedFor() {
        assertThat(labels(Ticks.between(-4.4, 4.4, 1.7))).containsExactly("−4", "−2", "0", "2", "4");
        assertThat(labels(Ticks.between(0.07, 0.33, 0.08))).containsExactly("0.1", "0.2", "0.3");
    }

    @Test
    void aSingleOneBecomesSeveral() {
        assertThat(labels(Ticks.between(-4.4, 4.4, 2.7))).containsExactly("0");
        assertThat(labels(Ticks.atLeastTwo(-4.4, 4.4, 2.7))).containsExactly("−4", "0", "4");
        assertThat(labels(Ticks.atLeastTwo(-2.2, 2.2, 2.1))).containsExactly("−2", "0", "2");
        assertThat(labels(Ticks.atLeastTwo(-0.9, 0.9, 0.8))).containsExactly("−0.5", "0.0", "0.5");
        assertThat(labels(Ticks.atLeastTwo(11, 19, 4))).containsExactly("12", "16");
    }

    @Test
    void thereAreTwoWhereverTwoHaveRoom() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double spacing = Math.pow(10, random.nextDouble(-3, 3));
            double min = random.nextDouble(-20, 20) * spacing;
            Ticks ticks = Ticks.atLeastTwo(min, min + random.nextDouble(2.001, 12) * spacing, spacing);
            assertThat(ticks.count()).isGreaterThan(1);
            assertThat(ticks.step()).isGreaterThan(0.39 * spacing);
        }
    }
}
