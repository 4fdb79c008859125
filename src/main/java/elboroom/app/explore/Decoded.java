package elboroom.app.explore;

import elboroom.model.Vae;
import org.jspecify.annotations.Nullable;

/**
 * What the decoder makes of the marker.
 *
 * @param pixels E[x|z], row-major
 * @param milliseconds that decoding took; not a number for the first of a model, which takes what has to be done once for all
 *     that follow
 */
public record Decoded(float[] pixels, double milliseconds) {
    public static Decoded at(Vae vae, double[] z) {
        long start = System.nanoTime();
        float[] pixels = vae.decode(Latents.toFloats(z), 1);
        return new Decoded(pixels, (System.nanoTime() - start) * 1e-6);
    }

    /** As it is told after another: the first of a model without its time. */
    public Decoded after(@Nullable Decoded last) {
        return last == null ? new Decoded(pixels, Double.NaN) : this;
    }
}
