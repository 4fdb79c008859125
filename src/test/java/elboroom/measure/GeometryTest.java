package elboroom.measure;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.app.explore.FakeImages;
import elboroom.app.explore.FakeVae;
import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.golden.GoldenVae;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoder's geometry, and whether q(z) fills the prior. */
class GeometryTest {
    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void goldenSingularValuesAndMagnifications(GoldenNetwork golden) {
        try (Vae vae = GoldenVae.of(golden)) {
            for (JsonNode at : golden.expected("decoderGeometry")) {
                DecoderGeometry geometry = DecoderGeometry.at(vae, Golden.floats(at.get("z")), 1, Watch.NONE);
                assertEqual("σ", geometry.singularValues(0), at.get("singularValues"), Golden.FLOAT32);
                assertEqual(
                        "σ max",
                        geometry.sigmaMax(0),
                        at.get("singularValues").get(0).doubleValue(),
                        Golden.FLOAT32);
                assertThat(geometry.magnification(0))
                        .isCloseTo(
                                at.get("magnification").doubleValue(),
                                within(1e-3 * at.get("magnification").doubleValue()));
                assertThat(geometry.fisherRaoMagnification(0))
                        .isCloseTo(
                                at.get("fisherRaoMagnification").doubleValue(),
                                within(1e-3 * at.get("fisherRaoMagnification").doubleValue()));
            }
        }
    }

