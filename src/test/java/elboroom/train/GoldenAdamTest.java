package elboroom.train;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.golden.GoldenNetwork.Objective;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import elboroom.model.dl4j.GoldenGraph;
import elboroom.model.dl4j.VaeGraph;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Steps of training, their losses and gradients, against independent float64 results. */
class GoldenAdamTest {
    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    static List<Objective> objectives() {
        return networks().stream().flatMap(n -> n.objectives().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void threeSteps(GoldenNetwork golden) {
        JsonNode expected = golden.expected("adam");
        assertThat(expected.get("beta1").doubleValue()).isEqualTo(Adam.BETA1);
        assertThat(expected.get("beta2").doubleValue()).isEqualTo(Adam.BETA2);
        assertThat(expected.get("epsilon").doubleValue()).isEqualTo(Adam.EPSILON);
        try (VaeGraph vae = GoldenGraph.of(golden, golden.config(), DataType.FLOAT);
                TrainingStep trainingStep = new TrainingStep(vae.toNetwork(), golden.count(), 2)) {
            for (int step = 0; step < expected.get("steps").asInt(); step++) {
                float[] noise = Golden.floats(expected.get("noisePerStep").get(step));
                double learningRate = expected.get("learningRate").doubleValue();
                double loss = trainingStep
                        .take(new GoldenMinibatch(golden, noise), step, settings(golden.config(), learningRate))
                        .objective();
                assertEqual(
                        "loss " + step, loss, expected.get("losses").get(step).doubleValue(), Golden.FLOAT32);
            }
            FlatState state = FlatState.ofSize(vae.parameterCount());
            trainingStep.read(state);
            vae.writeParameters(state.parameters());
            expected.get("parametersAfter")
                    .fields()
                    .forEachRemaining(entry -> assertEqual(
                            entry.getKey(), GoldenGraph.value(vae, entry.getKey()), entry.getValue(), Golden.FLOAT32));
        }
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void lossAndGradients(Objective objective) {
        GoldenNetwork golden = objective.network();
        try (VaeGraph vae = GoldenGraph.of(golden, objective.config(), DataType.FLOAT);
                TrainingStep trainingStep = new TrainingStep(vae.toNetwork(), golden.count(), 2)) {
            float[] noise = Golden.floats(golden.root().get("noise"));
            BatchLosses losses =
                    trainingStep.take(new GoldenMinibatch(golden, noise), 0, settings(objective.config(), 1e-3));
            assertEqual(
                    "objective",
                    losses.objective(),
                    objective.expected().get("loss").doubleValue(),
                    Golden.FLOAT32);
            float[] gradient = new float[vae.parameterCount()];
            trainingStep.readGradient(gradient);
            vae.writeParameters(gradient);
            assertNorms(trainingStep.gradientNorms(), objective.expected().get("gradient"));
            objective
                    .expected()
                    .get("gradient")
                    .fields()
                    .forEachRemaining(entry -> assertEqual(
                            "gradient of " + entry.getKey(),
                            GoldenGraph.value(vae, entry.getKey()),
                            entry.getValue(),
                            Golden.FLOAT32));
        }
    }

    private static StepSettings settings(VaeConfig config, double learningRate) {
        return new StepSettings(config.beta(), config.freeBits(), learningRate);
    }

    private static void assertNorms(GradientNorms norms, JsonNode gradient) {
        double[] squares = new double[2];
        gradient.fields().forEachRemaining(entry -> {
            for (float g : Golden.floats(entry.getValue())) {
                squares[entry.getKey().startsWith("decoder") ? 1 : 0] += (double) g * g;
            }
        });
        assertThat(norms.encoder()).isCloseTo(Math.sqrt(squares[0]), Percentage.withPercentage(100 * Golden.FLOAT32));
        assertThat(norms.decoder()).isCloseTo(Math.sqrt(squares[1]), Percentage.withPercentage(100 * Golden.FLOAT32));
    }
}
