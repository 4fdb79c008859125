package elboroom.app.map;

import java.util.Random;
import java.util.stream.IntStream;

/** Ten skewed clusters that look like the means of a trained model, the same for the same seed. */
public final class FakeLatents {
    private FakeLatents() {}

    /** So many points in ten classes named 0 to 9. */
    public static MapPoints clusters(int count, long seed) {
        Random shape = new Random(7);
        double[][] clusters = new double[10][];
        for (int c = 0; c < clusters.length; c++) {
            double turn = 2 * Math.PI * c / 10 + shape.nextDouble() * 0.3;
            double radius = c % 2 == 0 ? 1.9 : 0.8;
            clusters[c] = new double[] {
                radius * Math.cos(turn), radius * Math.sin(turn), 0.5 + 0.3 * shape.nextDouble(), 0.16, turn + 0.4
            };
        }
        Random random = new Random(seed);
        float[] x = new float[count];
        float[] y = new float[count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(10);
            double[] c = clusters[labels[i]];
            double along = c[2] * random.nextGaussian();
            double across = c[3] * random.nextGaussian() + 0.25 * along * along;
            x[i] = (float) (c[0] + along * Math.cos(c[4]) - across * Math.sin(c[4]));
            y[i] = (float) (c[1] + along * Math.sin(c[4]) + across * Math.cos(c[4]));
        }
        return new MapPoints(
                x, y, labels, IntStream.range(0, 10).mapToObj(String::valueOf).toList());
    }

    /** Blobs of 28×28 whose place and size follow the latent point: images for a mosaic. */
    public static float[] blobs(MosaicRequest request) {
        float[] images = new float[request.count() * 784];
        float[] points = request.points();
        for (int i = 0; i < request.count(); i++) {
            double radius = 5 + 3 * Math.sin(points[2 * i]);
            double squeeze = 1 + 0.6 * Math.cos(1.3 * points[2 * i + 1]);
            for (int pixel = 0; pixel < 784; pixel++) {
                double dx = pixel % 28 - 13.5;
                double dy = (pixel / 28 - 13.5) * squeeze;
                double distance = Math.abs(Math.hypot(dx, dy) - radius);
                images[i * 784 + pixel] = (float) Math.max(0, 1 - distance / 2.5);
            }
        }
        return images;
    }
}
