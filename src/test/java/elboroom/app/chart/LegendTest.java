package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Letters are half an em wide, 5 pixels; a sample with its gaps takes 31. */
final class LegendTest {
    private static final Look LOOK = new Look(ChartTheme.LIGHT, 10, (text, size, bold) -> text.length() * size / 2);
    private static final String NAME = "MNIST, VAE, 2-D, from step 109, test";

    private static String drawn(double width) {
        Drawing drawing = new Drawing(width, 100);
        new Legend("rate", List.of(new Legend.Entry(NAME, Line.solid(0, 1), false))).draw(drawing, width, LOOK);
        return SvgPen.write(drawing);
    }

    @Test
    void aNameThatFitsIsWhole() {
        assertThat(drawn(31 + 5 * NAME.length())).contains(NAME);
    }

    @Test
    void aLongNameLosesItsMiddleAndStaysInThePlot() {
        assertThat(drawn(31 + 5 * 20)).contains(">MNIST, VAE…109, test<");
    }
}
