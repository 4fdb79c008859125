package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.Shapes.Kind;
import elboroom.data.Shapes.Range;
import elboroom.data.Shapes.Ranges;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapesTest {
    private static final Range STILL = new Range(0, 0);

    @Test
    void theFactorsCanBeReadOffThePixels() {
        ImageSet set = Shapes.DEFAULT.generate("my", 600, 7);
        assertThat(set.factorNames()).containsExactly("kind", "x", "y", "size", "angle");
        for (int i = 0; i < set.size(); i++) {
            float[] image = set.image(i);
            double mass = moment(image, 0, 0);
            assertThat(set.factor(i, 0)).isEqualTo(set.label(i));
            assertThat(moment(image, 1, 0) / mass).as("x").isCloseTo(set.factor(i, 1), within(0.06));
            assertThat(moment(image, 0, 1) / mass).as("y").isCloseTo(set.factor(i, 2), within(0.06));
            assertThat(Math.sqrt(mass / Math.PI)).as("size").isCloseTo(set.factor(i, 3), within(0.05));
        }
    }

    @Test
    void theFactorsCoverTheirRanges() {
        ImageSet set = Shapes.DEFAULT.generate("my", 3000, 7);
        double[] low = {0, -6, -6, 4.2, -10};
        double[] high = {2, 6, 6, 4.8, 10};
        for (int factor = 0; factor < low.length; factor++) {
            double min = Double.MAX_VALUE;
            double max = -Double.MAX_VALUE;
            for (int i = 0; i < set.size(); i++) {
                min = Math.min(min, set.factor(i, factor));
                max = Math.max(max, set.factor(i, factor));
            }
            double slack = (high[factor] - low[factor]) / 100;
            assertThat(min).isBetween(low[factor], low[factor] + slack);
            assertThat(max).isBetween(high[factor] - slack, high[factor]);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aQuarterTurnTurnsThePicture(Kind kind) {
        float[] upright = one(kind, 0);
        float[] turned = one(kind, 90);
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                assertThat(turned[row * 28 + column]).isEqualTo(upright[(27 - column) * 28 + row], within(1 / 254f));
            }
        }
    }

    @Test
    void edgesAreSmoothAndInsidesFull() {
        float[] disc = one(Kind.DISC, 0);
        assertThat(disc[14 * 28 + 14]).isEqualTo(1);
        assertThat(disc[0]).isEqualTo(0);
        int grey = 0;
        for (float value : disc) {
            grey += value > 0 && value < 1 ? 1 : 0;
        }
        assertThat(grey).as("grey pixels, about one for each pixel of the edge").isBetween(20, 50);
    }

    /** The checksums are those of the first release: nobody's models may find other data under the same name. */
    @Test
    void theSameSeedGivesTheSameBytesEverywhere() {
        assertThat(new ShapesSource().train().checksum())
                .isEqualTo("20ce453b4794e9c0f7a3b1367287a72e6ec1f3cd10202a5a288e798b50a48a9a");
        assertThat(new ShapesSource().test().checksum())
                .isEqualTo("8c43f90204ef8962dcc435243abe6ad69ac1c8a7e6dc7cd96fb4e20757fdc576");
        assertThat(Shapes.DEFAULT.generate("a", 10, 3).checksum())
                .isEqualTo(Shapes.DEFAULT.generate("b", 10, 3).checksum())
                .isNotEqualTo(Shapes.DEFAULT.generate("a", 10, 4).checksum());
    }

    @Test
    void whatWouldLeaveTheImageIsRefused() {
        assertThatThrownBy(() -> new Ranges(List.of(Kind.DISC), new Range(-6, 6), STILL, new Range(4, 9), STILL))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("DISC", "4.0 to 9.0", "above 0 to 8.00");
        assertThatThrownBy(() -> new Ranges(List.of(), STILL, STILL, new Range(4, 5), STILL))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Ranges(List.of(Kind.DISC), STILL, STILL, STILL, STILL))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Range(2, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Range(0, Double.NaN)).isInstanceOf(InputException.class);
    }

    private static float[] one(Kind kind, double angle) {
        Range size = new Range(5, 5);
        return new Shapes(new Ranges(List.of(kind), STILL, STILL, size, new Range(angle, angle)))
                .generate("one", 1, 0)
                .image(0);
    }

    /** Σ xᵖ yᵠ value, x and y from the image's centre. */
    private static double moment(float[] image, int p, int q) {
        double sum = 0;
        for (int i = 0; i < image.length; i++) {
            sum += Math.pow(i % 28 - 13.5, p) * Math.pow(i / 28 - 13.5, q) * image[i];
        }
        return sum;
    }
}
