package elboroom.measure;

import elboroom.model.Posterior;

/**
 * What sets one class apart from another in latent space.
 *
 * @param vector mean of the one class's means less that of the other's, [d]
 * @param cohensD distance of the two classes along that direction in their pooled standard deviations (Cohen 1988): 0.8 is
 *     called large; NaN where a class has fewer than two images or none varies
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AttributeDirection(double[] vector, double cohensD) {
    /** From class {@code without} to class {@code with}, of [n] labels. */
    public static AttributeDirection of(Posterior posterior, int[] labels, int with, int without) {
        int d = posterior.latentSize();
        double[][] sums = new double[2][d];
        int[] counts = new int[2];
        for (int i = 0; i < labels.length; i++) {
            int side = labels[i] == with ? 1 : labels[i] == without ? 0 : -1;
            if (side >= 0) {
                counts[side]++;
                for (int j = 0; j < d; j++) {
                    sums[side][j] += posterior.mean(i, j);
                }
            }
        }
        double[] vector = new double[d];
        double length = 0;
        for (int j = 0; j < d; j++) {
            vector[j] = sums[1][j] / counts[1] - sums[0][j] / counts[0];
            length += vector[j] * vector[j];
        }
        length = Math.sqrt(length);
        double squares = 0;
        for (int i = 0; i < labels.length; i++) {
            int side = labels[i] == with ? 1 : labels[i] == without ? 0 : -1;
            if (side >= 0) {
                double along = 0;
                for (int j = 0; j < d; j++) {
                    along += (posterior.mean(i, j) - sums[side][j] / counts[side]) * vector[j] / length;
                }
                squares += along * along;
            }
        }
        double pooled = Math.sqrt(squares / (counts[0] + counts[1] - 2));
        boolean defined = counts[0] > 1 && counts[1] > 1 && pooled > 0;
        return new AttributeDirection(vector, defined ? length / pooled : Double.NaN);
    }
}
