package elboroom.model.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.golden.GoldenNetwork;
import elboroom.model.VaeConfig;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A golden network as a graph. */
public final class GoldenGraph {
    private GoldenGraph() {}

    public static VaeGraph of(GoldenNetwork golden, VaeConfig config, DataType type) {
        VaeGraph vae = new VaeGraph(config, type);
        Map<String, INDArray> table = vae.parameterTable();
        golden.parameters().fields().forEachRemaining(entry -> {
            INDArray parameter = Objects.requireNonNull(table.get(parameter(entry.getKey())), entry.getKey());
            INDArray value = Nd4j.create(GoldenNetwork.flat(entry.getValue()), parameter.shape(), 'c');
            parameter.assign(value.castTo(type));
        });
        return vae;
    }

    /** {@code encoder.0.W} of the file is {@code encoder.0_W} in DL4J. */
    public static String parameter(String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "_" + name.substring(dot + 1);
    }

    /** A matrix of the file in float64. */
    static INDArray rows(JsonNode node) {
        return Nd4j.create(
                GoldenNetwork.flat(node), new long[] {node.size(), node.get(0).size()}, 'c');
    }

    /** The value of one parameter, row-major. */
    public static double[] value(VaeGraph vae, String name) {
        return Objects.requireNonNull(vae.parameterTable().get(parameter(name)), name)
                .dup('c')
                .data()
                .asDouble();
    }
}
