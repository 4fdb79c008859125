package elboroom.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.model.Posterior;
import org.junit.jupiter.api.Test;

class AttributeDirectionTest {
    @Test
    void goesFromTheMeanOfOneClassToThatOfAnother() {
        // Class 1 at (4 ± 1, 0), class 2 at (0 ± 1, 0), class 0 far away.
        Posterior posterior = new Posterior(5, 2, new float[] {5, 0, 3, 0, 1, 0, -1, 0, 99, 99}, new float[10]);
        AttributeDirection direction = AttributeDirection.of(posterior, new int[] {1, 1, 2, 2, 0}, 1, 2);
        assertThat(direction.vector()).containsExactly(4, 0);
        // Pooled variance (1 + 1 + 1 + 1) / (4 − 2) = 2.
        assertThat(direction.cohensD()).isCloseTo(4 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void aSingleImageHasNoSpread() {
        Posterior posterior = new Posterior(2, 1, new float[] {1, 0}, new float[2]);
        assertThat(AttributeDirection.of(posterior, new int[] {1, 2}, 1, 2).cohensD())
                .isNaN();
    }
}
