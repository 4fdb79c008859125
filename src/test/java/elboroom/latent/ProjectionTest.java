package elboroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.model.Posterior;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ProjectionTest {
    @Test
    void dimensionsHoldTheOthers() {
        Projection plane = Projection.ofDimensions(4, 2, 0);
        double[] held = {1, 2, 3, 4};
        assertThat(plane.x(held)).isEqualTo(3);
        assertThat(plane.y(held)).isEqualTo(1);
        assertThat(plane.lift(-1, 0.5, held)).containsExactly(0.5, 2, -1, 4);
    }

    @Test
    void oneDimensionLiesOnALine() {
        Projection line = Projection.ofDimensions(1, 0, 1);
        assertThat(line.lift(0.5, 7, new double[] {2})).containsExactly(0.5);
        assertThat(line.y(new double[] {2})).isZero();
    }

    /** Points stretched along (3, 0, 4)/5 and less along (0, 1, 0), off the origin. */
    private static Posterior stretched() {
        Random random = new Random(1);
        int count = 2_000;
        float[] mean = new float[3 * count];
        for (int i = 0; i < count; i++) {
            double along = 3 * random.nextGaussian();
            double across = random.nextGaussian();
            mean[3 * i] = (float) (1 + 0.6 * along);
            mean[3 * i + 1] = (float) (2 + across);
            mean[3 * i + 2] = (float) (3 + 0.8 * along);
        }
        return new Posterior(count, 3, mean, new float[3 * count]);
    }

    @Test
    void principalPlaneFollowsTheSpread() {
        Projection plane = Projection.principal(stretched());
        double[] origin = {0, 0, 0};
        double[] along = {0.6, 0, 0.8};
        double[] across = {0, 1, 0};
        assertThat(plane.x(along) - plane.x(origin)).isCloseTo(1, within(1e-2));
        assertThat(plane.y(across) - plane.y(origin)).isCloseTo(1, within(1e-2));
        assertThat(plane.x(across) - plane.x(origin)).isCloseTo(0, within(5e-2));
    }

    @Test
    void liftIsTheInverseOfProjecting() {
        Projection plane = Projection.principal(stretched());
        double[] lifted = plane.lift(1.5, -0.5, new double[] {4, 5, 6});
        assertThat(plane.x(lifted)).isCloseTo(1.5, within(1e-9));
        assertThat(plane.y(lifted)).isCloseTo(-0.5, within(1e-9));
        assertThat(plane.lift(plane.x(lifted), plane.y(lifted), lifted)).containsExactly(lifted, within(1e-12));
    }

    @Test
    void projectsAllMeansAsItProjectsOne() {
        Posterior posterior = stretched();
        Projection plane = Projection.principal(posterior);
        double[] seventh = {posterior.mean(7, 0), posterior.mean(7, 1), posterior.mean(7, 2)};
        assertThat((double) plane.xs(posterior)[7]).isCloseTo(plane.x(seventh), within(1e-5));
        assertThat((double) plane.ys(posterior)[7]).isCloseTo(plane.y(seventh), within(1e-5));
    }

    @Test
    void aRoundGaussianStaysRoundOnEveryPlane() {
        double[] spread = Projection.principal(stretched()).covariance(new double[] {0.25, 0.25, 0.25});
        assertThat(spread).containsExactly(new double[] {0.25, 0, 0.25}, within(1e-12));
    }
}
