package elboroom.measure;

import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Continuity without latent units: how evenly the image changes on the straight way from the code of one image to that of
 * another. Of so many equal steps, the greatest change of the image (root of the sum of squared pixel differences) over the
 * average one; 1 where all are equal. It stays the same whatever coordinates the latent space has.
 *
 * @param median over the ways
 * @param p95 the 95th percentile
 * @param ways that were walked
 * @param typical the steps of the way with the median, by their average, [100]
 * @param uneven those of the way at the 95th percentile
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Unevenness(double median, double p95, int ways, double[] typical, double[] uneven) {
    /** Of each way. */
    public static final int STEPS = 100;

    /**
     * Walks between seeded pairs of different images: 500 take a second with the reference network.
     *
     * @param posterior whose means are the codes
     */
    public static Unevenness of(Vae vae, Posterior posterior, int ways, long seed, Watch watch) {
        int n = posterior.count();
        int d = posterior.latentSize();
        SplittableRandom random = new SplittableRandom(seed);
        double[][] steps = new double[ways][];
        for (int way = 0; way < ways; way++) {
            int from = random.nextInt(n);
            int to = n == 1 ? from : (from + 1 + random.nextInt(n - 1)) % n;
            float[] z = new float[(STEPS + 1) * d];
            for (int i = 0; i < z.length; i++) {
                double share = (double) (i / d) / STEPS;
                z[i] = (float) ((1 - share) * posterior.mean(from, i % d) + share * posterior.mean(to, i % d));
            }
            steps[way] = steps(vae.decode(z, STEPS + 1), STEPS + 1);
            watch.step((way + 1.0) / ways);
        }
        double[][] rising = IntStream.range(0, ways)
                .mapToObj(way -> steps[way])
                .sorted(Comparator.comparingDouble(Unevenness::greatest))
                .toArray(double[][]::new);
        double[] typical = rising[Math.min(ways - 1, ways / 2)];
        double[] uneven = rising[Math.min(ways - 1, (int) (0.95 * ways))];
        return new Unevenness(greatest(typical), greatest(uneven), ways, typical, uneven);
    }

    private static double greatest(double[] steps) {
        return Arrays.stream(steps).max().orElse(1);
    }

    /**
     * Each step over the average one.
     *
     * @param images one after the other, [count][D]
     * @return [count − 1]
     */
    public static double[] steps(float[] images, int count) {
        int size = images.length / count;
        double[] steps = new double[count - 1];
        double sum = 0;
        for (int i = 1; i < count; i++) {
            double squared = 0;
            for (int k = 0; k < size; k++) {
                double difference = images[i * size + k] - images[(i - 1) * size + k];
                squared += difference * difference;
            }
            steps[i - 1] = Math.sqrt(squared);
            sum += steps[i - 1];
        }
        for (int i = 0; i < steps.length; i++) {
            // An image that does not change at all does so evenly.
            steps[i] = sum == 0 ? 1 : steps[i] * steps.length / sum;
        }
        return steps;
    }
}
