package elboroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.ImageShape;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways through latent space, where the right answer is known. */
class PathsTest {
    private static final double[] A = {1, 0};
    private static final double[] B = {0, 2};

    @Test
    void aLineGoesInEvenSteps() {
        assertThat(LatentPath.line(A, B, 5).points()).containsExactly(1, 0, 0.75f, 0.5f, 0.5f, 1, 0.25f, 1.5f, 0, 2);
    }

    @Test
    void aSphericalPathKeepsItsDistanceFromTheOriginAndItsAngles() {
        LatentPath path = LatentPath.slerp(new double[] {2, 0}, new double[] {0, 2}, 7);
        for (int i = 0; i < 7; i++) {
            double[] z = path.point(i);
            assertThat(Math.hypot(z[0], z[1])).isCloseTo(2, within(1e-6));
            assertThat(Math.atan2(z[1], z[0])).isCloseTo(Math.PI / 2 * i / 6, within(1e-6));
        }
    }

    @Test
    void withoutAnAngleASphericalPathIsTheLine() {
        double[] opposite = {-3, 0};
        assertThat(LatentPath.slerp(A, opposite, 4).points())
                .isEqualTo(LatentPath.line(A, opposite, 4).points());
        double[] origin = {0, 0};
        assertThat(LatentPath.slerp(origin, B, 4).points())
                .isEqualTo(LatentPath.line(origin, B, 4).points());
    }

    @Test
    void pointsAreSpreadEvenlyByAnyLength() {
        LatentPath path = new LatentPath(1, new float[] {0, 1, 2});
        // The first leg is three times as long as the second.
        assertThat(path.even(new double[] {3, 1}, 5).points())
                .containsExactly(new float[] {0, 1 / 3f, 2 / 3f, 1, 2}, within(1e-6f));
    }

    @Test
    void legsAreJoinedAtTheirStops() {
        LatentPath tour =
                Routes.through(new Cone(), PathKind.LINE, List.of(A, B, new double[] {3, 3}), true, 3, () -> true);
        assertThat(tour.count()).isEqualTo(7);
        assertThat(tour.point(2)).containsExactly(0, 2);
        assertThat(tour.point(6)).containsExactly(1, 0);
    }

    /**
     * On a cone the shortest way is straight once it is rolled out: between points at distance r from the tip, and an angle φ
     * apart around its axis, 2 r sin(φ sin(α)/2) long, with sin α = 1/2 here.
     */
    @Test
    void theShortestWayOverAConeIsStraightWhenItIsRolledOut() {
        Cone cone = new Cone();
        double[] a = {1, 0};
        double[] b = {Math.cos(2.5), Math.sin(2.5)};
        LatentPath geodesic = Geodesic.between(cone, a, b, 33, () -> true);
        double expected = 2 * 2 * Math.sin(2.5 / 2 / 2) * Cone.SCALE;
        assertThat(ImageSteps.length(cone, geodesic)).isCloseTo(expected, within(2e-3 * expected));
        assertThat(ImageSteps.length(cone, LatentPath.line(a, b, 33))).isGreaterThan(1.02 * expected);
        double[] steps = ImageSteps.of(cone, geodesic);
        double longest = Arrays.stream(steps).max().orElseThrow();
        assertThat(Arrays.stream(steps).min().orElseThrow()).isGreaterThan(0.98 * longest);
        assertThat(geodesic.point(0)[0]).isCloseTo(1, within(1e-6));
        assertThat(geodesic.point(32)[1]).isCloseTo(Math.sin(2.5), within(1e-6));
    }

    @Test
    void withoutPatienceThereStillIsAWay() {
        Cone cone = new Cone();
        LatentPath path = Geodesic.between(cone, A, B, 9, () -> false);
        assertThat(path.count()).isEqualTo(9);
        assertThat(ImageSteps.length(cone, path))
                .isLessThanOrEqualTo(1.001 * ImageSteps.length(cone, LatentPath.line(A, B, 9)));
    }

    @Test
    void aSearchOverAllLegsSaysHowFarItIs() {
        List<Double> shares = new ArrayList<>();
        Geodesic.Patience patience = new Geodesic.Patience() {
            @Override
            public boolean goesOn() {
                return true;
            }

            @Override
            public void progress(double share) {
                shares.add(share);
            }
        };
        Routes.through(new Cone(), PathKind.GEODESIC, List.of(A, B, new double[] {3, 3}), true, 17, patience);
        assertThat(shares).isSorted().allMatch(share -> share >= 0 && share < 1);
        for (int leg = 0; leg < 3; leg++) {
            double begin = leg / 3.0;
            assertThat(shares).anyMatch(share -> Math.abs(share - begin) < 1e-9);
        }
    }

    @Test
    void aBlockSystemIsSolved() {
        double[][][] diagonal = {{{4, 1}, {1, 3}}, {{5, 0}, {0, 6}}};
        double[][][] beside = {{{1, 2}, {0, 1}}, {{0, 0}, {0, 0}}};
        // x = (1, 2, 3, 4) by hand.
        double[][] right = {{4 + 2 + 3 + 8, 1 + 6 + 4}, {1 + 15, 2 + 2 + 24}};
        double[][] x = BlockTridiagonal.solve(diagonal, beside, right);
        assertThat(x[0]).containsExactly(new double[] {1, 2}, within(1e-12));
        assertThat(x[1]).containsExactly(new double[] {3, 4}, within(1e-12));
    }

    /** A decoder whose images lie on a cone of half-angle 30° around its axis: (z₁, z₂, √3·|z|), small around ½. */
    private static final class Cone implements Vae {
        static final double SCALE = 0.02;

        @Override
        public ImageShape shape() {
            return new ImageShape(1, 3, 1);
        }

        @Override
        public int latentSize() {
            return 2;
        }

        @Override
        public Likelihood likelihood() {
            return Likelihood.BERNOULLI;
        }

        @Override
        public boolean autoencoder() {
            return false;
        }

        @Override
        public Posterior encode(float[] images, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] decode(float[] latents, int count) {
            float[] images = new float[3 * count];
            for (int i = 0; i < count; i++) {
                double x = latents[2 * i];
                double y = latents[2 * i + 1];
                images[3 * i] = (float) (0.5 + SCALE * x);
                images[3 * i + 1] = (float) (0.5 + SCALE * y);
                images[3 * i + 2] = (float) (0.5 + SCALE * Math.sqrt(3) * Math.hypot(x, y));
            }
            return images;
        }

        @Override
        public float[] decodeLogits(float[] latents, int count) {
            float[] logits = decode(latents, count);
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) Math.log(logits[i] / (1 - logits[i]));
            }
            return logits;
        }

        @Override
        public void close() {}
    }
}
