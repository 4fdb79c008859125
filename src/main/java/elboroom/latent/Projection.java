package elboroom.latent;

import elboroom.model.Posterior;
import java.util.Arrays;

/**
 * A plane through the latent space, and the way between a point on it and a full latent vector. A latent vector z has the
 * plane's coordinates x = (z − origin)·right and y = (z − origin)·up; moving on the plane changes z along these two
 * directions only, whatever lies across them is held.
 */
public final class Projection {
    private final double[] origin;
    private final double[] right;
    private final double[] up;

    private Projection(double[] origin, double[] right, double[] up) {
        this.origin = origin;
        this.right = right;
        this.up = up;
    }

    /**
     * The plane of two latent dimensions.
     *
     * @param latentSize number of dimensions; of a space with only one, {@code y} is always 0
     * @param first dimension to the right, from 0
     * @param second dimension upwards, another one than the first unless there is only one
     */
    public static Projection ofDimensions(int latentSize, int first, int second) {
        double[] right = new double[latentSize];
        double[] up = new double[latentSize];
        right[first] = 1;
        if (latentSize > 1) {
            if (first == second) {
                throw new IllegalArgumentException("dimension " + first + " cannot span a plane with itself");
            }
            up[second] = 1;
        }
        return new Projection(new double[latentSize], right, up);
    }

    /** The plane through the average of the posterior means in which they vary most: their first two principal components. */
    public static Projection principal(Posterior posterior) {
        int d = posterior.latentSize();
        if (d < 2 || posterior.count() == 0) {
            return ofDimensions(d, 0, Math.min(1, d - 1));
        }
        double[] mean = new double[d];
        for (int i = 0; i < posterior.count(); i++) {
            for (int j = 0; j < d; j++) {
                mean[j] += posterior.mean(i, j) / posterior.count();
            }
        }
        double[][] axes = SymmetricEigen.axes(covariance(posterior, mean));
        return new Projection(mean, axes[0], axes[1]);
    }

    private static double[][] covariance(Posterior posterior, double[] mean) {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        double[] row = new double[d];
        for (int i = 0; i < posterior.count(); i++) {
            for (int j = 0; j < d; j++) {
                row[j] = posterior.mean(i, j) - mean[j];
            }
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++) {
                    covariance[j][k] += row[j] * row[k];
                }
            }
        }
        for (int j = 0; j < d; j++) {
            for (int k = 0; k <= j; k++) {
                covariance[j][k] /= posterior.count();
                covariance[k][j] = covariance[j][k];
            }
        }
        return covariance;
    }

    public int latentSize() {
        return origin.length;
    }

    /** A point of the plane, where both coordinates are 0, [d]. */
    public double[] origin() {
        return origin.clone();
    }

    /** Direction to the right, of length 1, [d]. */
    public double[] right() {
        return right.clone();
    }

    /** Direction upwards, of length 1 and perpendicular, [d]; 0 in a space with only one dimension. */
    public double[] up() {
        return up.clone();
    }

    /** Coordinate to the right of a full latent vector. */
    public double x(double[] z) {
        return along(right, z);
    }

    /** Coordinate upwards of a full latent vector. */
    public double y(double[] z) {
        return along(up, z);
    }

    private double along(double[] direction, double[] z) {
        double sum = 0;
        for (int j = 0; j < origin.length; j++) {
            sum += (z[j] - origin[j]) * direction[j];
        }
        return sum;
    }

    /** The latent vector over (x, y) that differs from {@code held} only within the plane. */
    public double[] lift(double x, double y, double[] held) {
        double[] z = held.clone();
        double dx = x - x(held);
        double dy = y - y(held);
        for (int j = 0; j < z.length; j++) {
            z[j] += dx * right[j] + dy * up[j];
        }
        return z;
    }

    /** Coordinates to the right of all posterior means. */
    public float[] xs(Posterior posterior) {
        return project(right, posterior);
    }

    /** Coordinates upwards of all posterior means. */
    public float[] ys(Posterior posterior) {
        return project(up, posterior);
    }

    private float[] project(double[] direction, Posterior posterior) {
        float[] mean = posterior.mean();
        float[] result = new float[posterior.count()];
        int d = origin.length;
        for (int i = 0; i < result.length; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += (mean[i * d + j] - origin[j]) * direction[j];
            }
            result[i] = (float) sum;
        }
        return result;
    }

    /**
     * Covariance, within the plane, of a Gaussian with the given variance in each latent dimension.
     *
     * @param variance one per latent dimension
     * @return var(x), cov(x,y), var(y)
     */
    public double[] covariance(double[] variance) {
        double[] result = new double[3];
        for (int j = 0; j < variance.length; j++) {
            result[0] += variance[j] * right[j] * right[j];
            result[1] += variance[j] * right[j] * up[j];
            result[2] += variance[j] * up[j] * up[j];
        }
        return result;
    }

    @Override
    public String toString() {
        return "plane of " + Arrays.toString(right) + " and " + Arrays.toString(up);
    }
}
