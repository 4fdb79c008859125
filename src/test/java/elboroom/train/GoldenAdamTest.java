package elboroom.train;

import static elboroom.golden.Golden.assertEqual;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.golden.Golden;
import elboroom.golden.GoldenNetwork;
import elboroom.model.dl4j.GoldenGraph;
import elboroom.model.dl4j.VaeGraph;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Three steps of Adam on the whole network against independent float64 results. */
class GoldenAdamTest {
    static List<GoldenNetwork> networks() {
        return GoldenNetwork.all();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void stepsOfTheWholeNetwork(GoldenNetwork golden) {
        JsonNode expected = golden.expected("adam");
        assertThat(expected.get("beta1").doubleValue()).isEqualTo(Adam.BETA1);
        assertThat(expected.get("beta2").doubleValue()).isEqualTo(Adam.BETA2);
        assertThat(expected.get("epsilon").doubleValue()).isEqualTo(Adam.EPSILON);
        float[] x = Golden.floats(golden.root().get("x"));
        try (VaeGraph vae = GoldenGraph.of(golden, golden.config(), DataType.FLOAT)) {
            float[] parameters = new float[vae.parameterCount()];
            float[] gradient = new float[vae.parameterCount()];
            vae.readParameters(parameters);
            Adam adam = new Adam(parameters.length);
            for (int step = 0; step < expected.get("steps").asInt(); step++) {
                float[] noise = Golden.floats(expected.get("noisePerStep").get(step));
                double loss = vae.losses(x, noise, golden.count()).objective();
                assertEqual(
                        "loss of step " + step,
                        loss,
                        expected.get("losses").get(step).doubleValue(),
                        Golden.FLOAT32);
                vae.readGradient(gradient);
                adam.step(parameters, gradient, expected.get("learningRate").doubleValue());
                vae.writeParameters(parameters);
            }
            expected.get("parametersAfter")
                    .fields()
                    .forEachRemaining(entry -> assertEqual(
                            entry.getKey(), GoldenGraph.value(vae, entry.getKey()), entry.getValue(), Golden.FLOAT32));
        }
    }
}
