package elboroom.model.dl4j;

import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Initial weights and biases, uniform in ±1/√fan-in: what the reference results in {@code docs} were trained from. Drawn
 * here rather than by ND4J, whose generator is one for the whole process, so that a seed gives the same weights always.
 */
final class InitialWeights {
    private InitialWeights() {}

    static void write(VaeGraph vae) {
        SplittableRandom random = new SplittableRandom(vae.config().seed());
        Map<String, INDArray> table = vae.parameterTable();
        for (Map.Entry<String, INDArray> parameter : table.entrySet()) {
            String name = parameter.getKey();
            String layer = name.substring(0, name.lastIndexOf('_'));
            INDArray weights = Objects.requireNonNull(table.get(layer + "_W"), layer);
            double bound = 1 / Math.sqrt(fanIn(weights));
            float[] values = new float[Math.toIntExact(parameter.getValue().length())];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
            parameter.getValue().assign(Nd4j.create(values, parameter.getValue().shape(), 'c'));
        }
    }

    /** Dense weights are [in][out]; those of convolutions [out][in][4][4], of transposed convolutions [in][out][4][4]. */
    private static long fanIn(INDArray weights) {
        return weights.rank() == 2 ? weights.size(0) : weights.size(1) * weights.size(2) * weights.size(3);
    }
}
