package elboroom.golden;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import elboroom.model.layer.Parameters;
import java.util.List;

/** The golden network as the program runs networks, in float32. */
public final class GoldenVae {
    private GoldenVae() {}

    public static LayeredVae of(GoldenNetwork golden) {
        return of(golden, golden.config());
    }

    public static LayeredVae of(GoldenNetwork golden, VaeConfig config) {
        LayeredNetwork network = new LayeredNetwork(config);
        List<Parameters> layers = network.parameters();
        int hidden = golden.root().get("sizes").size() - 2;
        for (int i = 0; i < hidden; i++) {
            copy(golden, "encoder." + i, layers.get(i), 0);
            copy(golden, "decoder." + i, layers.get(hidden + 1 + i), 0);
        }
        copy(golden, "encoder.mean", layers.get(hidden), 0);
        copy(golden, "encoder.logVariance", layers.get(hidden), config.latentSize());
        copy(golden, "decoder.logits", layers.get(2 * hidden + 1), 0);
        return new LayeredVae(network, 2);
    }

    /** The file's W is [in][out], a layer's is [out][in]. */
    private static void copy(GoldenNetwork golden, String name, Parameters layer, int firstOutput) {
        JsonNode weights = golden.parameters().get(name + ".W");
        JsonNode bias = golden.parameters().get(name + ".b");
        int inputs = weights.size();
        float[] value = new float[1];
        for (int output = 0; output < bias.size(); output++) {
            value[0] = (float) bias.get(output).doubleValue();
            layer.bias().put(firstOutput + output, value, 0, 1);
            for (int input = 0; input < inputs; input++) {
                value[0] = (float) weights.get(input).get(output).doubleValue();
                layer.weights().put((firstOutput + output) * inputs + input, value, 0, 1);
            }
        }
    }
}
