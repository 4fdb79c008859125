package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Letters are half an em wide, 5 pixels. */
final class AxisTest {
    private static final Look LOOK = new Look(ChartTheme.LIGHT, 10, (text, size, bold) -> text.length() * size / 2);
    private static final Axis AXIS = new Axis("KL of each dimension", "nats", 2).orBriefly("KL of each z");

    @Test
    void theUnitGoesFirstThenTheLongNameAndOnlyThenLetters() {
        assertThat(AXIS.title(5 * 27, LOOK)).isEqualTo("KL of each dimension (nats)");
        assertThat(AXIS.title(5 * 26, LOOK)).isEqualTo("KL of each dimension");
        assertThat(AXIS.title(5 * 19, LOOK)).isEqualTo("KL of each z");
        assertThat(AXIS.title(5 * 8, LOOK)).hasSize(8).contains("…");
    }

    @Test
    void withoutAShorterNameTheMiddleIsLeftOut() {
        assertThat(new Axis("Distortion", "nats", 1).title(5 * 8, LOOK))
                .hasSize(8)
                .startsWith("Dis")
                .contains("…");
    }
}
