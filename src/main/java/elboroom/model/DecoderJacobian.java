package elboroom.model;

import java.util.Arrays;

/** Derivatives of what a decoder gives by z: its own where it knows them, else central differences. */
public final class DecoderJacobian {
    /** Of central differences: larger ones step over the kinks of ReLUs, smaller ones drown in float32's rounding. */
    private static final float STEP = 5e-3f;

    private DecoderJacobian() {}

    /**
     * ∂logits/∂z at latent points.
     *
     * @param latents [count][d]
     * @return [count][d][D]
     */
    public static float[] ofLogits(Vae vae, float[] latents, int count) {
        return vae instanceof DifferentiableDecoder decoder
                ? decoder.logitJacobian(latents, count)
                : differences(vae, latents, count);
    }

    /**
     * ∂x̂/∂z of the expected pixels x̂ = sigmoid(logits): x̂(1 − x̂) ∂logits/∂z.
     *
     * @param latents [count][d]
     * @return [count][d][D]
     */
    public static float[] ofPixels(Vae vae, float[] latents, int count) {
        float[] jacobian = ofLogits(vae, latents, count);
        float[] pixels = vae.decode(latents, count);
        int size = pixels.length / count;
        int d = vae.latentSize();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < size; k++) {
                    float p = pixels[i * size + k];
                    jacobian[(i * d + j) * size + k] *= p * (1 - p);
                }
            }
        }
        return jacobian;
    }

    static float[] differences(Vae vae, float[] latents, int count) {
        int d = vae.latentSize();
        int size = vae.shape().size();
        float[] around = new float[count * d * 2 * d];
        for (int i = 0; i < count; i++) {
            float[] z = Arrays.copyOfRange(latents, i * d, (i + 1) * d);
            for (int j = 0; j < d; j++) {
                int at = (i * d + j) * 2 * d;
                System.arraycopy(z, 0, around, at, d);
                System.arraycopy(z, 0, around, at + d, d);
                around[at + j] += STEP;
                around[at + d + j] -= STEP;
            }
        }
        float[] logits = vae.decodeLogits(around, 2 * count * d);
        float[] jacobian = new float[count * d * size];
        for (int row = 0; row < count * d; row++) {
            int at = 2 * row * d + row % d;
            float width = around[at] - around[at + d];
            for (int k = 0; k < size; k++) {
                jacobian[row * size + k] = (logits[2 * row * size + k] - logits[(2 * row + 1) * size + k]) / width;
            }
        }
        return jacobian;
    }
}
