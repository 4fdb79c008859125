package elboroom.measure;

import elboroom.model.Likelihood;
import elboroom.model.Sigmoid;
import elboroom.model.Vae;
import java.util.stream.IntStream;

/**
 * Decoded latent points in a form from which log p(x|z) costs one scalar product an image: log p(x|z) = s·f(z)·x − b(z) −
 * c(x). Bernoulli: f the logits, b = Σ log(1 + exp(f)). Gaussian of variance v: f the expected pixels, s = 1/v, b = Σ ½f²/v,
 * c = Σ ½x²/v + ½ D log 2πv.
 */
final class DecodedPoints {
    private static final int TASK = 64;

    private final Likelihood likelihood;
    private final int size;
    private final float[] features;
    private final double[] offset;

    private DecodedPoints(Likelihood likelihood, int size, float[] features, double[] offset) {
        this.likelihood = likelihood;
        this.size = size;
        this.features = features;
        this.offset = offset;
    }

    /** @param latents [count][d] */
    static DecodedPoints of(Vae vae, float[] latents, int count) {
        return ofLogits(vae.likelihood(), vae.decodeLogits(latents, count), count);
    }

    /** @param features logits of the points, [count][D], which become their features */
    static DecodedPoints ofLogits(Likelihood likelihood, float[] features, int count) {
        int size = features.length / count;
        double[] offset = new double[count];
        if (likelihood instanceof Likelihood.Gaussian gaussian) {
            Sigmoid.apply(features, 0, features.length);
            for (int i = 0; i < count; i++) {
                offset[i] = halfSquares(features, i * size, size) / gaussian.variance();
            }
        } else {
            IntStream.range(0, (count + TASK - 1) / TASK).parallel().forEach(task -> {
                for (int i = task * TASK; i < Math.min(count, (task + 1) * TASK); i++) {
                    offset[i] = Softplus.sum(features, i * size, (i + 1) * size);
                }
            });
        }
        return new DecodedPoints(likelihood, size, features, offset);
    }

    int count() {
        return offset.length;
    }

    /** f, row-major [count][D]. */
    float[] features() {
        return features;
    }

    /** log p(x|z) at one of the points, nats; x is {@code pixels[at..at + D)}, and {@code c} its {@link #imageTerm}. */
    double logLikelihood(int point, float[] pixels, int at, double c) {
        return logLikelihood(point, dot(features, point * size, pixels, at, size), c);
    }

    /** The same from the scalar product f(z)·x. */
    double logLikelihood(int point, double product, double c) {
        return scale() * product - offset[point] - c;
    }

    /** s. */
    double scale() {
        return likelihood instanceof Likelihood.Gaussian gaussian ? 1 / gaussian.variance() : 1;
    }

    /** c(x), what depends on the image alone. */
    static double imageTerm(Likelihood likelihood, float[] pixels, int at, int size) {
        if (likelihood instanceof Likelihood.Gaussian gaussian) {
            double variance = gaussian.variance();
            return halfSquares(pixels, at, size) / variance + 0.5 * size * Math.log(2 * Math.PI * variance);
        }
        return 0;
    }

    private static double halfSquares(float[] values, int from, int length) {
        return 0.5 * dot(values, from, values, from, length);
    }

    /** In float64, four sums side by side. */
    private static double dot(float[] a, int fromA, float[] b, int fromB, int length) {
        double s = 0;
        double t = 0;
        double u = 0;
        double v = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s += (double) a[fromA + i] * b[fromB + i];
            t += (double) a[fromA + i + 1] * b[fromB + i + 1];
            u += (double) a[fromA + i + 2] * b[fromB + i + 2];
            v += (double) a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < length; i++) {
            s += (double) a[fromA + i] * b[fromB + i];
        }
        return s + t + (u + v);
    }
}
