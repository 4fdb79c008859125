package elboroom.measure;

import elboroom.model.Vae;
import elboroom.model.layer.RowProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * log p(x) of many images by the midpoint rule on one regular grid over [−6,6]², without refinement: what a quick look costs.
 * {@link Evidence} is the one to trust.
 */
public final class GridEvidence {
    private static final int CHUNK = 4096;
    private static final int TASK = 512;

    private GridEvidence() {}

    /**
     * Decodes the grid and integrates; both shared out among the cores.
     *
     * @param images [count][D]
     * @param side midpoints along each side of the grid
     * @return [count], nats
     */
    public static double[] of(Vae vae, float[] images, int count, int side) {
        int size = vae.shape().size();
        double cell = 2 * Evidence.REACH / side;
        double[] constant = new double[count];
        Arrays.setAll(constant, i -> DecodedPoints.imageTerm(vae.likelihood(), images, i * size, size));
        double[] total = new double[count];
        Arrays.fill(total, Double.NEGATIVE_INFINITY);
        int points = side * side;
        for (int from = 0; from < points; from += CHUNK) {
            int rows = Math.min(CHUNK, points - from);
            double[] z = new double[2 * rows];
            for (int i = 0; i < rows; i++) {
                z[2 * i] = ((from + i) % side + 0.5) * cell - Evidence.REACH;
                z[2 * i + 1] = ((from + i) / side + 0.5) * cell - Evidence.REACH;
            }
            float[] logits = vae.decodeLogits(Doubles.floats(z), rows);
            double[][] parts = IntStream.range(0, (rows + TASK - 1) / TASK)
                    .parallel()
                    .mapToObj(task ->
                            part(vae, images, constant, logits, z, task * TASK, Math.min(rows, (task + 1) * TASK)))
                    .toArray(double[][]::new);
            for (double[] part : parts) {
                for (int i = 0; i < count; i++) {
                    total[i] = LogSum.of(total[i], part[i]);
                }
            }
        }
        return Arrays.stream(total).map(sum -> sum + 2 * Math.log(cell)).toArray();
    }

    private static double[] part(
            Vae vae, float[] images, double[] constant, float[] logits, double[] z, int from, int to) {
        int count = constant.length;
        int size = vae.shape().size();
        int rows = to - from;
        float[] own = Arrays.copyOfRange(logits, from * size, to * size);
        DecodedPoints points = DecodedPoints.ofLogits(vae.likelihood(), own, rows);
        float[] products = new RowProducts(images, count, size).with(points.features(), 0, rows);
        double[] terms = new double[rows];
        double[] sums = new double[count];
        for (int image = 0; image < count; image++) {
            for (int i = 0; i < rows; i++) {
                terms[i] = points.logLikelihood(i, products[image * rows + i], constant[image])
                        + AggregatePosterior.logPrior(z, 2 * (from + i), 2);
            }
            sums[image] = LogSum.of(terms, rows);
        }
        return sums;
    }
}
