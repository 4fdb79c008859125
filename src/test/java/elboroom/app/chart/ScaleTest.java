package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScaleTest {
    private static final Scale LINEAR = new Scale(new Range(100, 200), 50, 250, false);
    private static final Scale LOG = new Scale(new Range(0.001, 10), 400, 0, true);

    @Test
    void valuesAndPixelsAreEachOthersInverse() {
        assertThat(LINEAR.toScreen(150)).isEqualTo(150);
        assertThat(LINEAR.toValue(150)).isEqualTo(150);
        assertThat(LINEAR.toScreen(200)).isEqualTo(250);
        assertThat(LOG.toScreen(0.001)).isEqualTo(400);
        assertThat(LOG.toScreen(0.1)).isCloseTo(200, within(1e-9));
        assertThat(LOG.toValue(100)).isCloseTo(1, within(1e-12));
    }

    @Test
    void zoomingKeepsTheValueUnderThePointer() {
        for (Scale scale : List.of(LINEAR, LOG)) {
            double before = scale.toValue(120);
            Range zoomed = scale.zoomed(120, 0.5);
            Scale after = new Scale(zoomed, scale.from(), scale.to(), scale.log());
            assertThat(after.toValue(120)).isCloseTo(before, within(1e-9 * before));
            assertThat(after.perPixel()).isCloseTo(scale.perPixel() / 2, within(1e-12));
        }
    }

    @Test
    void draggingTakesTheDataAlong() {
        for (Scale scale : List.of(LINEAR, LOG)) {
            double held = scale.toValue(120);
            Scale after = new Scale(scale.dragged(30), scale.from(), scale.to(), scale.log());
            assertThat(after.toScreen(held)).isCloseTo(150, within(1e-9));
        }
    }

    @Test
    void aLogarithmicScaleHasNoZero() {
        assertThatThrownBy(() -> new Scale(new Range(0, 1), 0, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThat(LOG.toScreen(0)).as("far below the plot").isGreaterThan(10_000);
    }

    @Test
    void rangesEndRound() {
        assertThat(Range.around(83.2, 141.7)).isEqualTo(new Range(80, 160));
        assertThat(Range.around(0.0011, 0.0089)).isEqualTo(new Range(0, 0.01));
        assertThat(Range.around(5, 5).contains(5)).isTrue();
        assertThat(Range.around(0, 0)).isEqualTo(new Range(-1, 1));
        assertThat(Range.upTo(469)).isEqualTo(new Range(0, 500));
        assertThat(Range.upTo(500)).isEqualTo(new Range(0, 500));
        assertThat(Range.upTo(501)).isEqualTo(new Range(0, 600));
        assertThat(Range.upTo(0)).isEqualTo(new Range(0, 1));
    }

    @Test
    void anAxisGrowsInSteps() {
        long different = java.util.stream.IntStream.rangeClosed(1, 10_000)
                .mapToObj(Range::upTo)
                .distinct()
                .count();
        assertThat(different).as("axes over ten thousand points").isLessThan(40);
    }

    @Test
    void aViewStaysWithinItsLimits() {
        Range limits = new Range(0, 100);
        assertThat(new Range(-10, 20).within(limits)).isEqualTo(new Range(0, 30));
        assertThat(new Range(90, 120).within(limits)).isEqualTo(new Range(70, 100));
        assertThat(new Range(-50, 250).within(limits)).isEqualTo(limits);
    }

    @Test
    void marksAreRoundAndSpaced() {
        List<Marks.Mark> marks = Marks.on(new Scale(new Range(0, 12_000), 0, 600, false), 80);
        assertThat(marks)
                .extracting(Marks.Mark::label)
                .containsExactly("0", "2,000", "4,000", "6,000", "8,000", "10,000", "12,000");
        assertThat(marks.get(1).at()).isCloseTo(100, within(1e-9));
        assertThat(Marks.on(new Scale(new Range(-1, 1), 0, 100, false), 40))
                .extracting(Marks.Mark::label)
                .containsExactly("−1", "0", "1");
    }

    @Test
    void marksOfPowers() {
        assertThat(Marks.on(LOG, 30)).extracting(Marks.Mark::label).containsExactly("0.001", "0.01", "0.1", "1", "10");
        assertThat(Marks.on(new Scale(new Range(1e-7, 1e7), 0, 300, true), 40))
                .extracting(Marks.Mark::label)
                .containsExactly("10⁻⁶", "0.0001", "0.01", "1", "100", "10,000", "10⁶");
        assertThat(Marks.on(new Scale(new Range(1, 100), 0, 300, true), 40))
                .extracting(Marks.Mark::label)
                .containsExactly("1", "2", "5", "10", "20", "50", "100");
    }
}
