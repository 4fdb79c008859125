package elboroom.train;

import elboroom.model.Architecture;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.VaeGraph;
import elboroom.train.layer.Convolution;
import elboroom.train.layer.Deconvolution;
import elboroom.train.layer.Dense;
import elboroom.train.layer.Layer;
import elboroom.train.layer.Parameters;
import elboroom.train.layer.Rearrangement;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph's network as layers on heap arrays: those of the encoder, its two heads as one dense layer of 2d outputs, those
 * of the decoder down to the logits. The graph stays the definition: sizes and places of all parameters are asked of it.
 */
final class LayeredNetwork {
    private final VaeGraph graph;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final int heads;

    /** Parameters that lie together both in the graph's flat order and in one layer's weights or bias. */
    private record Segment(int flat, int layer, boolean bias, int offset, int length) {
        float[] array(List<Parameters> of) {
            return bias ? of.get(layer).bias() : of.get(layer).weights();
        }
    }

    LayeredNetwork(VaeGraph graph) {
        this.graph = graph;
        VaeConfig config = graph.config();
        if (config.architecture() instanceof Architecture.Mlp mlp) {
            List<Integer> hidden = mlp.hidden();
            int width = config.shape().size();
            for (int i = 0; i < hidden.size(); i++) {
                add("encoder." + i, new Dense(width, hidden.get(i), true));
                width = hidden.get(i);
            }
            heads = addHeads(width, config.latentSize());
            width = config.latentSize();
            for (int i = 0; i < hidden.size(); i++) {
                int next = hidden.get(hidden.size() - 1 - i);
                add("decoder." + i, new Dense(width, next, true));
                width = next;
            }
            add("decoder.logits", new Dense(width, config.shape().size(), false));
        } else {
            // 28×28 - 32×14×14 - 64×7×7 - 256 - heads, and back. One grey channel is the same by image and by channel.
            add("encoder.0", new Convolution(1, 32, 14));
            add("encoder.1", new Convolution(32, 64, 7));
            layers.add(Rearrangement.byImage(64, 49));
            add("encoder.2", new Dense(64 * 49, 256, true));
            heads = addHeads(256, config.latentSize());
            add("decoder.0", new Dense(config.latentSize(), 256, true));
            add("decoder.1", new Dense(256, 64 * 49, true));
            layers.add(Rearrangement.byChannel(64, 49));
            add("decoder.2", new Deconvolution(64, 32, 7, true));
            add("decoder.logits", new Deconvolution(32, 1, 14, false));
        }
    }

    private void add(String name, Layer layer) {
        layers.add(layer);
        addSegments(
                name,
                0,
                layer.parameters().weights().length,
                0,
                layer.parameters().bias().length);
    }

    /** Means and log variances come from one product: the rows of the first, then those of the second. */
    private int addHeads(int inputs, int latent) {
        layers.add(new Dense(inputs, 2 * latent, false));
        addSegments("encoder.mean", 0, inputs * latent, 0, latent);
        addSegments("encoder.logVariance", inputs * latent, inputs * latent, latent, latent);
        return layers.size() - 1;
    }

    private void addSegments(String name, int weight, int weights, int bias, int biases) {
        int layer = layers.size() - 1;
        segments.add(new Segment(graph.parameterOffset(name + "_W"), layer, false, weight, weights));
        segments.add(new Segment(graph.parameterOffset(name + "_b"), layer, true, bias, biases));
    }

    List<Layer> layers() {
        return layers;
    }

    /** Index of the layer that gives means and log variances. */
    int heads() {
        return heads;
    }

    /** The layers' own parameters, in their order. */
    List<Parameters> parameters() {
        return layers.stream().map(Layer::parameters).toList();
    }

    /** Zeros in the shape of the parameters. */
    List<Parameters> zeros() {
        return parameters().stream().map(Parameters::like).toList();
    }

    /** Copies parameters, or a gradient or moment of theirs, to the graph's flat order. */
    void read(List<Parameters> from, float[] flat) {
        for (Segment s : segments) {
            System.arraycopy(s.array(from), s.offset(), flat, s.flat(), s.length());
        }
    }

    /** The reverse of {@link #read}. */
    void write(float[] flat, List<Parameters> to) {
        for (Segment s : segments) {
            System.arraycopy(flat, s.flat(), s.array(to), s.offset(), s.length());
        }
    }
}
