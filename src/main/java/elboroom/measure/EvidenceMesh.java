package elboroom.measure;

import elboroom.model.Vae;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The integral of p(x|z) p(z) for one image by the midpoint rule on squares that are split into four, level by level, where
 * the integrand is large or may hide something large between midpoints.
 *
 * <p>The midpoint rule converges faster than any power of the step once that is below about 1.5 σ of the posterior: two
 * levels that agree are then both right. Above that, they might agree by chance, so neighbours at the peak must not differ by
 * more than {@link #STEEP} either. It does so on squares of one size only: whatever matters is split at once, flat or not.
 * Leaving the flat squares at the peak as they were put single digits 0.1 nat off, and no further level mended it.
 */
final class EvidenceMesh {
    /** Nats between neighbours at the peak: at steps of 1.5 σ there are 1.1 to 2. */
    private static final double STEEP = 2.5;
    /** Squares that can not come within exp(−7) of the largest integrand are left as they are. */
    private static final double REACH = 7;
    /** Nats; where no neighbours that matter differ by more, the squares are small enough as they are. */
    private static final double FLAT = 1;

    private static final int LEVELS = 12;

    private final Vae vae;
    private final float[] image;
    private final double accuracy;
    private final double imageTerm;
    /** log of the integral over all squares that will not be split any more. */
    private double closed = Double.NEGATIVE_INFINITY;

    private double best = Double.NEGATIVE_INFINITY;
    private double bestX;
    private double bestY;
    private double total;
    private int cells;

    /** @param accuracy nats by which the last level may change log p(x) */
    EvidenceMesh(Vae vae, float[] image, double accuracy) {
        this.vae = vae;
        this.accuracy = accuracy;
        this.image = image;
        imageTerm = DecodedPoints.imageTerm(vae.likelihood(), image, 0, image.length);
    }

    /** log p(x), nats. */
    double logEvidence() {
        return total;
    }

    /** Squares summed over. */
    int cells() {
        return cells;
    }

    /** The midpoint with the largest p(x|z) p(z). */
    double[] mode() {
        return new double[] {bestX, bestY};
    }

    /** Squares of one level: midpoints, log integrand, and by how much that differs from its neighbours' at most. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Level(double side, double[] x, double[] y, double[] value, double[] spread) {}

    /**
     * Integrates.
     *
     * @param coarse squares that cover the plane
     * @param around where one more look is due whatever the coarse level says: the encoder's mean
     */
    void integrate(Level coarse, double[] around) {
        Level level = coarse;
        cells = coarse.value.length;
        total = sum(level);
        best(level);
        for (int depth = 0; depth < LEVELS; depth++) {
            boolean[] open = open(level, depth == 0 ? around : null);
            close(level, open);
            Level children = split(level, open);
            if (children.value.length == 0) {
                total = closed;
                return;
            }
            cells += children.value.length - children.value.length / 4;
            double before = total;
            double bestSpread = best(children);
            total = LogSum.of(closed, sum(children));
            if (Math.abs(total - before) < accuracy && bestSpread < STEEP) {
                return;
            }
            level = children;
        }
    }

    private static double sum(Level level) {
        return LogSum.of(level.value, level.value.length) + 2 * Math.log(level.side);
    }

    /** Looks for the largest value; returns the spread there. */
    private double best(Level level) {
        double spread = 0;
        double here = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < level.value.length; i++) {
            if (level.value[i] > here) {
                here = level.value[i];
                spread = level.spread[i];
            }
            if (level.value[i] > best) {
                best = level.value[i];
                bestX = level.x[i];
                bestY = level.y[i];
            }
        }
        return spread;
    }

    private boolean[] open(Level level, double @Nullable [] around) {
        boolean[] open = new boolean[level.value.length];
        double steepest = 0;
        for (int i = 0; i < open.length; i++) {
            open[i] = level.value[i] + level.spread[i] > best - REACH;
            steepest = open[i] ? Math.max(steepest, level.spread[i]) : steepest;
        }
        if (steepest < FLAT) {
            Arrays.fill(open, false);
        }
        for (int i = 0; around != null && i < open.length; i++) {
            open[i] |= Math.abs(level.x[i] - around[0]) < level.side && Math.abs(level.y[i] - around[1]) < level.side;
        }
        return open;
    }

    private void close(Level level, boolean[] open) {
        double[] values = new double[open.length];
        int count = 0;
        for (int i = 0; i < open.length; i++) {
            if (!open[i]) {
                values[count++] = level.value[i];
            }
        }
        closed = LogSum.of(closed, LogSum.of(values, count) + 2 * Math.log(level.side));
    }

    private Level split(Level level, boolean[] open) {
        double side = level.side / 2;
        int count = 0;
        double[] x = new double[4 * open.length];
        double[] y = new double[4 * open.length];
        for (int i = 0; i < open.length; i++) {
            for (int child = 0; open[i] && child < 4; child++) {
                x[count] = level.x[i] + (child % 2 - 0.5) * side;
                y[count++] = level.y[i] + (child / 2 - 0.5) * side;
            }
        }
        x = Arrays.copyOf(x, count);
        y = Arrays.copyOf(y, count);
        double[] value = logJoint(x, y);
        double[] spread = new double[count];
        for (int i = 0; i < count; i += 4) {
            double least = Math.min(Math.min(value[i], value[i + 1]), Math.min(value[i + 2], value[i + 3]));
            double most = Math.max(Math.max(value[i], value[i + 1]), Math.max(value[i + 2], value[i + 3]));
            Arrays.fill(spread, i, i + 4, most - least);
        }
        return new Level(side, x, y, value, spread);
    }

    private double[] logJoint(double[] x, double[] y) {
        if (x.length == 0) {
            return x;
        }
        float[] z = new float[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            z[2 * i] = (float) x[i];
            z[2 * i + 1] = (float) y[i];
        }
        DecodedPoints points = DecodedPoints.of(vae, z, x.length);
        double[] value = new double[x.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = points.logLikelihood(i, image, 0, imageTerm)
                    + AggregatePosterior.logPrior(new double[] {x[i], y[i]}, 0, 2);
        }
        return value;
    }
}