    /** The closed form of two dimensions and the iteration for more agree; so do volumes with the product of roots. */
    @Test
    void metricsOfMoreDimensions() {
        double[] metric = {4, 1, 0, 1, 3, 0.5, 0, 0.5, 2};
        DecoderGeometry three = new DecoderGeometry(3, metric, metric);
        double largest = three.sigmaMax(0) * three.sigmaMax(0);
        // A root of the characteristic polynomial.
        double det = (4 - largest) * ((3 - largest) * (2 - largest) - 0.25) - (2 - largest);
        assertThat(det).isCloseTo(0, within(1e-9));
        assertThat(largest).isGreaterThan(4);
        assertThat(three.magnification(0)).isCloseTo(Math.sqrt(4 * 5.75 - 2), within(1e-9));
        double[][] v = three.principalDirections(0, 3);
        assertThat(4 * v[0][0] + v[0][1]).isCloseTo(largest * v[0][0], within(1e-6));
        assertThat(three.stretch(0, v[0]) * three.stretch(0, v[1]) * three.stretch(0, v[2]))
                .as("the singular values' product is the volume")
                .isCloseTo(three.magnification(0), within(1e-5));
        assertThat(three.stretch(0, v[1])).isBetween(three.stretch(0, v[2]), three.stretch(0, v[0]));
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < i; k++) {
                assertThat(v[i][0] * v[k][0] + v[i][1] * v[k][1] + v[i][2] * v[k][2])
                        .isCloseTo(0, within(1e-9));
            }
        }
        assertThat(new DecoderGeometry(2, new double[4], new double[4]).principalDirections(0, 2))
                .isDeepEqualTo(new double[][] {{1, 0}, {-0.0, 1}});
    }

    /** A metric by other coordinates: of a plane its part, of stretched axes the squares. */
    @Test
    void metricsByOtherCoordinates() {
        double[] metric = {4, 1, 0, 1, 3, 0.5, 0, 0.5, 2};
        DecoderGeometry three = new DecoderGeometry(3, metric, metric);
        DecoderGeometry plane = three.by(new double[] {1, 0, 0, 0, 0, 1});
        assertThat(plane.latentSize()).isEqualTo(2);
        assertThat(plane.euclidean()).containsExactly(4, 0, 0, 2);
        assertThat(plane.singularValues(0)).containsExactly(new double[] {2, Math.sqrt(2)}, within(1e-12));
        DecoderGeometry stretched = three.by(new double[] {3, 0, 0, 0, 3, 0, 0, 0, 3});
        assertThat(stretched.sigmaMax(0)).isCloseTo(3 * three.sigmaMax(0), within(1e-9));
        assertThat(stretched.magnification(0)).isCloseTo(27 * three.magnification(0), within(1e-9));
    }

    @Test
    void anAutoencodersGaussianIsThatOfItsCodes() {
        int n = 4000;
        float[] codes = new float[2 * n];
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < n; i++) {
            double u = random.nextGaussian();
            codes[2 * i] = (float) (7 + 3 * u);
            codes[2 * i + 1] = (float) (-1 + 2 * u + 0.5 * random.nextGaussian());
        }
        LatentPrior prior = LatentPrior.of(true, codes(n, 2, codes));
        assertThat(prior.mean()).containsExactly(new double[] {7, -1}, within(0.15));
        assertThat(prior.factor()).containsExactly(new double[] {3, 0, 2, 0.5}, within(0.15));
        double[] points = prior.sample(500, random);
        assertThat(prior.fromStandard(prior.toStandard(points))).containsExactly(points, within(1e-9));
        assertThat(LatentPrior.of(false, codes(n, 2, codes)).toStandard(points)).containsExactly(points);
    }

    private static Posterior codes(int n, int d, float[] codes) {
        float[] none = new float[n * d];
        Arrays.fill(none, Float.NEGATIVE_INFINITY);
        return new Posterior(n, d, codes, none);
    }

    /** Stretching and shearing the codes, which a decoder could undo, changes neither hole mass nor the two-sample test. */
    @Test
    void anAutoencodersHolesDoNotDependOnItsUnits() {
        int n = 1000;
        float[] codes = new float[2 * n];
        float[] other = new float[2 * n];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < n; i++) {
            double radius = 2 + 0.3 * random.nextGaussian();
            double angle = 2 * Math.PI * random.nextDouble();
            codes[2 * i] = (float) (radius * Math.cos(angle));
            codes[2 * i + 1] = (float) (radius * Math.sin(angle));
            other[2 * i] = 40 + 9 * codes[2 * i];
            other[2 * i + 1] = 2 * codes[2 * i] + 0.25f * codes[2 * i + 1];
        }
        Holes holes = new Holes(true, codes(n, 2, codes), Watch.NONE);
        Holes moved = new Holes(true, codes(n, 2, other), Watch.NONE);
        assertThat(holes.mass(3000, 1, Watch.NONE).mass()).isBetween(0.2, 0.5);
        assertThat(moved.mass(3000, 1, Watch.NONE).mass())
                .isCloseTo(holes.mass(3000, 1, Watch.NONE).mass(), within(0.002));
        assertThat(holes.logRatio(new double[] {0, 0, 2, 0}, Watch.NONE))
                .containsExactly(moved.logRatio(new double[] {40, 0, 58, 4}, Watch.NONE), within(1e-3));
    }

    @Test
    void aWayIsAsUnevenAsItsGreatestStep() {
        assertThat(Unevenness.steps(new float[] {0, 0, 1, 0, 1, 2}, 3))
                .containsExactly(new double[] {2 / 3.0, 4 / 3.0}, within(1e-6));
        assertThat(Unevenness.steps(new float[] {0, 0.25f, 0.5f, 0.75f}, 4))
                .containsExactly(new double[] {1, 1, 1}, within(1e-6));
        assertThat(Unevenness.steps(new float[6], 3)).containsExactly(1, 1);
    }

    /** The same network with its codes five times as far apart is as continuous, and its samples are as plausible. */
    @Test
    void unevennessAndPlausibilityDoNotDependOnUnits() {
        FakeImages images = new FakeImages("fake-test", 200);
        float[] pixels = images.images(0, 200);
        Vae narrow = new FakeVae(2);
        Vae wide = new FakeVae(2, true, latents -> {});
        Unevenness one = Unevenness.of(narrow, narrow.encode(pixels, 200), 30, 1, Watch.NONE);
        Unevenness other = Unevenness.of(wide, wide.encode(pixels, 200), 30, 1, Watch.NONE);
        assertThat(one.median()).isGreaterThan(1.001);
        assertThat(Arrays.stream(one.typical()).max()).hasValue(one.median());
        assertThat(Arrays.stream(one.uneven()).average()).hasValueCloseTo(1.0, within(1e-9));
        assertThat(one.uneven()).hasSize(Unevenness.STEPS);
        assertThat(other.median()).isCloseTo(one.median(), within(1e-4));
        assertThat(other.p95()).isCloseTo(one.p95(), within(1e-4));
        double[] z = Doubles.of(narrow.encode(pixels, 200).mean());
        Plausibility own = Plausibility.of(narrow, z, images, images, Watch.NONE);
        for (int i = 0; i < 200; i++) {
            // Its code's image is nearest to the image itself, or to one that is the same.
            assertThat(images.image(own.nearest()[i])).isEqualTo(images.image(i));
        }
        assertThat(own.share()).isBetween(0.4, 0.6);
        double[] far = {3, 3, -3, 3};
        Plausibility none = Plausibility.of(narrow, far, images, images, Watch.NONE);
        assertThat(none.share()).isZero();
        assertThat(none.typical()).isEqualTo(own.typical());
    }

    @Test
    void samplesOfOneDistributionPassTheTestAndOthersDoNot() {
        LatentPrior prior = LatentPrior.standard(2);
        SplittableRandom random = new SplittableRandom(1);
        double[] a = prior.sample(150, random);
        assertThat(Mmd.of(a, prior.sample(150, random), 2, 0, Watch.NONE).p()).isGreaterThan(0.05);
        double[] shifted =
                Arrays.stream(prior.sample(150, random)).map(z -> z + 0.7).toArray();
        Mmd other = Mmd.of(a, shifted, 2, 0, Watch.NONE);
        assertThat(other.p()).isLessThan(0.01);
        assertThat(other.mmd()).isBetween(0.1, Math.sqrt(2));
        assertThat(Mmd.of(a, a, 2, 0, Watch.NONE).mmd()).isCloseTo(0, within(1e-6));
    }

    @Test
    void holesAreWhereThePriorIsAndTheImagesAreNot() {
        int n = 2000;
        float[] mean = new float[n];
        float[] logVariance = new float[n];
        Arrays.fill(logVariance, (float) Math.log(0.01));
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < n; i++) {
            mean[i] = (float) Math.abs(random.nextGaussian());
        }
        // The images fill the positive half of the prior, and what their own width adds.
        Holes holes = new Holes(false, new Posterior(n, 1, mean, logVariance), Watch.NONE);
        Holes.Mass mass = holes.mass(4000, 1, Watch.NONE);
        assertThat(mass.mass()).isBetween(0.42, 0.5);
        double[] ratio = holes.logRatio(new double[] {1, -1}, Watch.NONE);
        assertThat(ratio[0]).isCloseTo(Math.log(2), within(0.2));
        assertThat(ratio[1]).isLessThan(-20);
    }

    /** On a plane of two dimensions the densities are those of these two alone; turned, they are the same. */
    @Test
    void densitiesAsSeenOnAPlane() {
        int n = 300;
        SplittableRandom random = new SplittableRandom(8);
        float[] mean = new float[3 * n];
        float[] logVariance = new float[3 * n];
        float[] mean2 = new float[2 * n];
        float[] logVariance2 = new float[2 * n];
        for (int i = 0; i < 3 * n; i++) {
            mean[i] = (float) random.nextGaussian();
            logVariance[i] = (float) (-2 + random.nextGaussian());
            if (i % 3 > 0) {
                mean2[i / 3 * 2 + i % 3 - 1] = mean[i];
                logVariance2[i / 3 * 2 + i % 3 - 1] = logVariance[i];
            }
        }
        double[] right = {0, 1, 0};
        double[] up = {0, 0, 1};
        double[] points = {0.3, -0.8, 2.5, 1, -7, 7};
        double[] expected =
                new Holes(false, new Posterior(n, 2, mean2, logVariance2), Watch.NONE).logRatio(points, Watch.NONE);
        Posterior posterior = new Posterior(n, 3, mean, logVariance);
        assertThat(PlaneHoles.logRatio(posterior, new double[3], right, up, points, Watch.NONE))
                .containsExactly(expected, within(1e-6));
        double cos = Math.cos(0.4);
        double sin = Math.sin(0.4);
        double[] turned = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            turned[i] = cos * points[i] + sin * points[i + 1];
            turned[i + 1] = -sin * points[i] + cos * points[i + 1];
        }
        double[] turnedRight = {0, cos, sin};
        double[] turnedUp = {0, -sin, cos};
        assertThat(PlaneHoles.logRatio(posterior, new double[3], turnedRight, turnedUp, turned, Watch.NONE))
                .containsExactly(expected, within(1e-6));
        double[] origin = {5, 1, -1};
        double[] moved = {points[0] - 1, points[1] + 1};
        assertThat(PlaneHoles.logRatio(posterior, origin, right, up, moved, Watch.NONE)[0])
                .isCloseTo(expected[0], within(1e-6));
    }

    @Test
    void anAutoencodersDensityKeepsTheGapsBetweenItsCodes() {
        int n = 1200;
        float[] codes = new float[n];
        float[] none = new float[n];
        Arrays.fill(none, Float.NEGATIVE_INFINITY);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < n; i++) {
            codes[i] = (float) (100 + 30 * (i % 2 == 0 ? 1 : -1) + random.nextGaussian());
        }
        Holes holes = new Holes(true, new Posterior(n, 1, codes, none), Watch.NONE);
        assertThat(holes.prior().mean()[0]).isCloseTo(100, within(0.2));
        assertThat(holes.prior().factor()[0]).isCloseTo(30, within(0.2));
        assertThat(holes.logRatio(new double[] {100}, Watch.NONE)[0]).isLessThan(-10);
        assertThat(holes.logRatio(new double[] {130}, Watch.NONE)[0]).isGreaterThan(1.5);
        assertThat(holes.mass(4000, 1, Watch.NONE).mass()).isGreaterThan(0.8);
    }

    @Test
    void aMixtureFindsItsClusters() {
        SplittableRandom random = new SplittableRandom(4);
        double[] points = new double[2 * 900];
        for (int i = 0; i < 900; i++) {
            double u = random.nextGaussian();
            points[2 * i] = i % 3 == 0 ? 5 + 0.3 * u : -2 + u;
            points[2 * i + 1] = i % 3 == 0 ? random.nextGaussian() : 0.8 * u + 0.2 * random.nextGaussian();
        }
        GaussianMixture mixture = GaussianMixture.fit(points, 2, 2, 7, Watch.NONE);
        int right = mixture.mean(0)[0] > mixture.mean(1)[0] ? 0 : 1;
        assertThat(mixture.weight(right)).isCloseTo(1 / 3.0, within(0.01));
        assertThat(mixture.mean(right)).containsExactly(new double[] {5, 0}, within(0.15));
        assertThat(mixture.mean(1 - right)).containsExactly(new double[] {-2, 0}, within(0.15));
        double[] drawn = mixture.sample(2000, random);
        double product = 0;
        int count = 0;
        for (int i = 0; i < 2000; i++) {
            if (drawn[2 * i] < 2) {
                product += (drawn[2 * i] + 2) * drawn[2 * i + 1];
                count++;
            }
        }
        assertThat(product / count).as("covariance of the slanted cluster").isCloseTo(0.8, within(0.12));
        assertThat(mixture.logDensity(new double[] {5, 0}))
                .isCloseTo(Math.log(1 / 3.0 / (2 * Math.PI * 0.3)), within(0.15));
    }
}
