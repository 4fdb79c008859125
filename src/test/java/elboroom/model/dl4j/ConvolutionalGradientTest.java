package elboroom.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The convolutional network has no golden vectors: its gradients are held against central differences in float64. */
class ConvolutionalGradientTest {
    private static final int COUNT = 2;
    private static final double STEP = 1e-6;

    @Test
    void gradientsAreThoseOfTheLoss() {
        VaeConfig config = new VaeConfig(
                ImageShape.MNIST, new Architecture.Convolutional(), 2, Likelihood.BERNOULLI, 1, 0, false, 7);
        try (VaeGraph vae = new VaeGraph(config, DataType.DOUBLE);
                VaeGraph initial = VaeGraph.initial(config)) {
            vae.graph().params().assign(initial.graph().params().castTo(DataType.DOUBLE));
            ComputationGraph graph = vae.graph();
            SplittableRandom random = new SplittableRandom(3);
            INDArray x = Nd4j.create(random.doubles(COUNT * 784L).toArray(), new long[] {COUNT, 784}, 'c');
            graph.setInputs(x, Nd4j.create(new double[] {0.3, -1.1, 0.8, 0.2}, new long[] {COUNT, 2}, 'c'));
            graph.setLabels(x, Nd4j.zeros(DataType.DOUBLE, COUNT, 4));
            graph.computeGradientAndScore();
            Map<String, INDArray> gradients = graph.gradient().gradientForVariable();

            vae.parameterTable().forEach((name, values) -> {
                for (int i = 0; i < 3; i++) {
                    long at = random.nextLong(values.length());
                    double expected = centralDifference(graph, values, at);
                    double actual = gradients.get(name).getDouble(at) / COUNT;
                    assertThat(actual)
                            .as("%s at %d", name, at)
                            .isCloseTo(expected, Offset.offset(1e-6 + 1e-5 * Math.abs(expected)));
                }
            });
        }
    }

    private static double centralDifference(ComputationGraph graph, INDArray values, long at) {
        double value = values.getDouble(at);
        values.putScalar(at, value + STEP);
        graph.computeGradientAndScore();
        double above = graph.score();
        values.putScalar(at, value - STEP);
        graph.computeGradientAndScore();
        double below = graph.score();
        values.putScalar(at, value);
        return (above - below) / (2 * STEP);
    }
}
