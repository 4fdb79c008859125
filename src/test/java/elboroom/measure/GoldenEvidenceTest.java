package elboroom.measure;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.golden.GoldenVae;
import elboroom.model.DecoderJacobian;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence, importance-weighted bounds and gradient estimators of the golden network, run in float32. */
class GoldenEvidenceTest {
    /** Nats. */
    private static final double FEW_NODES = 0.05;

    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void exactEvidenceElboAndGapByBothWays(GoldenNetwork golden) {
        try (Vae vae = GoldenVae.of(golden)) {
            float[] x = Golden.floats(golden.root().get("x"));
            JsonNode expected = golden.expected("exactEvidence").get("perInput");
            Evidence.OfImage[] actual = new Evidence(vae, 2e-4).of(x, vae.encode(x, golden.count()), Watch.NONE);
            double[] grid = GridEvidence.of(vae, x, golden.count(), 400);
            for (int i = 0; i < actual.length; i++) {
                double logEvidence = expected.get(i).get("logEvidence").doubleValue();
                assertEqual("log p(x)", actual[i].logEvidence(), logEvidence, Golden.FLOAT32);
                assertEqual("log p(x) on the grid", grid[i], logEvidence, Golden.FLOAT32);
                assertEqual(
                        "ELBO", actual[i].elbo(), expected.get(i).get("elbo").doubleValue(), Golden.FLOAT32);
                float[] image = image(x, i, golden.count());
                Posterior posterior = vae.encode(image, 1);
                assertThat(-QuadratureElbo.distortion(vae, image, posterior) - posterior.kl(0, 0) - posterior.kl(0, 1))
                        .as("ELBO from few nodes")
                        .isCloseTo(expected.get(i).get("elbo").doubleValue(), within(FEW_NODES));
                double gap = expected.get(i).get("klToTruePosterior").doubleValue();
                assertEqual("KL to the true posterior", actual[i].gapDirect(), gap, 10 * Golden.FLOAT32);
                assertEqual("gap", actual[i].gap(), gap, 10 * Golden.FLOAT32);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void importanceWeightsAndBound(GoldenNetwork golden) {
        JsonNode expected = golden.expected("iwae");
        int count = golden.count();
        int k = expected.get("k").asInt();
        double[] noise = GoldenNetwork.flat(golden.root().get("noiseK"));
        double[] logWeights = GoldenNetwork.flat(expected.get("logWeights"));
        try (Vae vae = GoldenVae.of(golden)) {
            int d = vae.latentSize();
            float[] x = Golden.floats(golden.root().get("x"));
            Posterior posterior = vae.encode(x, count);
            for (int i = 0; i < count; i++) {
                double[] epsilon = new double[k * d];
                double[] weights = new double[k];
                for (int draw = 0; draw < k; draw++) {
                    System.arraycopy(noise, (draw * count + i) * d, epsilon, draw * d, d);
                    weights[draw] = logWeights[draw * count + i];
                }
                float[] image = image(x, i, count);
                double[] actual = Iwae.logWeights(vae, image, posterior, i, epsilon, Watch.NONE);
                assertEqual("log weights", actual, weights, Golden.FLOAT32);
                double bound = expected.get("bound").get(i).doubleValue();
                assertEqual("bound", Iwae.bound(actual), bound, Golden.FLOAT32);
                assertEqual("bound of golden weights", Iwae.bound(weights), bound, Golden.FLOAT64);
                assertThat(Iwae.ladder(weights, List.of(1, k, k + 1)))
                        .hasSize(2)
                        .last()
                        .satisfies(rung -> assertEqual("rung", rung.bound(), bound, Golden.FLOAT64));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientEstimators(GoldenNetwork golden) {
        JsonNode expected = golden.expected("gradientEstimators");
        try (Vae vae = GoldenVae.of(golden)) {
            float[] x = Golden.floats(golden.root().get("x"));
            double[] noise = GoldenNetwork.flat(golden.root().get("noise"));
            GradientEstimators actual =
                    GradientEstimators.of(vae, x, vae.encode(x, golden.count()), new double[][] {noise}, Watch.NONE);
            assertEqual(
                    "pathwise",
                    actual.estimates().get(GradientEstimators.Kind.PATHWISE),
                    expected.get("pathwise"),
                    Golden.FLOAT32);
            assertEqual(
                    "score function",
                    actual.estimates().get(GradientEstimators.Kind.SCORE),
                    expected.get("scoreFunction"),
                    Golden.FLOAT32);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void decoderJacobian(GoldenNetwork golden) {
        try (Vae vae = GoldenVae.of(golden)) {
            for (JsonNode at : golden.expected("decoderGeometry")) {
                double[] expected = GoldenNetwork.flat(at.get("jacobian"));
                float[] actual = DecoderJacobian.ofPixels(vae, Golden.floats(at.get("z")), 1);
                int d = vae.latentSize();
                int size = expected.length / d;
                double[] byPixel = new double[expected.length];
                for (int k = 0; k < size; k++) {
                    for (int j = 0; j < d; j++) {
                        byPixel[k * d + j] = actual[j * size + k];
                    }
                }
                assertEqual("∂x̂/∂z", byPixel, expected, Golden.FLOAT32);
            }
        }
    }

    private static float[] image(float[] images, int index, int count) {
        int size = images.length / count;
        return Arrays.copyOfRange(images, index * size, (index + 1) * size);
    }
}
