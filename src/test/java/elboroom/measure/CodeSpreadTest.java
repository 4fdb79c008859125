package elboroom.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.model.Posterior;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CodeSpreadTest {
    @Test
    void measuresWhereTheMeansLie() {
        float[] mean = {3, 0, -3, 0, 0, 4, 0, -4};
        CodeSpread spread = CodeSpread.of(new Posterior(4, 2, mean, new float[8]), new int[] {0, 0, 0, 1}, 3);
        // Var(z₁) = 18/4, Var(z₂) = 32/4.
        assertThat(spread.deviation()).isCloseTo(Math.sqrt((4.5 + 8) / 2), within(1e-12));
        assertThat(spread.farthest()).isEqualTo(4);
        assertThat(spread.withinPrior()).isEqualTo(0.5);
        assertThat(spread.withinPriorByClass()).containsExactly(2.0 / 3, 0.0, Double.NaN);
    }

    @Test
    void wherePriorSamplesLieDoesNotDependOnTheOrigin() {
        CodeSpread spread =
                CodeSpread.of(new Posterior(2, 2, new float[] {9, 10, 11, 10}, new float[4]), new int[2], 1);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(spread.withinPrior()).isZero();
    }

    /** √χ²_d(0.99) from tables: 6.635, 9.210, 11.345, 23.209, 37.566. */
    @Test
    void theRadiusHoldsNinetyNineSamplesInAHundred() {
        assertThat(CodeSpread.priorRadius(1)).isCloseTo(Math.sqrt(6.635), within(0.01));
        assertThat(CodeSpread.priorRadius(2)).isCloseTo(Math.sqrt(9.210), within(0.004));
        assertThat(CodeSpread.priorRadius(3)).isCloseTo(Math.sqrt(11.345), within(0.004));
        assertThat(CodeSpread.priorRadius(10)).isCloseTo(Math.sqrt(23.209), within(0.004));
        assertThat(CodeSpread.priorRadius(20)).isCloseTo(Math.sqrt(37.566), within(0.004));
    }

    @Test
    void thePriorItselfHasASpreadOfOne() {
        int n = 20_000;
        float[] z = new float[2 * n];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) random.nextGaussian();
        }
        CodeSpread spread = CodeSpread.of(new Posterior(n, 2, z, new float[2 * n]), new int[n], 1);
        assertThat(spread.deviation()).isCloseTo(1, within(0.01));
        assertThat(spread.withinPrior()).isCloseTo(0.99, within(0.003));
    }
}
