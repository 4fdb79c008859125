package elboroom.train;

import elboroom.measure.GradientEstimators;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.model.Architecture;
import elboroom.model.VaeConfig;
import elboroom.model.layer.Layer;
import elboroom.model.layer.LayeredNetwork;
import elboroom.model.layer.NativeFloats;
import elboroom.model.layer.Relu;
import elboroom.model.layer.Workers;
import java.util.List;

/**
 * A step of training whose encoder may learn by the score function in place of the reparameterisation trick, with several
 * draws of each image: to see what the trick is worth, not to train by. For dense networks; the hot step is
 * {@link TrainingStep}. The decoder's gradient is the same whatever the encoder's is estimated by.
 */
final class EstimatorStep implements AutoCloseable {
    private final Kind kind;
    private final int draws;
    private final int batch;
    private final LayeredNetwork network;
    private final List<Layer> layers;
    private final int heads;
    private final int last;
    private final int latent;
    private final int size;
    private final Activations activations;
    private final Descent descent;
    private final Distortion distortion;
    private final Workers workers = new Workers(1);

    /**
     * Starts from the network's present weights, and changes them.
     *
     * @param kind estimates the encoder's gradient
     * @param batch images in a minibatch, at most
     * @param draws of each image, at least 1; an image's own average needs 2
     */
    EstimatorStep(LayeredNetwork network, Kind kind, int batch, int draws) {
        VaeConfig config = network.config();
        if (!(config.architecture() instanceof Architecture.Mlp) || config.autoencoder()) {
            throw new IllegalArgumentException("expected a dense VAE, not " + config);
        }
        this.kind = kind;
        this.draws = draws;
        this.batch = batch;
        this.network = network;
        layers = network.layers();
        heads = network.heads();
        last = layers.size() - 1;
        latent = config.latentSize();
        size = config.shape().size();
        activations = Activations.of(network, batch * draws);
        descent = new Descent(network, activations, 1);
        distortion = new Distortion(config.likelihood(), size);
    }

    /**
     * Measures the ELBO on one minibatch and, if it is finite, moves the parameters along its estimated gradient.
     *
     * @param step its number, from 0
     * @param images [count][D]
     * @param epsilon row-major [draws][count][d]
     * @return f, the ELBO's estimate from single draws, averaged over draws and images; nats
     */
    double take(long step, float[] images, float[] epsilon, double learningRate) {
        int count = images.length / size;
        int rows = draws * count;
        if (count > batch || epsilon.length != rows * latent) {
            throw new IllegalArgumentException(
                    "%d images and %d numbers of noise, for %d draws".formatted(count, epsilon.length, draws));
        }
        for (int k = 0; k < draws; k++) {
            activations.inputs().get(0).put(k * images.length, images, 0, images.length);
        }
        forward(0, heads, rows);
        float[] posterior = new float[rows * 2 * latent];
        activations.results().get(heads).get(0, posterior, 0, posterior.length);
        double[][] f = decode(images, posterior, epsilon, count);
        double elbo = 0;
        for (double[] draw : f) {
            for (double value : draw) {
                elbo += value / rows;
            }
        }
        backward(last, heads + 1, rows);
        if (kind == Kind.PATHWISE) {
            layers.get(heads + 1).inputGradient(activations.errors().get(heads + 1), rows, activations.dz());
            alongPath(posterior, epsilon, rows);
        } else {
            byScore(posterior, epsilon, f);
        }
        backward(heads, 0, rows);
        if (Double.isFinite(elbo)) {
            descent.step(new Adam(step + 1, learningRate), rows, workers);
        }
        return elbo;
    }

    /** Leaves z, the logits' errors, and gives f of each draw of each image. */
    private double[][] decode(float[] images, float[] posterior, float[] epsilon, int count) {
        int rows = draws * count;
        float[] z = new float[rows * latent];
        double[][] f = new double[draws][count];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < latent; j++) {
                int at = row * latent + j;
                float logVariance = posterior[row * 2 * latent + latent + j];
                z[at] = (float) (posterior[row * 2 * latent + j] + Math.exp(0.5 * logVariance) * epsilon[at]);
                f[row / count][row % count] +=
                        0.5 * ((double) epsilon[at] * epsilon[at] + logVariance - (double) z[at] * z[at]);
            }
        }
        activations.inputs().get(heads + 1).put(0, z, 0, z.length);
        forward(heads + 1, last, rows);
        float[] image = new float[size];
        NativeFloats logits = activations.results().get(last);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(images, row % count * size, image, 0, size);
            f[row / count][row % count] -= distortion.ofRows(logits.from(row * size), image, 1, 1f / rows);
        }
        return f;
    }

    /** As in {@link Shard}: dz/dmean = 1, dz/dlv = ½σε; dKL/dmean = mean, dKL/dlv = ½(e^lv − 1). */
    private void alongPath(float[] posterior, float[] epsilon, int rows) {
        float[] toSample = new float[rows * latent];
        activations.dz().get(0, toSample, 0, toSample.length);
        float[] error = new float[posterior.length];
        for (int at = 0; at < toSample.length; at++) {
            int mean = at / latent * 2 * latent + at % latent;
            int logVariance = mean + latent;
            double variance = Math.exp(posterior[logVariance]);
            error[mean] = toSample[at] + posterior[mean] / rows;
            error[logVariance] =
                    (float) (0.5 * (toSample[at] * Math.sqrt(variance) * epsilon[at] + (variance - 1) / rows));
        }
        activations.errors().get(heads).put(0, error, 0, error.length);
    }

    /** −(f − b) ∂ log q(z|x): ∂/∂mean = ε/σ, ∂/∂lv = ½(ε² − 1). */
    private void byScore(float[] posterior, float[] epsilon, double[][] f) {
        double[][] baseline = GradientEstimators.baseline(kind, f);
        int count = f[0].length;
        int rows = draws * count;
        float[] error = new float[posterior.length];
        for (int at = 0; at < epsilon.length; at++) {
            int row = at / latent;
            int mean = row * 2 * latent + at % latent;
            int logVariance = mean + latent;
            double weight = (f[row / count][row % count] - baseline[row / count][row % count]) / rows;
            error[mean] = (float) (-weight * epsilon[at] * Math.exp(-0.5 * posterior[logVariance]));
            error[logVariance] = (float) (-weight * 0.5 * ((double) epsilon[at] * epsilon[at] - 1));
        }
        activations.errors().get(heads).put(0, error, 0, error.length);
    }

    private void forward(int from, int to, int rows) {
        for (int i = from; i <= to; i++) {
            layers.get(i)
                    .forward(
                            activations.inputs().get(i),
                            rows,
                            activations.results().get(i));
        }
    }

    private void backward(int from, int to, int rows) {
        for (int i = from; i >= to; i--) {
            NativeFloats error = activations.errors().get(i);
            if (layers.get(i).relu()) {
                Relu.backward(
                        error,
                        activations.results().get(i),
                        rows * layers.get(i).outputs());
            }
            if (i > to) {
                layers.get(i).inputGradient(error, rows, activations.errors().get(i - 1));
            }
        }
    }

    /** Copies the last step's gradient of −ELBO, in the flat order. */
    void readGradient(float[] flat) {
        descent.readGradient(flat);
    }

    /** A copy of the parameters, in the flat order. */
    float[] parameters() {
        float[] flat = new float[network.parameterCount()];
        network.read(network.parameters(), flat);
        return flat;
    }

    @Override
    public void close() {
        workers.close();
    }
}
