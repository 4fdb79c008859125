package elboroom.train;

import elboroom.model.Likelihood;
import elboroom.model.layer.Layer;
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
    private final Likelihood likelihood;
    private final boolean autoencoder;
    private final List<Parameters> gradients;
    /** Result of each layer; that of the last one, the logits, becomes its own error in place. */
    private final float[][] results;
    /** dL/d(result) of each layer. */
    private final float[][] errors;

    private final float[] z;
    private final float[] dz;
    private final double[] kl;
    private float[] images = {};
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
        this.likelihood = likelihood;
        this.autoencoder = autoencoder;
        this.results = new float[layers.size()][];
        this.errors = new float[layers.size()][];
        for (int i = 0; i < layers.size(); i++) {
            results[i] = new float[capacity * layers.get(i).outputs()];
            errors[i] = i == last ? results[i] : new float[results[i].length];
        }
        this.z = new float[capacity * latent];
        this.dz = new float[capacity * latent];
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
        images = pixels;
        noise = epsilon;
        rows = count;
        float[] x = forward(0, heads, pixels);
        Arrays.fill(kl, 0);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < latent; j++) {
                float mean = x[row * 2 * latent + j];
                float logVariance = x[row * 2 * latent + latent + j];
                kl[j] += 0.5 * ((double) mean * mean + Math.expm1(logVariance) - logVariance);
                double deviation = autoencoder ? 0 : Math.exp(0.5 * logVariance);
                z[row * latent + j] = (float) (mean + deviation * epsilon[row * latent + j]);
            }
        }
    }

    /**
     * Runs the decoder, measures the distortion, and leaves the gradients of the objective's share of these rows.
     *
     * @param klWeight dL/dKL_j: β, or 0 where free bits hold a dimension's rate up
     * @param total images in the whole minibatch, over which the objective is an average
     */
    void decodeAndBackward(double[] klWeight, int total) {
        float[] logits = forward(heads + 1, last, z);
        distortion = distortionAndError(logits, 1f / total);
        backward(last, heads + 1, z);
        layers.get(heads + 1).inputGradient(errors[heads + 1], rows, dz);
        throughLatent(klWeight, total);
        backward(heads, 0, images);
    }

    private float[] forward(int from, int to, float[] input) {
        float[] x = input;
        for (int i = from; i <= to; i++) {
            layers.get(i).forward(x, rows, results[i]);
            x = results[i];
        }
        return x;
    }

    /** Gradients of the layers {@code from} down to {@code to}, whose input was {@code input}. */
    private void backward(int from, int to, float[] input) {
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
        float[] posterior = results[heads];
        float[] error = errors[heads];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < latent; j++) {
                int mean = row * 2 * latent + j;
                int logVariance = mean + latent;
                int at = row * latent + j;
                if (autoencoder) {
                    error[mean] = dz[at];
                    error[logVariance] = 0;
                } else {
                    double weight = klWeight[j] / total;
                    double variance = Math.exp(posterior[logVariance]);
                    error[mean] = (float) (dz[at] + weight * posterior[mean]);
                    error[logVariance] =
                            (float) (0.5 * (dz[at] * Math.sqrt(variance) * noise[at] + weight * (variance - 1)));
                }
            }
        }
    }

    /**
     * Replaces logits l by dL/dl and returns −log p(x|z), with p = sigmoid(l). One exponential of −|l| serves both: the loss
     * is max(l,0) − x·l + log(1 + e), and the logarithms of a row are taken as that of their product, whose factors lie in
     * (1,2].
     */
    private double distortionAndError(float[] l, float scale) {
        double variance = likelihood instanceof Likelihood.Gaussian gaussian ? gaussian.variance() : 0;
        int length = rows * layers.get(last).outputs();
        double sum = 0;
        double product = 1;
        for (int i = 0; i < length; i++) {
            double logit = l[i];
            double e = Math.exp(-Math.abs(logit));
            double p = (logit >= 0 ? 1 : e) / (1 + e);
            double difference = p - images[i];
            if (variance > 0) {
                sum += difference * difference;
                l[i] = (float) (difference * p * (1 - p) / variance * scale);
            } else {
                sum += Math.max(logit, 0) - images[i] * logit;
                product *= 1 + e;
                if ((i & 511) == 511) {
                    sum += Math.log(product);
                    product = 1;
                }
                l[i] = (float) (difference * scale);
            }
        }
        return variance > 0
                ? 0.5 * (sum / variance + length * Math.log(2 * Math.PI * variance))
                : sum + Math.log(product);
    }
}
