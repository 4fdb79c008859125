package elboroom.latent;

import elboroom.model.Vae;

/** How far the decoded image moves along a path: the Euclidean distance of the pixels, in grey levels from 0 to 1. */
public final class ImageSteps {
    private ImageSteps() {}

    /** From each image to the next, [count − 1], of images [count][D]. */
    public static double[] of(float[] images, int count) {
        int size = images.length / count;
        double[] steps = new double[count - 1];
        for (int i = 0; i < steps.length; i++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                double difference = images[(i + 1) * size + k] - images[i * size + k];
                sum += difference * difference;
            }
            steps[i] = Math.sqrt(sum);
        }
        return steps;
    }

    /** From the image decoded at each point to the next. */
    public static double[] of(Vae vae, LatentPath path) {
        return of(vae.decode(path.points(), path.count()), path.count());
    }

    /** Length of the whole path: the steps between its points, added up. */
    public static double length(Vae vae, LatentPath path) {
        double sum = 0;
        for (double step : of(vae, path)) {
            sum += step;
        }
        return sum;
    }
}
