package elboroom.measure;

import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.model.layer.RowProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether decoded samples look like images of the data: each beside its nearest training image, by the Euclidean distance of
 * their pixels, against the distance between a test image and its reconstruction that is typical of the model.
 *
 * @param nearest index of each sample's nearest training image
 * @param distance to it
 * @param typical median distance between a test image and its reconstruction at the mean
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Plausibility(int[] nearest, double[] distance, double typical) {
    private static final int CHUNK = 2_000;
    private static final int PART = 500;
    private static final int RECONSTRUCTIONS = 500;

    /** Share of the samples whose nearest training image is within the typical distance. */
    public double share() {
        return Arrays.stream(distance).filter(d -> d <= typical).count() / (double) distance.length;
    }

    /**
     * Compares samples with all training images: 500 with 60,000 digits take some 2 s.
     *
     * @param samples latent points, [n][d]
     * @param test images for the typical reconstruction, of which 500 are used
     */
    public static Plausibility of(Vae vae, double[] samples, ImageSet training, ImageSet test, Watch watch) {
        int size = vae.shape().size();
        int count = samples.length / vae.latentSize();
        float[] decoded = vae.decode(Doubles.floats(samples), count);
        double[] norm = squares(decoded, count, size);
        int[] nearest = new int[count];
        double[] best = new double[count];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int from = 0; from < training.size(); from += CHUNK) {
            int rows = Math.min(CHUNK, training.size() - from);
            float[] images = training.images(from, from + rows);
            double[] others = squares(images, rows, size);
            int start = from;
            IntStream.range(0, (count + PART - 1) / PART).parallel().forEach(part -> {
                int first = part * PART;
                int last = Math.min(count, first + PART);
                float[] own = Arrays.copyOfRange(decoded, first * size, last * size);
                float[] products = new RowProducts(own, last - first, size).with(images, 0, rows);
                for (int i = first; i < last; i++) {
                    for (int k = 0; k < rows; k++) {
                        double squared = norm[i] + others[k] - 2 * products[(i - first) * rows + k];
                        if (squared < best[i]) {
                            best[i] = squared;
                            nearest[i] = start + k;
                        }
                    }
                }
            });
            watch.step((double) (from + rows) / training.size());
        }
        double[] distance =
                Arrays.stream(best).map(b -> Math.sqrt(Math.max(0, b))).toArray();
        return new Plausibility(nearest, distance, typical(vae, test));
    }

    private static double[] squares(float[] rows, int count, int size) {
        double[] squares = new double[count];
        for (int i = 0; i < count * size; i++) {
            squares[i / size] += (double) rows[i] * rows[i];
        }
        return squares;
    }

    private static double typical(Vae vae, ImageSet test) {
        int count = Math.min(RECONSTRUCTIONS, test.size());
        float[] images = test.images(0, count);
        Posterior posterior = vae.encode(images, count);
        float[] reconstructions = vae.decode(posterior.mean(), count);
        double[] distance = new double[count];
        for (int i = 0; i < images.length; i++) {
            double difference = images[i] - reconstructions[i];
            distance[i / (images.length / count)] += difference * difference;
        }
        Arrays.sort(distance);
        return Math.sqrt(distance[count / 2]);
    }
}
