package elboroom.measure;

import elboroom.model.Posterior;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * log q(z) − log p(z) as it is seen on a plane of a larger latent space: both densities with all that lies across the plane
 * integrated out. A hole that is seen there is one whatever lies across; others stay hidden.
 */
public final class PlaneHoles {
    private static final double LOG_2PI = Math.log(2 * Math.PI);
    private static final int TASK = 32;
    private static final int STEP = 512;
    /** Terms so far below the largest are lost beside it. */
    private static final double NEGLIGIBLE = -40;

    private PlaneHoles() {}

    /**
     * Of a VAE, whose prior is N(0, I).
     *
     * @param origin of the plane's coordinates, [d]
     * @param right first direction of the plane, of length 1, [d]
     * @param up second direction, of length 1 and perpendicular, [d]
     * @param points of the plane, [m][2]
     * @return [m], nats
     */
    public static double[] logRatio(
            Posterior posterior, double[] origin, double[] right, double[] up, double[] points, Watch watch) {
        Gaussians aggregate = project(posterior, origin, right, up);
        double atX = -dot(origin, right);
        double atY = -dot(origin, up);
        int total = points.length / 2;
        double[] result = new double[total];
        for (int from = 0; from < total; from += STEP) {
            int start = from;
            int end = Math.min(total, from + STEP);
            IntStream.range(0, (end - start + TASK - 1) / TASK).parallel().forEach(task -> {
                double[] terms = new double[aggregate.x.length];
                for (int i = start + task * TASK; i < Math.min(end, start + (task + 1) * TASK); i++) {
                    double x = points[2 * i];
                    double y = points[2 * i + 1];
                    double logPrior = -0.5 * ((x - atX) * (x - atX) + (y - atY) * (y - atY)) - LOG_2PI;
                    result[i] = aggregate.logDensity(x, y, terms) - logPrior;
                }
            });
            watch.step((double) end / total);
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Means, the halved inverse of each covariance, and the logarithm of each normalising constant. */
    private record Gaussians(double[] x, double[] y, double[] xx, double[] xy, double[] yy, double[] constant) {
        double logDensity(double atX, double atY, double[] terms) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < terms.length; i++) {
                double dx = atX - x[i];
                double dy = atY - y[i];
                terms[i] = constant[i] - dx * dx * xx[i] - dx * dy * xy[i] - dy * dy * yy[i];
                largest = terms[i] > largest ? terms[i] : largest;
            }
            double sum = 0;
            for (double term : terms) {
                double below = term - largest;
                if (below > NEGLIGIBLE) {
                    sum += Math.exp(below);
                }
            }
            return largest + Math.log(sum / terms.length);
        }
    }

    private static Gaussians project(Posterior posterior, double[] origin, double[] right, double[] up) {
        int n = posterior.count();
        int d = posterior.latentSize();
        Gaussians all =
                new Gaussians(new double[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
        Arrays.fill(all.constant, -LOG_2PI);
        for (int i = 0; i < n; i++) {
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int j = 0; j < d; j++) {
                double z = posterior.mean(i, j) - origin[j];
                double variance = Math.exp(posterior.logVariance(i, j));
                all.x[i] += z * right[j];
                all.y[i] += z * up[j];
                xx += variance * right[j] * right[j];
                xy += variance * right[j] * up[j];
                yy += variance * up[j] * up[j];
            }
            double determinant = xx * yy - xy * xy;
            all.constant[i] -= 0.5 * Math.log(determinant);
            all.xx[i] = 0.5 * yy / determinant;
            all.xy[i] = -xy / determinant;
            all.yy[i] = 0.5 * xx / determinant;
        }
        return all;
    }
}
