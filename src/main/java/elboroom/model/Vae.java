package elboroom.model;

import elboroom.data.ImageShape;

/**
 * A trained model: an encoder q(z|x) and a decoder p(x|z). All arrays are row-major with one image or latent point a row.
 * An instance is for one thread at a time.
 */
public interface Vae extends AutoCloseable {
    ImageShape shape();

    int latentSize();

    Likelihood likelihood();

    /** Whether this is a plain autoencoder: codes without noise, no prior, no KL. */
    boolean autoencoder();

    /**
     * Encodes images.
     *
     * @param images [count][D], values in [0,1]
     * @param count number of images
     */
    Posterior encode(float[] images, int count);

    /**
     * Decodes latent points to logits, the numbers from which the likelihood is computed without loss of precision.
     *
     * @param latents [count][latentSize]
     * @param count number of points
     * @return [count][D]
     */
    float[] decodeLogits(float[] latents, int count);

    /**
     * Decodes latent points to expected pixel values E[x|z], the logistic function of the logits.
     *
     * @param latents [count][latentSize]
     * @param count number of points
     * @return [count][D], each in [0,1]
     */
    default float[] decode(float[] latents, int count) {
        float[] pixels = decodeLogits(latents, count);
        Sigmoid.apply(pixels, 0, pixels.length);
        return pixels;
    }

    /** Frees memory and ends threads; the model cannot be used afterwards. */
    @Override
    void close();
}
