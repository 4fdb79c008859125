package elboroom.measure;

import elboroom.model.Likelihood;
import elboroom.model.Sigmoid;
import elboroom.model.Vae;
import elboroom.model.layer.RowProducts;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * log p(x) of many images by the midpoint rule on one regular grid over [−6,6]², without refinement: what a quick look costs.
 * {@link Evidence} is the one to trust.
 */
public final class GridEvidence {
    private static final int CHUNK = 2048;
    private static final int TASK = 256;

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
        // One for each task, as each may be on a thread of its own.
        RowProducts[] products = Stream.generate(() -> new RowProducts(images, count, size))
                .limit(CHUNK / TASK)
                .toArray(RowProducts[]::new);
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
            DecodedPoints decoded = DecodedPoints.of(vae, Doubles.floats(z), rows);
            double[][] parts = IntStream.range(0, (rows + TASK - 1) / TASK)
                    .parallel()
                    .mapToObj(task ->
                            part(products[task], decoded, z, task * TASK, Math.min(rows, (task + 1) * TASK), count))
                    .toArray(double[][]::new);
            for (double[] part : parts) {
                for (int i = 0; i < count; i++) {
                    total[i] = LogSum.of(total[i], part[i]);
                }
            }
        }
        Likelihood likelihood = vae.likelihood();
        for (int i = 0; i < count; i++) {
            total[i] += 2 * Math.log(cell) - DecodedPoints.imageTerm(likelihood, images, i * size, size);
        }
        return total;
    }

    /** log Σ p(x|z) p(z) over some points, but for the image's own term. */
    private static double[] part(RowProducts images, DecodedPoints points, double[] z, int from, int to, int count) {
        int rows = to - from;
        float[] products = images.with(points.features(), from, rows);
        double[] ofPoint = new double[rows];
        for (int i = 0; i < rows; i++) {
            ofPoint[i] = points.logLikelihood(from + i, 0, 0) + AggregatePosterior.logPrior(z, 2 * (from + i), 2);
        }
        double[] terms = new double[rows];
        float[][] scratch = new float[3][rows];
        double[] sums = new double[count];
        for (int image = 0; image < count; image++) {
            double scale = points.scale();
            for (int i = 0; i < rows; i++) {
                terms[i] = scale * products[image * rows + i] + ofPoint[i];
            }
            sums[image] = logSum(terms, rows, scratch);
        }
        return sums;
    }

    /** The exponentials in float32, which the JIT vectorises: of sums of thousands no error above 1e-6 is left. */
    private static double logSum(double[] terms, int count, float[][] scratch) {
        double largest = terms[0];
        for (int i = 1; i < count; i++) {
            largest = Math.max(largest, terms[i]);
        }
        float[] below = scratch[0];
        float[] exponential = scratch[1];
        for (int i = 0; i < count; i++) {
            below[i] = (float) (largest - terms[i]);
        }
        Sigmoid.exponential(below, exponential, scratch[2], count);
        double even = 0;
        double odd = 0;
        for (int i = 0; i + 1 < count; i += 2) {
            even += exponential[i];
            odd += exponential[i + 1];
        }
        if (count % 2 == 1) {
            odd += exponential[count - 1];
        }
        return largest + Math.log(even + odd);
    }
}
