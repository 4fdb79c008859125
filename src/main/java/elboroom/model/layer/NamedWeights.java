package elboroom.model.layer;

import elboroom.model.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network's weights under the names and in the shapes that PyTorch gives to such layers. */
public final class NamedWeights {
    private static final int KERNEL = 4;

    private NamedWeights() {}

    /**
     * One array.
     *
     * @param name such as {@code encoder.0.weight}
     * @param values row-major
     * @param shape dense [outputs][inputs], convolution [out][in][4][4], transposed convolution [in][out][4][4], bias [out]
     */
    public record Array(String name, float[] values, int... shape) {}

    /** From the image to the logits: encoder, mean, logVariance, decoder. */
    public static List<Array> of(LayeredNetwork network) {
        List<Array> arrays = new ArrayList<>();
        int encoder = 0;
        int decoder = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            float[] weights = layer.parameters().weights().toArray();
            float[] bias = layer.parameters().bias().toArray();
            if (weights.length == 0) {
                continue;
            }
            if (i == network.heads()) {
                head(arrays, "mean", weights, bias, 0);
                head(arrays, "logVariance", weights, bias, 1);
            } else {
                String name = i < network.heads() ? "encoder." + encoder++ : "decoder." + decoder++;
                arrays.add(new Array(name + ".weight", weights, shape(layer, weights.length, bias.length)));
                arrays.add(new Array(name + ".bias", bias, bias.length));
            }
        }
        return arrays;
    }

    /** Means and log variances lie one after the other. */
    private static void head(List<Array> arrays, String name, float[] weights, float[] bias, int half) {
        int w = weights.length / 2;
        int d = bias.length / 2;
        arrays.add(new Array(name + ".weight", Arrays.copyOfRange(weights, half * w, (half + 1) * w), d, w / d));
        arrays.add(new Array(name + ".bias", Arrays.copyOfRange(bias, half * d, (half + 1) * d), d));
    }

    private static int[] shape(Layer layer, int weights, int outputs) {
        int inputs = weights / outputs;
        if (layer instanceof Dense) {
            return new int[] {outputs, inputs};
        }
        int channels = inputs / (KERNEL * KERNEL);
        return layer instanceof Convolution
                ? new int[] {outputs, channels, KERNEL, KERNEL}
                : new int[] {channels, outputs, KERNEL, KERNEL};
    }

    /** How to compute with them, for people. */
    public static String readme(LayeredNetwork network) {
        List<String> lines = new ArrayList<>();
        boolean dense = network.config().architecture() instanceof Architecture.Mlp;
        lines.add("Weights of a variational autoencoder: %s, %s, %d latent dimensions, %s."
                .formatted(
                        network.config().shape(),
                        network.config().architecture(),
                        network.config().latentSize(),
                        network.config().likelihood()));
        lines.add("numpy.load gives float32 arrays under the names below; each has the shape that PyTorch uses.");
        lines.add("");
        for (Array array : of(network)) {
            lines.add("%-20s %s".formatted(array.name(), Arrays.toString(array.shape())));
        }
        lines.add("");
        lines.add("Images are rows of values in [0,1], height by width by channel.");
        lines.add(
                dense
                        ? "encoder: h = relu(W h + b), layer by layer."
                        : "encoder: 0 and 1 are convolutions 4x4, stride 2, padding 1; then flat by channel, and 2 is dense; each"
                                + " followed by relu.");
        lines.add(
                network.config().autoencoder()
                        ? "z = W_mean h + b_mean; a plain autoencoder leaves logVariance unused."
                        : "mean = W_mean h + b_mean, logVariance likewise; z = mean + exp(logVariance / 2) * noise.");
        lines.add(
                dense
                        ? "decoder: h = relu(W h + b), layer by layer, without relu after the last, which gives logits."
                        : "decoder: 0 and 1 are dense; then 64 channels of 7x7, and 2 and 3 are transposed convolutions 4x4,"
                                + " stride 2, padding 1; each followed by relu but the last, which gives logits.");
        lines.add("pixels = 1 / (1 + exp(-logits)), for every likelihood.");
        return String.join("\n", lines) + "\n";
    }
}
