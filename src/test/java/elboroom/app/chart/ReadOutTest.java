package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Letters are half an em wide, 5 pixels. */
final class ReadOutTest {
    private static final Look LOOK = new Look(ChartTheme.LIGHT, 10, (text, size, bold) -> text.length() * size / 2);
    private final ReadOut card = new ReadOut(
            "epoch 1.03",
            List.of(
                    new ReadOut.Reading("test", "162.6 nats per image", Line.solid(0, 0)),
                    new ReadOut.Reading("active", "4", Line.solid(0, 0))));

    private String drawn(double width) {
        Drawing drawing = new Drawing(width, 100);
        card.draw(drawing, 0, 50, width, 100, LOOK);
        return SvgPen.write(drawing);
    }

    /** "active", a gap of an em, "162.6 nats per image" and twice 6 pixels take 152. */
    @Test
    void aCardThatFitsHasUnits() {
        assertThat(drawn(152)).contains("162.6 nats per image").contains(">4<");
    }

    @Test
    void inANarrowChartOnlyTheUnitsAreLeftOut() {
        assertThat(drawn(151))
                .contains(">162.6<")
                .contains(">4<")
                .contains("epoch 1.03")
                .doesNotContain("nats");
    }

    /** Twice 6 pixels, a gap of an em and "162.6" take 47: 25 are left for the name. */
    @Test
    void aLongNameGivesWayToTheValue() {
        Drawing drawing = new Drawing(72, 100);
        new ReadOut("epoch 1", List.of(new ReadOut.Reading("No KL, a run, test", "162.6 nats", Line.solid(0, 0))))
                .draw(drawing, 36, 50, 72, 100, LOOK);
        assertThat(SvgPen.write(drawing)).contains(">No…st<").contains(">162.6<");
    }
}
