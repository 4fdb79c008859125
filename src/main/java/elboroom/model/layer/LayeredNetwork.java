package elboroom.model.layer;

import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The network of a configuration as layers: those of the encoder, its two heads as one dense layer of 2d
 * outputs, those of the decoder down to the logits.
 *
 * <p>The flat order of all parameters is that of the DL4J graph of the same configuration, and so of the stored file: layer
 * by layer, means before log variances; weights before bias in dense layers, bias before weights in convolutions. A test
 * holds it to the graph's.
 */
public final class LayeredNetwork {
    private final VaeConfig config;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final int heads;
    private int parameterCount;

    /** Parameters that lie together both in the graph's flat order and in one layer's weights or bias. */
    private record Segment(int flat, int layer, boolean bias, int offset, int length) {
        NativeFloats values(List<Parameters> of) {
            return bias ? of.get(layer).bias() : of.get(layer).weights();
        }
    }

    /** All parameters 0. */
    public LayeredNetwork(VaeConfig config) {
        this.config = config;
        if (config.architecture() instanceof Architecture.Mlp mlp) {
            List<Integer> hidden = mlp.hidden();
            int width = config.shape().size();
            for (int i = 0; i < hidden.size(); i++) {
                addDense(new Dense(width, hidden.get(i), true));
                width = hidden.get(i);
            }
            heads = addHeads(width, config.latentSize());
            width = config.latentSize();
            for (int i = 0; i < hidden.size(); i++) {
                int next = hidden.get(hidden.size() - 1 - i);
                addDense(new Dense(width, next, true));
                width = next;
            }
            addDense(new Dense(width, config.shape().size(), false));
        } else {
            // Of 28×28: 32×14×14 - 64×7×7 - 256 - heads, and back. One grey channel is the same by image and by
            // channel.
            ImageShape shape = config.shape();
            int height = shape.height() / 4;
            int width = shape.width() / 4;
            int area = height * width;
            if (shape.channels() > 1) {
                layers.add(Rearrangement.pixelsByChannel(shape.channels(), 16 * area));
            }
            addConvolution(new Convolution(shape.channels(), 32, 2 * height, 2 * width));
            addConvolution(new Convolution(32, 64, height, width));
            layers.add(Rearrangement.byImage(64, area));
            addDense(new Dense(64 * area, 256, true));
            heads = addHeads(256, config.latentSize());
            addDense(new Dense(config.latentSize(), 256, true));
            addDense(new Dense(256, 64 * area, true));
            layers.add(Rearrangement.byChannel(64, area));
            addConvolution(new Deconvolution(64, 32, height, width, true));
            addConvolution(new Deconvolution(32, shape.channels(), 2 * height, 2 * width, false));
            if (shape.channels() > 1) {
                layers.add(Rearrangement.byPixel(shape.channels(), 16 * area));
            }
        }
    }

    private void addDense(Dense layer) {
        layers.add(layer);
        addSegment(false, 0, layer.parameters().weights().length());
        addSegment(true, 0, layer.outputs());
    }

    private void addConvolution(Layer layer) {
        layers.add(layer);
        addSegment(true, 0, layer.parameters().bias().length());
        addSegment(false, 0, layer.parameters().weights().length());
    }

    /** Means and log variances come from one product: the rows of the first, then those of the second. */
    private int addHeads(int inputs, int latent) {
        layers.add(new Dense(inputs, 2 * latent, false));
        for (int head = 0; head < 2; head++) {
            addSegment(false, head * inputs * latent, inputs * latent);
            addSegment(true, head * latent, latent);
        }
        return layers.size() - 1;
    }

    /** What follows in the flat order: {@code length} weights or biases of the last layer, from {@code offset}. */
    private void addSegment(boolean bias, int offset, int length) {
        segments.add(new Segment(parameterCount, layers.size() - 1, bias, offset, length));
        parameterCount = Math.addExact(parameterCount, length);
    }

    /**
     * A network with initial weights and biases uniform in ±1/√fan-in, which the reference results in {@code docs} were
     * trained from. A seed gives the same ones always.
     */
    public static LayeredNetwork initial(VaeConfig config) {
        LayeredNetwork network = new LayeredNetwork(config);
        SplittableRandom random = new SplittableRandom(config.seed());
        for (Segment segment : network.segments) {
            Layer layer = network.layers.get(segment.layer());
            double bound = 1 / Math.sqrt(layer.fanIn());
            float[] values = new float[segment.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
            boolean byInput = !segment.bias() && layer instanceof Dense;
            float[] ordered = byInput ? transposed(values, layer.inputs()) : values;
            segment.values(network.parameters()).put(segment.offset(), ordered, 0, values.length);
        }
        return network;
    }

    /** From [inputs][outputs], as dense weights are drawn, to [outputs][inputs], as they are kept. */
    private static float[] transposed(float[] values, int inputs) {
        int outputs = values.length / inputs;
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i % outputs * inputs + i / outputs] = values[i];
        }
        return result;
    }

    public VaeConfig config() {
        return config;
    }

    /** Number of all weights and biases. */
    public int parameterCount() {
        return parameterCount;
    }

    public List<Layer> layers() {
        return layers;
    }

    /** Index of the layer that gives means and log variances. */
    public int heads() {
        return heads;
    }

    /** The layers' own parameters, in their order. */
    public List<Parameters> parameters() {
        return layers.stream().map(Layer::parameters).toList();
    }

    /** Zeros in the shape of the parameters. */
    public List<Parameters> zeros() {
        return parameters().stream().map(Parameters::like).toList();
    }

    /** Copies parameters, or a gradient or moment of theirs, to the flat order. */
    public void read(List<Parameters> from, float[] flat) {
        for (Segment s : segments) {
            s.values(from).get(s.offset(), flat, s.flat(), s.length());
        }
    }

    /** The reverse of {@link #read}. */
    public void write(float[] flat, List<Parameters> to) {
        for (Segment s : segments) {
            s.values(to).put(s.offset(), flat, s.flat(), s.length());
        }
    }
}
