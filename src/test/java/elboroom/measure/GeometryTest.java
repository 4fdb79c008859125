package elboroom.measure;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
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
                DecoderGeometry geometry =
                        DecoderGeometry.at(vae, Golden.floats(at.get("z")), 1, new double[] {1, 1}, Watch.NONE);
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
        double[] v = three.principalDirection(0);
        assertThat(4 * v[0] + v[1]).isCloseTo(largest * v[0], within(1e-6));
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
        assertThat(holes.prior().deviation()[0]).isCloseTo(30, within(0.2));
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
