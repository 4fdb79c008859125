package elboroom.app.geometry;

import elboroom.app.concurrent.Jobs;
import elboroom.model.Vae;
import java.util.Arrays;
import java.util.Optional;

/** Works out some quantities at many points, as many a step as take some milliseconds. */
final class PointSteps implements Jobs.Steps<float[][]> {
    private static final double STEP_NANOS = 12e6;
    private static final int LEAST = 16;
    private static final int MOST = 1024;

    private final double[] points;
    private final int dimensions;
    private final Quantities quantities;
    private final float[][] values;
    private volatile int done;
    private int chunk = LEAST;

    /** What is worked out. */
    @FunctionalInterface
    interface Quantities {
        /**
         * At some points.
         *
         * @param points [n][dimensions]
         * @return one row for each quantity, [n]
         */
        float[][] at(Vae vae, double[] points);
    }

    /**
     * @param points [n][dimensions]
     * @param count of quantities
     */
    PointSteps(double[] points, int dimensions, int count, Quantities quantities) {
        this.points = points;
        this.dimensions = dimensions;
        this.quantities = quantities;
        values = new float[count][points.length / dimensions];
    }

    @Override
    public Optional<float[][]> step(Vae vae) {
        int from = done;
        int total = points.length / dimensions;
        int to = Math.min(total, from + chunk);
        long begin = System.nanoTime();
        float[][] some = quantities.at(vae, Arrays.copyOfRange(points, from * dimensions, to * dimensions));
        for (int q = 0; q < values.length; q++) {
            System.arraycopy(some[q], 0, values[q], from, to - from);
        }
        double nanos = Math.max(1, System.nanoTime() - begin);
        chunk = (int) Math.max(LEAST, Math.min(MOST, Math.min(4.0 * chunk, chunk * STEP_NANOS / nanos)));
        done = to;
        return to < total ? Optional.empty() : Optional.of(values);
    }

    @Override
    public double share() {
        return (double) done * dimensions / points.length;
    }
}
