package elboroom.train;

import elboroom.model.Likelihood;
import elboroom.model.layer.Layer;
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
    /** Result of each layer; that of the last one, the logits, becomes its own error in place. */
    private final NativeFloats[] results;
    /** dL/d(result) of each layer. */
    private final NativeFloats[] errors;

    private final Distortion distortionOfRows;
    private final NativeFloats images;
    private final NativeFloats z;
    private final NativeFloats dz;
    private final double[] kl;
    private float[] pixels = {};
    private float[] noise = {};
    private int rows;
    private double distortion;

    /**
     * @param layers of encoder, heads and decoder
     * @param heads index of the layer that gives means and log variances
     * @param gradients where to leave those of the layers' parameters
     * @param capacity rows at most
     */
    Shard(
            List<Layer> layers,
            int heads,
            List<Parameters> gradients,
            int capacity,
            Likelihood likelihood,
            boolean autoencoder) {
        this.layers = layers;
        this.heads = heads;
        this.gradients = gradients;
        this.last = layers.size() - 1;
        this.latent = layers.get(heads).outputs() / 2;
        this.autoencoder = autoencoder;
        this.results = new NativeFloats[layers.size()];
        this.errors = new NativeFloats[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            results[i] = new NativeFloats(capacity * layers.get(i).outputs());
            errors[i] = i == last ? results[i] : new NativeFloats(results[i].length());
        }
        this.distortionOfRows = new Distortion(likelihood, layers.get(last).outputs());
        this.images = new NativeFloats(capacity * layers.get(0).inputs());
        this.z = new NativeFloats(capacity * latent);
        this.dz = new NativeFloats(capacity * latent);
        this.kl = new double[latent];
    }

    /** Of every layer's parameters, of these rows' part of the objective. */
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

    /** Runs the encoder and measures the KL, which free bits need of the whole minibatch before anyone goes on. */
    void encode(float[] pixels, float[] epsilon, int count) {
        this.pixels = pixels;
        noise = epsilon;
        rows = count;
        images.put(0, pixels, 0, pixels.length);
        forward(0, heads, images);
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
        z.put(0, sample, 0, sample.length);
    }

    /** Means and log variances of each row, [rows][2d]. */
    private float[] posterior() {
        float[] posterior = new float[rows * 2 * latent];
        results[heads].get(0, posterior, 0, posterior.length);
        return posterior;
    }

    /**
     * Runs the decoder, measures the distortion, and leaves the gradients of the objective's share of these rows.
     *
     * @param klWeight dL/dKL_j: β, or 0 where free bits hold a dimension's rate up
     * @param total images in the whole minibatch, over which the objective is an average
     */
    void decodeAndBackward(double[] klWeight, int total) {
        NativeFloats logits = forward(heads + 1, last, z);
        distortion = distortionOfRows.ofRows(logits, pixels, rows, 1f / total);
        backward(last, heads + 1, z);
        layers.get(heads + 1).inputGradient(errors[heads + 1], rows, dz);
        throughLatent(klWeight, total);
        backward(heads, 0, images);
    }

    private NativeFloats forward(int from, int to, NativeFloats input) {
        NativeFloats x = input;
        for (int i = from; i <= to; i++) {
            layers.get(i).forward(x, rows, results[i]);
            x = results[i];
        }
        return x;
    }

    /** Gradients of the layers {@code from} down to {@code to}, whose input was {@code input}. */
    private void backward(int from, int to, NativeFloats input) {
        for (int i = from; i >= to; i--) {
            Layer layer = layers.get(i);
            if (layer.relu()) {
                Relu.backward(errors[i], results[i], rows * layer.outputs());
            }
            layer.parameterGradient(i == to ? input : results[i - 1], errors[i], rows, gradients.get(i));
            if (i > to) {
                layer.inputGradient(errors[i], rows, errors[i - 1]);
            }
        }
    }

    /** From dL/dz to dL/d(mean, log variance): dz/dmean = 1, dz/dlv = ½σε; dKL/dmean = mean, dKL/dlv = ½(e^lv − 1). */
    private void throughLatent(double[] klWeight, int total) {
        float[] posterior = posterior();
        float[] error = new float[posterior.length];
        float[] toSample = new float[rows * latent];
        dz.get(0, toSample, 0, toSample.length);
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
        errors[heads].put(0, error, 0, error.length);
    }
}
