package elboroom.app.explore;

import elboroom.model.Vae;

/**
 * What the decoder makes of the marker.
 *
 * @param pixels E[x|z], row-major
 * @param milliseconds that decoding took
 */
public record Decoded(float[] pixels, double milliseconds) {
    public static Decoded at(Vae vae, double[] z) {
        long start = System.nanoTime();
        float[] pixels = vae.decode(Latents.toFloats(z), 1);
        return new Decoded(pixels, (System.nanoTime() - start) * 1e-6);
    }
}
