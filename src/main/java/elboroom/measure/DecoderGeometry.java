package elboroom.measure;

import elboroom.model.DecoderJacobian;
import elboroom.model.Likelihood;
import elboroom.model.Vae;
import java.util.Arrays;

/**
 * How a decoder stretches latent space at some points: the metrics that images pull back to it (Arvanitidis 2018, 2022).
 *
 * @param latentSize d
 * @param euclidean JᵀJ with J = ∂x̂/∂z, by point row-major [n][d][d]
 * @param fisherRao that of the distributions p(x|z) instead of their means: Bernoulli Jᵀ diag(1/(x̂(1 − x̂))) J, Gaussian of
 *     variance v JᵀJ/v
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DecoderGeometry(int latentSize, double[] euclidean, double[] fisherRao) {
    private static final int CHUNK = 256;
    private static final int ITERATIONS = 500;

    /**
     * At given points: 10,000 of two dimensions take 0.4 s with the reference network.
     *
     * @param latents [count][d]
     */
    public static DecoderGeometry at(Vae vae, float[] latents, int count, Watch watch) {
        int d = vae.latentSize();
        int size = vae.shape().size();
        double[] euclidean = new double[count * d * d];
        double[] fisherRao = new double[count * d * d];
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            float[] z = Arrays.copyOfRange(latents, from * d, (from + rows) * d);
            float[] pixels = vae.decode(z, rows);
            float[] jacobian = DecoderJacobian.ofLogits(vae, z, rows);
            for (int i = 0; i < rows; i++) {
                metrics(vae.likelihood(), pixels, jacobian, i, size, d, euclidean, fisherRao, (from + i) * d * d);
            }
            watch.step((double) (from + rows) / count);
        }
        return new DecoderGeometry(d, euclidean, fisherRao);
    }

    private static void metrics(
            Likelihood likelihood,
            float[] pixels,
            float[] jacobian,
            int row,
            int size,
            int d,
            double[] euclidean,
            double[] fisherRao,
            int to) {
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double plain = 0;
                double information = 0;
                for (int k = 0; k < size; k++) {
                    double p = pixels[row * size + k];
                    double slope = p * (1 - p);
                    double product =
                            (double) jacobian[(row * d + a) * size + k] * jacobian[(row * d + b) * size + k] * slope;
                    plain += product * slope;
                    information += product;
                }
                double fisher =
                        likelihood instanceof Likelihood.Gaussian gaussian ? plain / gaussian.variance() : information;
                euclidean[to + a * d + b] = plain;
                euclidean[to + b * d + a] = plain;
                fisherRao[to + a * d + b] = fisher;
                fisherRao[to + b * d + a] = fisher;
            }
        }
    }

    /**
     * The same by other coordinates u, z = a + B u: the metrics Bᵀ G B.
     *
     * @param directions B, [d][m] with m ≤ d: the standard deviations of a Gaussian, or a plane
     */
    public DecoderGeometry by(double[] directions) {
        int m = directions.length / latentSize;
        return new DecoderGeometry(m, by(euclidean, directions, m), by(fisherRao, directions, m));
    }

    private double[] by(double[] metrics, double[] directions, int m) {
        int d = latentSize;
        double[] result = new double[count() * m * m];
        double[] product = new double[d * m];
        for (int point = 0; point < count(); point++) {
            for (int a = 0; a < d; a++) {
                for (int j = 0; j < m; j++) {
                    double sum = 0;
                    for (int b = 0; b < d; b++) {
                        sum += metrics[(point * d + a) * d + b] * directions[b * m + j];
                    }
                    product[a * m + j] = sum;
                }
            }
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    double sum = 0;
                    for (int a = 0; a < d; a++) {
                        sum += directions[a * m + i] * product[a * m + j];
                    }
                    result[(point * m + i) * m + j] = sum;
                }
            }
        }
        return result;
    }

    public int count() {
        return euclidean.length / (latentSize * latentSize);
    }

    /** Largest singular value of J: how far the image moves at most for a unit step in latent space. */
    public double sigmaMax(int point) {
        return Math.sqrt(largestEigenvalue(euclidean, point * latentSize * latentSize));
    }

    /** That of all points. */
    public double[] sigmaMax() {
        double[] values = new double[count()];
        Arrays.setAll(values, this::sigmaMax);
        return values;
    }

    /** √det(JᵀJ): area (or volume) of images that a unit of latent space becomes. */
    public double magnification(int point) {
        return rootDeterminant(euclidean, point * latentSize * latentSize);
    }

    /** √det of the Fisher-Rao metric. */
    public double fisherRaoMagnification(int point) {
        return rootDeterminant(fisherRao, point * latentSize * latentSize);
    }

    /** √ of the largest eigenvalue of the Fisher-Rao metric. */
    public double fisherRaoMax(int point) {
        return Math.sqrt(largestEigenvalue(fisherRao, point * latentSize * latentSize));
    }

    /**
     * The directions in latent space in which the image changes most, of length 1 and perpendicular: the first right singular
     * vectors of J.
     *
     * @param count how many, at most d
     */
    public double[][] principalDirections(int point, int count) {
        int d = latentSize;
        double[] left = Arrays.copyOfRange(euclidean, point * d * d, (point + 1) * d * d);
        double[][] directions = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] v = i == 1 && d == 2
                    ? new double[] {-directions[0][1], directions[0][0]}
                    : perpendicular(eigenvector(left, 0), directions, i);
            directions[i] = v;
            double value = quadratic(left, 0, v);
            for (int a = 0; a < d * d; a++) {
                left[a] -= value * v[a / d] * v[a % d];
            }
        }
        return directions;
    }

    /** What is left of a direction when those before it are taken out; where nothing is left, any that is perpendicular. */
    private static double[] perpendicular(double[] v, double[][] before, int count) {
        for (int attempt = 0; ; attempt++) {
            for (int i = 0; i < count; i++) {
                double along = 0;
                for (int a = 0; a < v.length; a++) {
                    along += v[a] * before[i][a];
                }
                for (int a = 0; a < v.length; a++) {
                    v[a] -= along * before[i][a];
                }
            }
            double length = Math.sqrt(Arrays.stream(v).map(a -> a * a).sum());
            if (length > 1e-3 || attempt == v.length) {
                for (int a = 0; a < v.length; a++) {
                    v[a] /= length;
                }
                return v;
            }
            Arrays.fill(v, 0);
            v[attempt] = 1;
        }
    }

    /** How far the image moves for a small step of 1 in a direction, |J v|. */
    public double stretch(int point, double[] direction) {
        return Math.sqrt(Math.max(0, quadratic(euclidean, point * latentSize * latentSize, direction)));
    }

    /** Of two dimensions, both singular values of J, largest first. */
    public double[] singularValues(int point) {
        if (latentSize != 2) {
            throw new IllegalStateException("both singular values are for two dimensions");
        }
        double largest = sigmaMax(point);
        return new double[] {largest, largest == 0 ? 0 : magnification(point) / largest};
    }

    private double largestEigenvalue(double[] metric, int at) {
        return Math.max(0, quadratic(metric, at, eigenvector(metric, at)));
    }

    private double quadratic(double[] metric, int at, double[] v) {
        double value = 0;
        for (int a = 0; a < latentSize; a++) {
            for (int b = 0; b < latentSize; b++) {
                value += v[a] * metric[at + a * latentSize + b] * v[b];
            }
        }
        return value;
    }

    private double[] eigenvector(double[] metric, int at) {
        if (latentSize == 2) {
            double angle = 0.5 * Math.atan2(2 * metric[at + 1], metric[at] - metric[at + 3]);
            return new double[] {Math.cos(angle), Math.sin(angle)};
        }
        double[] v = new double[latentSize];
        Arrays.fill(v, 1 / Math.sqrt(latentSize));
        for (int i = 0; i < ITERATIONS; i++) {
            double[] next = new double[latentSize];
            double length = 0;
            for (int a = 0; a < latentSize; a++) {
                for (int b = 0; b < latentSize; b++) {
                    next[a] += metric[at + a * latentSize + b] * v[b];
                }
                length += next[a] * next[a];
            }
            if (length == 0) {
                return v;
            }
            double change = 0;
            for (int a = 0; a < latentSize; a++) {
                next[a] /= Math.sqrt(length);
                change = Math.max(change, Math.abs(next[a] - v[a]));
            }
            v = next;
            if (change < 1e-12) {
                break;
            }
        }
        return v;
    }

    private double rootDeterminant(double[] metric, int at) {
        double[] l = Cholesky.factor(Arrays.copyOfRange(metric, at, at + latentSize * latentSize), latentSize);
        double product = 1;
        for (int j = 0; j < latentSize; j++) {
            product *= l[j * latentSize + j];
        }
        return product;
    }
}
