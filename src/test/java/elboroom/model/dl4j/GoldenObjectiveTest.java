package elboroom.model.dl4j;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.golden.GoldenNetwork.Objective;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The graph's values, both losses and all gradients against independent float64 results. */
class GoldenObjectiveTest {
    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    static List<Objective> objectives() {
        return networks().stream().flatMap(n -> n.objectives().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void forwardValuesInFloat64(GoldenNetwork golden) {
        try (VaeGraph vae = GoldenGraph.of(golden, golden.config(), DataType.DOUBLE)) {
            Map<String, INDArray> values = vae.graph()
                    .feedForward(
                            new INDArray[] {
                                GoldenGraph.rows(golden.root().get("x")),
                                GoldenGraph.rows(golden.root().get("noise"))
                            },
                            false);
            check(golden, "mean", values.get(GraphDefinition.MEAN));
            check(golden, "logVariance", values.get(GraphDefinition.LOG_VARIANCE));
            check(golden, "z", values.get(GraphDefinition.LATENT));
            INDArray logits = values.get(GraphDefinition.LOGITS);
            check(golden, "logits", logits);
            check(golden, "reconstruction", Transforms.sigmoid(logits, true));

            INDArray pixels = GoldenGraph.rows(golden.root().get("x"));
            INDArray distortion = new DistortionLoss("bernoulli").perImage(pixels, logits);
            INDArray rate = new RateLoss(1, 0)
                    .perImage(
                            pixels,
                            Nd4j.concat(1, values.get(GraphDefinition.MEAN), values.get(GraphDefinition.LOG_VARIANCE)));
            check(golden, "negLogLikelihood", distortion);
            check(golden, "elbo", distortion.add(rate).neg());
        }
    }

    private static void check(GoldenNetwork golden, String key, INDArray actual) {
        double[] values = actual.dup('c').data().asDouble();
        assertEqual(golden + ", " + key, values, golden.expected(key), Golden.FLOAT64);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void encoderAndDecoderInFloat32(GoldenNetwork golden) {
        try (VaeGraph graph = GoldenGraph.of(golden, golden.config(), DataType.FLOAT);
                Vae vae = graph.toVae()) {
            int count = golden.count();
            Posterior posterior = vae.encode(Golden.floats(golden.root().get("x")), count);
            assertEqual("mean", Golden.doubles(posterior.mean()), golden.expected("mean"), Golden.FLOAT32);
            assertEqual(
                    "log variance",
                    Golden.doubles(posterior.logVariance()),
                    golden.expected("logVariance"),
                    Golden.FLOAT32);
            double[] kl = new double[count * vae.latentSize()];
            for (int i = 0; i < kl.length; i++) {
                kl[i] = posterior.kl(i / vae.latentSize(), i % vae.latentSize());
            }
            assertEqual("KL per dimension", kl, golden.expected("klPerDimension"), Golden.FLOAT32);
            float[] z = Golden.floats(golden.expected("z"));
            assertEqual(
                    "logits", Golden.doubles(vae.decodeLogits(z, count)), golden.expected("logits"), Golden.FLOAT32);
            assertEqual(
                    "pixels", Golden.doubles(vae.decode(z, count)), golden.expected("reconstruction"), Golden.FLOAT32);
        }
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void lossAndGradientsInFloat64(Objective objective) {
        try (VaeGraph vae = GoldenGraph.of(objective.network(), objective.config(), DataType.DOUBLE)) {
            ComputationGraph graph = vae.graph();
            INDArray x = GoldenGraph.rows(objective.network().root().get("x"));
            graph.setInputs(x, GoldenGraph.rows(objective.network().root().get("noise")));
            graph.setLabels(
                    x,
                    Nd4j.zeros(
                            DataType.DOUBLE, x.size(0), 2L * objective.config().latentSize()));
            graph.computeGradientAndScore();

            JsonNode expected = objective.expected();
            assertEqual("loss", graph.score(), expected.get("loss").doubleValue(), Golden.FLOAT64);
            checkGradients(graph.gradient().gradientForVariable(), x.size(0), expected.get("gradient"), Golden.FLOAT64);
        }
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void lossAndGradientsInFloat32(Objective objective) {
        try (VaeGraph vae = GoldenGraph.of(objective.network(), objective.config(), DataType.FLOAT)) {
            JsonNode root = objective.network().root();
            BatchLosses losses = vae.losses(
                    Golden.floats(root.get("x")),
                    Golden.floats(root.get("noise")),
                    objective.network().count());

            JsonNode expected = objective.expected();
            assertEqual("objective", losses.objective(), expected.get("loss").doubleValue(), Golden.FLOAT32);
            checkGradients(
                    vae.graph().gradient().gradientForVariable(),
                    objective.network().count(),
                    expected.get("gradient"),
                    Golden.FLOAT32);
        }
    }

    private static void checkGradients(
            Map<String, INDArray> gradients, long count, JsonNode expected, double tolerance) {
        assertThat(gradients).hasSize(expected.size());
        expected.fields().forEachRemaining(entry -> {
            INDArray gradient = gradients.get(GoldenGraph.parameter(entry.getKey()));
            assertThat(gradient).as(entry.getKey()).isNotNull();
            double[] actual = gradient.div(count).dup('c').data().asDouble();
            assertEqual("gradient of " + entry.getKey(), actual, entry.getValue(), tolerance);
        });
    }

    /** The autoencoder decodes other points than the logits in the file, which belong to the noisy ones. */
    static List<Objective> variational() {
        return objectives().stream().filter(o -> !o.config().autoencoder()).toList();
    }

    @ParameterizedTest
    @MethodSource("variational")
    void distortionOfEachImage(Objective objective) {
        JsonNode perImage = objective.expected().get("negLogLikelihood");
        if (perImage == null) {
            perImage = objective.network().expected("negLogLikelihood");
        }
        INDArray logits = GoldenGraph.rows(objective.network().expected("logits"));
        INDArray pixels = GoldenGraph.rows(objective.network().root().get("x"));
        DistortionLoss loss = new DistortionLoss(objective.config().likelihood().toString());
        assertEqual("distortion", loss.perImage(pixels, logits).data().asDouble(), perImage, Golden.FLOAT64);
    }
}
