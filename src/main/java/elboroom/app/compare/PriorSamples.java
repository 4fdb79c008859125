package elboroom.app.compare;

import elboroom.model.Vae;
import java.util.SplittableRandom;

/**
 * New images: z drawn from the prior N(0, I) and decoded.
 *
 * @param latents the draws, row-major [count][d]
 * @param pixels E[x|z] of each, row-major [count][D]
 * @param count number of images
 */
public record PriorSamples(float[] latents, float[] pixels, int count) {
    /** Fills the row of a window 2,000 pixels wide. */
    static final int COUNT = 24;

    /**
     * The draws that belong to a seed. Each image has a generator of its own, so that a model of fewer dimensions gets the
     * first coordinates of the very z that one of more gets.
     *
     * @return row-major [count][d]
     */
    static float[] draw(long seed, int count, int d) {
        SplittableRandom seeds = new SplittableRandom(seed);
        float[] latents = new float[count * d];
        for (int i = 0; i < count; i++) {
            SplittableRandom noise = seeds.split();
            for (int j = 0; j < d; j++) {
                latents[i * d + j] = (float) noise.nextGaussian();
            }
        }
        return latents;
    }

    static PriorSamples of(Vae vae, long seed) {
        float[] latents = draw(seed, COUNT, vae.latentSize());
        return new PriorSamples(latents, vae.decode(latents, COUNT), COUNT);
    }

    /** One draw of z. */
    public double[] z(int index) {
        int d = latents.length / count;
        double[] z = new double[d];
        for (int j = 0; j < d; j++) {
            z[j] = latents[index * d + j];
        }
        return z;
    }

    /** One image, of length D. */
    public float[] image(int index) {
        int size = pixels.length / count;
        float[] image = new float[size];
        System.arraycopy(pixels, index * size, image, 0, size);
        return image;
    }
}
