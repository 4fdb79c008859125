package elboroom.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers as colours. */
class HeatRasterTest {
    private static final int PAPER = 0xFF123456;
    private static final ColourMap GREYS = ColourMap.GREY;

    private final Viewport view = new Viewport(0, 0, 10, 40, 20);
    private final int[] target = new int[800];

    private int at(int x, int y) {
        return target[y * 40 + x];
    }

    private void draw(Bounds place, int columns, float[] shares, float... levels) {
        Arrays.fill(target, PAPER);
        new HeatRaster().draw(target, view, place, columns, shares, GREYS, levels);
    }

    @Test
    void coloursGoSmoothlyFromTheMiddleOfACellToTheNext() {
        draw(new Bounds(-1, -1, 1, 1), 2, new float[] {0, 1, 0, 1});
        assertThat(at(9, 5)).as("beside it").isEqualTo(PAPER);
        assertThat(at(10, 5)).as("before the middle of the first cell").isEqualTo(GREYS.at(0));
        assertThat(at(29, 5)).isEqualTo(GREYS.at(1));
        assertThat(Pixels.red(at(20, 5))).as("between the middles").isCloseTo(140, within(1));
        assertThat(at(17, 3)).isEqualTo(at(17, 17));
    }

    @Test
    void theFirstRowIsTheUppermost() {
        draw(new Bounds(-2, -1, 2, 1), 1, new float[] {1, 0});
        assertThat(at(3, 0)).isEqualTo(GREYS.at(1));
        assertThat(at(3, 19)).isEqualTo(GREYS.at(0));
        assertThat(Pixels.red(at(3, 8))).isBetween(150, 200);
    }

    @Test
    void whereThereIsNoNumberThePaperStays() {
        draw(new Bounds(-2, -1, 2, 1), 2, new float[] {Float.NaN, 0.5f});
        assertThat(at(5, 10)).isEqualTo(PAPER);
        assertThat(at(35, 10)).isEqualTo(GREYS.at(0.5));
        assertThat(at(19, 10)).isEqualTo(PAPER);
        assertThat(at(20, 10)).isEqualTo(GREYS.at(0.5));
    }

    @Test
    void aLineRunsWhereTheNumbersPassALevel() {
        draw(new Bounds(-2, -1, 2, 1), 2, new float[] {0, 1}, 0.5f);
        for (int y = 0; y < 20; y++) {
            assertThat(at(20, y)).isEqualTo(0xFFFFFFFF);
            assertThat(at(19, y)).isNotEqualTo(0xFFFFFFFF);
            assertThat(at(21, y)).isNotEqualTo(0xFFFFFFFF);
        }
        draw(new Bounds(-2, -1, 2, 1), 1, new float[] {1, 0}, 0.5f);
        assertThat(at(3, 10)).as("down as well as across").isEqualTo(0xFFFFFFFF);
        assertThat(at(3, 9)).isNotEqualTo(0xFFFFFFFF);
    }
}
