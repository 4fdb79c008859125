package elboroom.measure;

import elboroom.model.Vae;

/**
 * log p(z|x) = log p(x|z) + log p(z) − log p(x) on a grid over any rectangle of a two-dimensional latent space, for display.
 *
 * @param columns midpoints across, evenly spaced
 * @param rows midpoints down
 * @param logDensity nats, row-major [rows][columns]; row 0 at the top, where z₂ is largest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TruePosterior(
        double minX, double maxX, double minY, double maxY, int columns, int rows, double[] logDensity) {
    private static final int CHUNK = 1024;

    /**
     * Decodes the grid: 200×200 points take 0.2 s with the reference network, 100×100 a quarter of that.
     *
     * @param image [D]
     * @param logEvidence log p(x), as {@link Evidence} gives it
     */
    public static TruePosterior of(
            Vae vae,
            float[] image,
            double logEvidence,
            double minX,
            double maxX,
            double minY,
            double maxY,
            int columns,
            int rows,
            Watch watch) {
        double[] logDensity = new double[rows * columns];
        for (int from = 0; from < logDensity.length; from += CHUNK) {
            int count = Math.min(CHUNK, logDensity.length - from);
            double[] z = new double[2 * count];
            for (int i = 0; i < count; i++) {
                z[2 * i] = minX + ((from + i) % columns + 0.5) * (maxX - minX) / columns;
                z[2 * i + 1] = maxY - ((from + i) / columns + 0.5) * (maxY - minY) / rows;
            }
            double[] logLikelihood = QuadratureElbo.logLikelihood(vae, image, z);
            for (int i = 0; i < count; i++) {
                logDensity[from + i] = logLikelihood[i] + AggregatePosterior.logPrior(z, 2 * i, 2) - logEvidence;
            }
            watch.step((from + count) / (double) logDensity.length);
        }
        return new TruePosterior(minX, maxX, minY, maxY, columns, rows, logDensity);
    }

    /** Probability in one square of the grid, by its midpoint. */
    public double mass(int row, int column) {
        return Math.exp(logDensity[row * columns + column]) * ((maxX - minX) / columns) * ((maxY - minY) / rows);
    }
}
