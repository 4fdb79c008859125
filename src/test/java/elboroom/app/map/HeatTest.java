package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.raster.Bounds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers on a grid, and the colours that stand for them. */
class HeatTest {
    private static final HeatScale SCALE = HeatScale.linear("stretch", "per σ", 0, 10);

    private static List<String> marks(HeatScale scale, int most) {
        return scale.marks(most).stream().map(HeatScale.Mark::text).toList();
    }

    @Test
    void numbersAreReadWhereTheyAreShown() {
        Heat heat = new Heat(new Bounds(-1, -2, 1, 2), 2, new float[] {1, 2, 3, 40, 5, Float.NaN}, SCALE, 3);
        assertThat(heat.rows()).isEqualTo(3);
        double[] middles = Heat.middles(heat.place(), 2, 3);
        for (int i = 0; i < 5; i++) {
            assertThat(heat.at(middles[2 * i], middles[2 * i + 1])).isEqualTo(new double[] {1, 2, 3, 40, 5}[i]);
        }
        assertThat(heat.at(0.5, -1.9)).isNaN();
        assertThat(heat.at(1.01, 0)).isNaN();
        assertThat(heat.at(0, 2.01)).isNaN();
        assertThat(heat.exceeds(true)).isTrue();
        assertThat(heat.exceeds(false)).isFalse();
        assertThat(heat.levels()).containsExactly(0.3f);
        assertThat(heat.csv("z1", "z2").lines()).hasSize(7).startsWith("z1,z2,stretch (per σ)", "-0.5,1.3333334,1.0");
        assertThatThrownBy(() -> new Heat(heat.place(), 2, new float[3], SCALE)).hasMessageContaining("3 values");
    }

    @Test
    void scalesAreLinearLogarithmicOrOfDifferences() {
        assertThat(SCALE.share(2.5)).isEqualTo(0.25);
        assertThat(HeatScale.logarithmic("m", "", 0.1, 10).share(1)).isCloseTo(0.5, within(1e-12));
        assertThat(HeatScale.logarithmic("m", "", 0.1, 10).share(0)).isNegative();
        assertThat(HeatScale.diverging("log q − log p", "nats", 8).share(0)).isEqualTo(0.5);
        assertThatThrownBy(() -> HeatScale.logarithmic("m", "", 0, 10)).hasMessageContaining("colours from 0.0");
    }

    @Test
    void marksAreRoundNumbersOfWhichThereAreNotTooMany() {
        assertThat(marks(SCALE, 6)).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(marks(HeatScale.diverging("d", "", 8), 5)).containsExactly("−5", "0", "5");
        assertThat(marks(HeatScale.logarithmic("m", "", 0.2, 12), 9))
                .containsExactly("0.2", "0.5", "1", "2", "5", "10");
        assertThat(marks(HeatScale.logarithmic("m", "", 0.01, 1000), 6))
                .containsExactly("0.01", "0.1", "1", "10", "100", "1000");
        assertThat(marks(HeatScale.logarithmic("m", "", 1, 1e8), 4)).containsExactly("1", "100", "10000", "1e6", "1e8");
    }
}
