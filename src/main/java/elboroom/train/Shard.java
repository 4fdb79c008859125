package elboroom.train;

import elboroom.model.VaeConfig;
import elboroom.model.layer.Dense;
import elboroom.model.layer.Layer;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.NativeFloats;
import elboroom.model.layer.Parameters;
import elboroom.model.layer.Relu;
import java.util.Arrays;
import java.util.List;

/**
 * The forward and backward pass of one share of a minibatch: the hot step of training. For the reference MLP
 * 784-512-256-2d-256-512-784 and n = 64 rows, half a minibatch of 128, a row takes 1.07 million multiply-adds forward and
 * twice that backward, less the first layer's input gradient, which nobody needs: nearly all of it in the matrix products.
 * The rest is a few passes over n·784 and n·512 numbers, each done while they are in cache.
 */
final class Shard {
    private final List<Layer> layers;
    private final int heads;
    private final int last;
    private final int latent;
    private final boolean autoencoder;
    private final List<Parameters> gradients;
    private final Distortion distortionOfRows;
    private final double[] kl;
    private Activations activations;
    /** Of its rows' images; used again and again, as fresh memory would push what is needed out of the caches. */
    private float[] pixels = {};

    private float[] noise = {};
    private int rows;
    private double distortion;

    /**
     * @param network whose parameters it reads
     * @param gradients where to leave those of layers that are not dense
     * @param activations in whose first rows it works
     */
    Shard(LayeredNetwork network, List<Parameters> gradients, Activations activations) {
        VaeConfig config = network.config();
        this.layers = network.layers().stream().map(Layer::sibling).toList();
        this.heads = network.heads();
        this.gradients = gradients;
        this.last = layers.size() - 1;
        this.latent = config.latentSize();
        this.autoencoder = config.autoencoder();
        this.distortionOfRows =
                new Distortion(config.likelihood(), layers.get(last).outputs());
        this.kl = new double[latent];
        this.activations = activations;
    }

    /** Works in the first rows of {@code place} from now on. */
    void moveTo(Activations place) {
        activations = place;
    }

    /** Of every layer's parameters, of these rows' part of the objective; only of those that are not dense. */
    List<Parameters> gradients() {
        return gradients;
    }

    /** KL of each dimension in nats, summed over the rows. */
    double[] kl() {
        return kl;
    }

    /** Distortion in nats, summed over the rows. */
    double distortion() {
        return distortion;
    }

    /**
     * Runs the encoder on images {@code from} (inclusive) to {@code to} (exclusive) of a step's minibatch, and measures the KL.
     *
     * @param epsilon their noise, [to-from][d]
     */
    void encode(MinibatchSource minibatches, long step, int from, int to, float[] epsilon) {
        noise = epsilon;
        rows = to - from;
        int values = rows * layers.get(0).inputs();
        if (pixels.length < values) {
            pixels = new float[values];
        }
        minibatches.copyImages(step, from, to, pixels);
        activations.inputs().get(0).put(0, pixels, 0, values);
        forward(0, heads);
        float[] posterior = posterior();
        float[] sample = new float[rows * latent];
        Arrays.fill(kl, 0);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < latent; j++) {
                float mean = posterior[row * 2 * latent + j];
                float logVariance = posterior[row * 2 * latent + latent + j];
                kl[j] += 0.5 * ((double) mean * mean + Math.expm1(logVariance) - logVariance);
                double deviation = autoencoder ? 0 : Math.exp(0.5 * logVariance);
                sample[row * latent + j] = (float) (mean + deviation * epsilon[row * latent + j]);
            }
        }
        activations.inputs().get(heads + 1).put(0, sample, 0, sample.length);
    }

    /** Means and log variances of each row, [rows][2d]. */
    private float[] posterior() {
        float[] posterior = new float[rows * 2 * latent];
        activations.results().get(heads).get(0, posterior, 0, posterior.length);
        return posterior;
    }

    /**
     * Runs the decoder, measures the distortion, and leaves the errors of every layer's result; also the gradients of
     * layers that are not dense.
     *
     * @param klWeight dL/dKL_j: β, or 0 where free bits hold a dimension's rate up
     * @param total images in the whole minibatch, over which the objective is an average
     */
    void decodeAndBackward(double[] klWeight, int total) {
        forward(heads + 1, last);
        distortion = distortionOfRows.ofRows(activations.results().get(last), pixels, rows, 1f / total);
        backward(last, heads + 1);
        layers.get(heads + 1).inputGradient(activations.errors().get(heads + 1), rows, activations.dz());
        throughLatent(klWeight, total);
        backward(heads, 0);
    }

    private void forward(int from, int to) {
        for (int i = from; i <= to; i++) {
            layers.get(i)
                    .forward(
                            activations.inputs().get(i),
                            rows,
                            activations.results().get(i));
        }
    }

    private void backward(int from, int to) {
        for (int i = from; i >= to; i--) {
            Layer layer = layers.get(i);
            NativeFloats error = activations.errors().get(i);
            if (layer.relu()) {
                Relu.backward(error, activations.results().get(i), rows * layer.outputs());
            }
            if (!(layer instanceof Dense)) {
                layer.parameterGradient(activations.inputs().get(i), error, rows, gradients.get(i));
            }
            if (i > to) {
                layer.inputGradient(error, rows, activations.errors().get(i - 1));
            }
        }
    }

    /** From dL/dz to dL/d(mean, log variance): dz/dmean = 1, dz/dlv = ½σε; dKL/dmean = mean, dKL/dlv = ½(e^lv − 1). */
    private void throughLatent(double[] klWeight, int total) {
        float[] posterior = posterior();
        float[] error = new float[posterior.length];
        float[] toSample = new float[rows * latent];
        activations.dz().get(0, toSample, 0, toSample.length);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < latent; j++) {
                int mean = row * 2 * latent + j;
                int logVariance = mean + latent;
                int at = row * latent + j;
                if (autoencoder) {
                    error[mean] = toSample[at];
                    error[logVariance] = 0;
                } else {
                    double weight = klWeight[j] / total;
                    double variance = Math.exp(posterior[logVariance]);
                    error[mean] = (float) (toSample[at] + weight * posterior[mean]);
                    error[logVariance] =
                            (float) (0.5 * (toSample[at] * Math.sqrt(variance) * noise[at] + weight * (variance - 1)));
                }
            }
        }
        activations.errors().get(heads).put(0, error, 0, error.length);
    }
}
