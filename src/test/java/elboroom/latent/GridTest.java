package elboroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void pointsAreTheMiddlesOfCellsFromTheUpperLeft() {
        Grid grid = new Grid(-2, -1, 2, 1, 2, 2);
        float[] latents = grid.latents(Projection.ofDimensions(3, 0, 2), new double[] {9, 7, 9});
        assertThat(latents).containsExactly(-1, 7, 0.5f, 1, 7, 0.5f, -1, 7, -0.5f, 1, 7, -0.5f);
        assertThatThrownBy(() -> new Grid(0, 0, 0, 1, 2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWalkMovesOneDimensionAndEndsAtItsReach() {
        Traversal walks = new Traversal(new double[] {1, 2}, new double[] {1, 0.5}, 2, 3);
        assertThat(walks.latents()).containsExactly(-1, 2, 1, 2, 3, 2, 1, 1, 1, 2, 1, 3);
    }
}
