package elboroom.app.explore;

/** Latent vectors as the network takes them. */
final class Latents {
    private Latents() {}

    static float[] toFloats(double[] z) {
        float[] latents = new float[z.length];
        for (int j = 0; j < z.length; j++) {
            latents[j] = (float) z[j];
        }
        return latents;
    }
}
