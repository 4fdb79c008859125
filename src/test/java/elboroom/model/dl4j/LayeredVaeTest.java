package elboroom.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.LayeredVae;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The network on heap arrays against the graph of the same configuration, whose flat parameters it must know the order of. */
class LayeredVaeTest {
    private static final int COUNT = 70;

    static List<VaeConfig> networks() {
        ImageShape small = new ImageShape(5, 4, 1);
        return List.of(
                config(small, new Architecture.Mlp(List.of(7)), 1),
                config(small, new Architecture.Mlp(List.of(9, 6)), 3),
                config(new ImageShape(4, 4, 3), new Architecture.Mlp(List.of(8, 7, 5)), 2),
                config(ImageShape.MNIST, new Architecture.Convolutional(), 3),
                config(new ImageShape(8, 20, 1), new Architecture.Convolutional(), 2),
                config(new ImageShape(16, 12, 3), new Architecture.Convolutional(), 2));
    }

    private static VaeConfig config(ImageShape shape, Architecture architecture, int latentSize) {
        return new VaeConfig(shape, architecture, latentSize, Likelihood.BERNOULLI, 1, 0, false, 5);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void encodesAndDecodesAsTheGraph(VaeConfig config) {
        int size = config.shape().size();
        int latent = config.latentSize();
        float[] images = floats(COUNT * size, 1);
        float[] noise = floats(COUNT * latent, 2);
        try (VaeGraph graph = VaeGraph.initial(config);
                LayeredVae vae = graph.toVae()) {
            Map<String, INDArray> expected = graph.graph()
                    .feedForward(
                            new INDArray[] {
                                Nd4j.create(byChannel(images, config), new long[] {COUNT, size}, 'c'),
                                Nd4j.create(noise, new long[] {COUNT, latent}, 'c')
                            },
                            false);
            Posterior posterior = vae.encode(images, COUNT);
            assertClose(posterior.mean(), floats(expected.get(GraphDefinition.MEAN)));
            assertClose(posterior.logVariance(), floats(expected.get(GraphDefinition.LOG_VARIANCE)));
            float[] z = floats(expected.get(GraphDefinition.LATENT));
            assertClose(byChannel(vae.decodeLogits(z, COUNT), config), floats(expected.get(GraphDefinition.LOGITS)));
        }
    }

    /** The graph's convolutions have images channel by channel; ours have them pixel by pixel. */
    private static float[] byChannel(float[] images, VaeConfig config) {
        int channels = config.shape().channels();
        if (channels == 1 || config.architecture() instanceof Architecture.Mlp) {
            return images;
        }
        int area = config.shape().size() / channels;
        float[] planes = new float[images.length];
        for (int i = 0; i < images.length; i++) {
            int pixel = i / channels;
            planes[pixel / area * area * channels + i % channels * area + pixel % area] = images[i];
        }
        return planes;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void oneRowIsAsInABatch(VaeConfig config) {
        int size = config.shape().size();
        float[] images = floats(COUNT * size, 3);
        float[] z = floats(COUNT * config.latentSize(), 4);
        try (VaeGraph graph = VaeGraph.initial(config);
                LayeredVae vae = graph.toVae()) {
            Posterior all = vae.encode(images, COUNT);
            float[] pixels = vae.decode(z, COUNT);
            int last = COUNT - 1;
            float[] lastZ = Arrays.copyOfRange(z, last * config.latentSize(), z.length);
            Posterior one = vae.encode(Arrays.copyOfRange(images, last * size, images.length), 1);
            assertClose(one.mean(), Arrays.copyOfRange(all.mean(), last * config.latentSize(), all.mean().length));
            assertClose(vae.decode(lastZ, 1), Arrays.copyOfRange(pixels, last * size, pixels.length));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theNumberOfThreadsChangesNothing(VaeConfig config) {
        LayeredNetwork network = new LayeredNetwork(config);
        network.write(floats(network.parameterCount(), 6), network.parameters());
        float[] z = floats(COUNT * config.latentSize(), 7);
        try (LayeredVae one = new LayeredVae(network, 1);
                LayeredVae three = new LayeredVae(network, 3)) {
            assertThat(three.decode(z, COUNT)).containsExactly(one.decode(z, COUNT));
        }
    }

    /** Drawn here parameter by parameter in the order of the graph's table, each row-major. */
    @ParameterizedTest
    @MethodSource("networks")
    void initialWeightsAreUniformByFanIn(VaeConfig config) {
        SplittableRandom random = new SplittableRandom(config.seed());
        try (VaeGraph graph = VaeGraph.initial(config)) {
            Map<String, INDArray> table = graph.parameterTable();
            table.forEach((name, values) -> {
                long[] weights = table.get(name.replaceAll("_.$", "_W")).shape();
                long fanIn = weights.length == 2 ? weights[0] : weights[1] * weights[2] * weights[3];
                double bound = 1 / Math.sqrt(fanIn);
                float[] expected = new float[Math.toIntExact(values.length())];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = (float) random.nextDouble(-bound, bound);
                }
                assertThat(Arrays.mismatch(floats(values), expected)).as(name).isNegative();
            });
        }
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(actual).containsExactly(expected, Offset.offset(2e-6f));
    }

    private static float[] floats(INDArray values) {
        return values.dup('c').data().asFloat();
    }

    /** Uniform in ±1. */
    private static float[] floats(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
