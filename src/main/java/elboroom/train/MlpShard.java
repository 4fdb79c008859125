package elboroom.train;

import elboroom.model.Likelihood;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward and backward pass of one share of a minibatch through an MLP: the hot step of training. Shapes for the
 * reference network 784-512-256-(2·d)-256-512-784 and n = 64 rows, half a minibatch of 128; per row 2·1.07 million
 * multiply-adds forward and twice that backward, of which the first layer's input gradient is not needed.
 *
 * <p>Where the time goes (one core, half a minibatch): matrix products 4.6 ms of 5.5; the logistic function and its loss
 * 0.5; biases, ReLU and noise 0.2; the rest is memory traffic.
 */
final class MlpShard {
    private final List<Dense> layers;
    private final int encoderLayers;
    private final int latent;
    private final Likelihood likelihood;
    private final boolean autoencoder;
    /** Of each layer. */
    private final List<Dense> gradients = new ArrayList<>();
    /** Result of each layer, [n][out]; after {@link #decode} the last one holds dL/dlogits. */
    private final float[][] results;
    /** dL/d(result) of each layer, [n][out]. */
    private final float[][] errors;

    private final float[] z;
    private final float[] dz;
    private final double[] kl;
    private float[] images = {};
    private float[] noise = {};
    private int rows;
    private double distortion;

    /**
     * @param layers hidden layers of the encoder, its two heads as one layer of 2d outputs, the decoder to the logits
     * @param encoderLayers number of hidden layers of the encoder
     * @param capacity rows at most
     */
    MlpShard(List<Dense> layers, int encoderLayers, int capacity, Likelihood likelihood, boolean autoencoder) {
        this.layers = layers;
        this.encoderLayers = encoderLayers;
        this.latent = layers.get(encoderLayers).outputs / 2;
        this.likelihood = likelihood;
        this.autoencoder = autoencoder;
        this.results = new float[layers.size()][];
        this.errors = new float[layers.size()][];
        for (int i = 0; i < layers.size(); i++) {
            gradients.add(layers.get(i).gradient());
            results[i] = new float[capacity * layers.get(i).outputs];
            errors[i] = new float[capacity * layers.get(i).outputs];
        }
        // The logits become their own error in place: one pass over 50,000 numbers reads and writes them once.
        errors[layers.size() - 1] = results[layers.size() - 1];
        this.z = new float[capacity * latent];
        this.dz = new float[capacity * latent];
        this.kl = new double[latent];
    }

    List<Dense> gradients() {
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
        float[] x = pixels;
        for (int i = 0; i <= encoderLayers; i++) {
            layers.get(i).forward(x, rows, results[i], i < encoderLayers);
            x = results[i];
        }
        java.util.Arrays.fill(kl, 0);
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
        int last = layers.size() - 1;
        float[] x = z;
        for (int i = encoderLayers + 1; i <= last; i++) {
            layers.get(i).forward(x, rows, results[i], i < last);
            x = results[i];
        }
        distortion = distortionAndError(x, 1f / total);
        for (int i = last; i > encoderLayers; i--) {
            boolean first = i == encoderLayers + 1;
            float[] input = first ? z : results[i - 1];
            layers.get(i).parameterGradient(input, errors[i], rows, gradients.get(i));
            layers.get(i).inputGradient(errors[i], rows, first ? dz : errors[i - 1]);
            if (!first) {
                Dense.throughRelu(errors[i - 1], input, rows * layers.get(i).inputs);
            }
        }
        throughLatent(klWeight, total);
        for (int i = encoderLayers; i >= 0; i--) {
            float[] input = i == 0 ? images : results[i - 1];
            layers.get(i).parameterGradient(input, errors[i], rows, gradients.get(i));
            if (i > 0) {
                layers.get(i).inputGradient(errors[i], rows, errors[i - 1]);
                Dense.throughRelu(errors[i - 1], input, rows * layers.get(i).inputs);
            }
        }
    }

    /** From dL/dz to dL/d(mean, log variance): dz/dmean = 1, dz/dlv = ½σε; dKL/dmean = mean, dKL/dlv = ½(e^lv − 1). */
    private void throughLatent(double[] klWeight, int total) {
        float[] heads = results[encoderLayers];
        float[] error = errors[encoderLayers];
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
                    double variance = Math.exp(heads[logVariance]);
                    error[mean] = (float) (dz[at] + weight * heads[mean]);
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
        int length = rows * layers.get(layers.size() - 1).outputs;
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
