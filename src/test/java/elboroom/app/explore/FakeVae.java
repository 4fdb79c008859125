package elboroom.app.explore;

import elboroom.data.ImageShape;
import elboroom.model.DifferentiableDecoder;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.function.Consumer;

/**
 * A stand-in for a network that can be reckoned by hand. It decodes z to a soft spot whose place is (z₁, z₂) and encodes an
 * image to the centre of its ink, so that the two are each other's inverse; further dimensions are ignored.
 */
public final class FakeVae implements Vae, DifferentiableDecoder {
    /** Pixels of an image of 28 for one unit of z. */
    private static final double SCALE = 4;

    /** σ of every posterior. */
    public static final double DEVIATION = 0.1;

    /** How much farther apart the codes of the plain autoencoder lie. */
    public static final double CODE_SCALE = 5;

    private final int latentSize;
    private final boolean autoencoder;
    private final Consumer<float[]> asked;

    public FakeVae(int latentSize) {
        this(latentSize, false, latents -> {});
    }

    /**
     * @param autoencoder whether it has codes without noise, {@value #CODE_SCALE} times as far apart
     * @param asked hears, on the thread that asks, of the latents that are decoded
     */
    public FakeVae(int latentSize, boolean autoencoder, Consumer<float[]> asked) {
        this.latentSize = latentSize;
        this.autoencoder = autoencoder;
        this.asked = asked;
    }

    @Override
    public ImageShape shape() {
        return ImageShape.MNIST;
    }

    @Override
    public int latentSize() {
        return latentSize;
    }

    @Override
    public Likelihood likelihood() {
        return Likelihood.BERNOULLI;
    }

    @Override
    public boolean autoencoder() {
        return autoencoder;
    }

    /** Pixels of an image for one unit of z. */
    private double scale() {
        return autoencoder ? SCALE / CODE_SCALE : SCALE;
    }

    @Override
    public Posterior encode(float[] images, int count) {
        float[] mean = new float[count * latentSize];
        float[] logVariance = new float[count * latentSize];
        int size = shape().size();
        for (int i = 0; i < count; i++) {
            double ink = 1e-9;
            double x = 0;
            double y = 0;
            for (int p = 0; p < size; p++) {
                double value = images[i * size + p];
                ink += value;
                x += value * (p % 28 - 13.5);
                y -= value * (p / 28 - 13.5);
            }
            mean[i * latentSize] = (float) (x / ink / scale());
            mean[i * latentSize + 1] = (float) (y / ink / scale());
            for (int j = 0; j < latentSize; j++) {
                logVariance[i * latentSize + j] =
                        autoencoder ? Float.NEGATIVE_INFINITY : (float) (2 * Math.log(j < 2 ? DEVIATION : 1));
            }
        }
        return new Posterior(count, latentSize, mean, logVariance);
    }

    @Override
    public float[] decodeLogits(float[] latents, int count) {
        asked.accept(latents);
        int size = shape().size();
        float[] logits = new float[count * size];
        for (int i = 0; i < count; i++) {
            double x = 13.5 + scale() * latents[i * latentSize];
            double y = 13.5 - scale() * latents[i * latentSize + 1];
            for (int p = 0; p < size; p++) {
                double distance = distance(p, x, y);
                logits[i * size + p] = (float) Math.max(-8, 6 - 2 * distance);
            }
        }
        return logits;
    }

    private static double distance(int pixel, double x, double y) {
        double dx = pixel % 28 - x;
        double dy = pixel / 28 - y;
        return Math.sqrt(dx * dx + dy * dy);
    }

    @Override
    public float[] logitJacobian(float[] latents, int count) {
        int size = shape().size();
        float[] jacobian = new float[count * latentSize * size];
        for (int i = 0; i < count; i++) {
            double x = 13.5 + scale() * latents[i * latentSize];
            double y = 13.5 - scale() * latents[i * latentSize + 1];
            for (int p = 0; p < size; p++) {
                double distance = distance(p, x, y);
                if (distance > 0 && 6 - 2 * distance > -8) {
                    double slope = 2 * scale() / distance;
                    jacobian[i * latentSize * size + p] = (float) (slope * (p % 28 - x));
                    jacobian[(i * latentSize + 1) * size + p] = (float) (-slope * (p / 28 - y));
                }
            }
        }
        return jacobian;
    }

    @Override
    public void close() {}
}
