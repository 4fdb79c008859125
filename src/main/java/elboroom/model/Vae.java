package elboroom.model;

import elboroom.data.ImageShape;

/**
 * A trained model: an encoder q(z|x) and a decoder p(x|z). All arrays are row-major with one image or latent point a row.
 * An instance is not safe to share between threads; one engine thread owns it.
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
     * Decodes latent points to the likelihood's natural output.
     *
     * @param latents [count][latentSize]
     * @param count number of points
     * @return [count][D]: logits for Bernoulli, means for Gaussian
     */
    float[] decodeOutput(float[] latents, int count);

    /**
     * Decodes latent points to expected pixel values E[x|z].
     *
     * @param latents [count][latentSize]
     * @param count number of points
     * @return [count][D], in [0,1] for Bernoulli
     */
    default float[] decode(float[] latents, int count) {
        float[] output = decodeOutput(latents, count);
        if (likelihood() instanceof Likelihood.Bernoulli) {
            for (int i = 0; i < output.length; i++) {
                output[i] = (float) (1 / (1 + Math.exp(-output[i])));
            }
        }
        return output;
    }

    /** Frees native memory; the model cannot be used afterwards. */
    @Override
    void close();
}
