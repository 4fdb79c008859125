package elboroom.app.explore;

import elboroom.model.Posterior;

/** Latent vectors in one form or another. */
public final class Latents {
    private Latents() {}

    /** As the network takes them. */
    public static float[] toFloats(double[] z) {
        float[] latents = new float[z.length];
        for (int j = 0; j < z.length; j++) {
            latents[j] = (float) z[j];
        }
        return latents;
    }

    /** The posterior mean of one image. */
    public static double[] mean(Posterior posterior, int image) {
        double[] mean = new double[posterior.latentSize()];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = posterior.mean(image, j);
        }
        return mean;
    }
}
