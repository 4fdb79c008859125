package elboroom.app.interpolate;

import elboroom.latent.ImageSteps;
import elboroom.latent.LatentPath;
import elboroom.latent.PathKind;
import elboroom.model.Vae;
import java.util.Arrays;

/**
 * A way with what is decoded along it.
 *
 * @param images of all points, [count][D]
 * @param steps how far the image moves from each point to the next, [count − 1]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Way(PathKind kind, LatentPath path, float[] images, double[] steps) {
    static Way of(Vae vae, PathKind kind, LatentPath path) {
        float[] images = vae.decode(path.points(), path.count());
        return new Way(kind, path, images, ImageSteps.of(images, path.count()));
    }

    int count() {
        return path.count();
    }

    float[] image(int frame) {
        int size = images.length / count();
        return Arrays.copyOfRange(images, frame * size, (frame + 1) * size);
    }

    /** Of the image, all steps added up: the root of summed squared differences of grey levels from 0 to 1. */
    double length() {
        return Arrays.stream(steps).sum();
    }

    double longestStep() {
        return Arrays.stream(steps).max().orElse(0);
    }

    /** Longest step by the average one: 1 where the image changes evenly, or not at all. */
    double unevenness() {
        return length() > 0 ? longestStep() * steps.length / length() : 1;
    }
}
