package elboroom.latent;

import elboroom.model.Posterior;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The data points whose posterior means lie nearest to a latent point. */
public final class Neighbours {
    private Neighbours() {}

    /**
     * One neighbour.
     *
     * @param index of the image in its set
     * @param distance Euclidean, in all latent dimensions
     */
    public record Neighbour(int index, double distance) {}

    /**
     * Finds the nearest by looking at all of them: 60,000 points in two dimensions take less than a millisecond.
     *
     * @param posterior of the data
     * @param z latent point, all dimensions
     * @param count how many, at most
     * @return nearest first
     */
    public static List<Neighbour> nearest(Posterior posterior, double[] z, int count) {
        float[] mean = posterior.mean();
        int d = posterior.latentSize();
        PriorityQueue<Neighbour> best = new PriorityQueue<>(
                Comparator.comparingDouble(Neighbour::distance).reversed());
        double bound = Double.POSITIVE_INFINITY;
        for (int i = 0; i < posterior.count(); i++) {
            double squared = 0;
            for (int j = 0; j < d && squared < bound; j++) {
                double difference = mean[i * d + j] - z[j];
                squared += difference * difference;
            }
            if (squared < bound) {
                best.add(new Neighbour(i, squared));
                if (best.size() > count) {
                    best.poll();
                    bound = best.element().distance();
                }
            }
        }
        List<Neighbour> nearest = new ArrayList<>();
        for (Neighbour neighbour : best) {
            nearest.add(new Neighbour(neighbour.index(), Math.sqrt(neighbour.distance())));
        }
        nearest.sort(Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::index));
        return nearest;
    }
}
