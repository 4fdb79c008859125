package elboroom.train;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;

import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.golden.GoldenVae;
import elboroom.measure.GradientEstimators;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import elboroom.model.dl4j.GoldenGraph;
import elboroom.model.dl4j.VaeGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The gradients that a network is trained by, against the golden ones and against the estimators that are measured. */
final class EstimatorStepTest {
    private static final int DRAWS = 3;

    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    static List<Arguments> kinds() {
        List<Arguments> all = new ArrayList<>();
        for (GoldenNetwork golden : networks()) {
            for (Kind kind : Kind.values()) {
                all.add(Arguments.of(golden, kind));
            }
        }
        return all;
    }

    /** Takes one step; the graph holds the gradient afterwards. */
    private static void step(VaeGraph graph, GoldenNetwork golden, Kind kind, int draws, float[] noise) {
        float[] x = Golden.floats(golden.root().get("x"));
        try (EstimatorStep step = new EstimatorStep(graph.toNetwork(), kind, golden.count(), draws)) {
            assertThat(step.take(0, x, noise, 1e-3)).isFinite();
            float[] gradient = new float[graph.parameterCount()];
            step.readGradient(gradient);
            graph.writeParameters(gradient);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void alongThePathAllGradientsAreTheGoldenOnes(GoldenNetwork golden) {
        try (VaeGraph graph = GoldenGraph.of(golden, golden.config(), DataType.FLOAT)) {
            step(graph, golden, Kind.PATHWISE, 1, Golden.floats(golden.root().get("noise")));
            golden.expected("beta=1")
                    .get("gradient")
                    .fields()
                    .forEachRemaining(entry -> assertEqual(
                            "gradient of " + entry.getKey(),
                            GoldenGraph.value(graph, entry.getKey()),
                            entry.getValue(),
                            Golden.FLOAT32));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void byTheScoreFunctionTheMeansGradientIsTheGoldenOneAndTheDecodersTheUsual(GoldenNetwork golden) {
        try (VaeGraph graph = GoldenGraph.of(golden, golden.config(), DataType.FLOAT)) {
            step(graph, golden, Kind.SCORE, 1, Golden.floats(golden.root().get("noise")));
            double[] expected =
                    GoldenNetwork.flat(golden.expected("gradientEstimators").get("scoreFunction"));
            assertEqual(
                    "by the mean's bias",
                    negative(GoldenGraph.value(graph, "encoder.mean.b")),
                    expected,
                    Golden.FLOAT32);
            golden.expected("beta=1").get("gradient").fields().forEachRemaining(entry -> {
                if (entry.getKey().startsWith("decoder")) {
                    assertEqual(
                            "gradient of " + entry.getKey(),
                            GoldenGraph.value(graph, entry.getKey()),
                            entry.getValue(),
                            Golden.FLOAT32);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theMeansGradientIsTheAverageOfTheEstimatorsThatAreMeasured(GoldenNetwork golden, Kind kind) {
        SplittableRandom random = new SplittableRandom(3);
        try (Vae vae = GoldenVae.of(golden);
                VaeGraph graph = GoldenGraph.of(golden, golden.config(), DataType.FLOAT)) {
            int d = vae.latentSize();
            int perDraw = golden.count() * d;
            double[][] noise = new double[DRAWS][perDraw];
            float[] flat = new float[DRAWS * perDraw];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = (float) random.nextGaussian();
                noise[i / perDraw][i % perDraw] = flat[i];
            }
            float[] x = Golden.floats(golden.root().get("x"));
            GradientEstimators measured =
                    GradientEstimators.of(vae, x, vae.encode(x, golden.count()), noise, Watch.NONE);
            step(graph, golden, kind, DRAWS, flat);
            double[] expected = new double[d];
            for (int j = 0; j < d; j++) {
                expected[j] = measured.mean(kind, j);
            }
            assertEqual(
                    "by the mean's bias",
                    negative(GoldenGraph.value(graph, "encoder.mean.b")),
                    expected,
                    Golden.FLOAT32);
        }
    }

    private static double[] negative(double[] values) {
        double[] negative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return negative;
    }
}
