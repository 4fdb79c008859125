package elboroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.latent.Neighbours.Neighbour;
import elboroom.model.Posterior;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
    private static final int COUNT = 500;

    @Test
    void agreesWithSortingAllDistances() {
        Random random = new Random(3);
        float[] mean = new float[3 * COUNT];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) random.nextGaussian();
        }
        Posterior posterior = new Posterior(COUNT, 3, mean, new float[3 * COUNT]);
        double[] z = {0.1, -0.2, 0.3};
        List<Integer> sorted = IntStream.range(0, COUNT)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distance(posterior, i, z)))
                .limit(5)
                .toList();
        List<Neighbour> nearest = Neighbours.nearest(posterior, z, 5);
        assertThat(nearest).extracting(Neighbour::index).containsExactlyElementsOf(sorted);
        assertThat(nearest.get(4).distance()).isCloseTo(distance(posterior, sorted.get(4), z), within(1e-12));
    }

    private static double distance(Posterior posterior, int i, double[] z) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            sum += Math.pow(posterior.mean(i, j) - z[j], 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void thereMayBeFewerThanAskedFor() {
        Posterior one = new Posterior(1, 2, new float[] {3, 4}, new float[2]);
        assertThat(Neighbours.nearest(one, new double[] {0, 0}, 5)).containsExactly(new Neighbour(0, 5));
    }
}
