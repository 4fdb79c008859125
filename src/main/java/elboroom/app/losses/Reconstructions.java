package elboroom.app.losses;

import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.List;

/**
 * What a model makes of some of the images it was measured on: each decoded from the mean of its posterior.
 *
 * @param report of the measurement
 * @param images their indices
 * @param pixels [images][D], each in [0,1]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reconstructions(LossReport report, List<Integer> images, float[] pixels) {
    public Reconstructions {
        images = List.copyOf(images);
    }

    /** @param vae the model that was measured */
    static Reconstructions of(Vae vae, LossReport report, List<Integer> images) {
        Posterior posterior = report.evaluation().posterior();
        int latent = posterior.latentSize();
        float[] means = new float[images.size() * latent];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(posterior.mean(), images.get(i) * latent, means, i * latent, latent);
        }
        return new Reconstructions(report, images, vae.decode(means, images.size()));
    }

    /** Of the i-th of the images. */
    float[] reconstruction(int i) {
        int size = report.images().shape().size();
        return Arrays.copyOfRange(pixels, i * size, (i + 1) * size);
    }
}
