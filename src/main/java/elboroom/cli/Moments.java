package elboroom.cli;

import elboroom.model.Posterior;
import java.util.Arrays;

/**
 * Where latent points lie, dimension by dimension.
 *
 * @param mean [d]
 * @param deviation standard deviation, [d]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Moments(double[] mean, double[] deviation) {
    /** Of the prior N(0, I). */
    static Moments ofPrior(int latentSize) {
        double[] deviation = new double[latentSize];
        Arrays.fill(deviation, 1);
        return new Moments(new double[latentSize], deviation);
    }

    /** Of the posterior means of some images. */
    static Moments of(Posterior posterior) {
        int d = posterior.latentSize();
        int n = posterior.count();
        double[] mean = new double[d];
        double[] deviation = new double[d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < n; i++) {
                mean[j] += posterior.mean(i, j) / (double) n;
            }
            double variance = 0;
            for (int i = 0; i < n; i++) {
                double difference = posterior.mean(i, j) - mean[j];
                variance += difference * difference / n;
            }
            deviation[j] = Math.sqrt(variance);
        }
        return new Moments(mean, deviation);
    }
}
