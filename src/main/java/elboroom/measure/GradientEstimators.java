package elboroom.measure;

import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The gradient of a minibatch's average ELBO by the bias of the encoder's mean head, estimated from single draws in several
 * ways (Mohamed 2020): why the reparameterisation trick is needed. All have the same expectation; they differ in variance by
 * orders of magnitude.
 *
 * @param draws K, the number of estimates of each kind
 * @param latentSize d
 * @param estimates of each kind, row-major [K][d], nats per image and unit of the bias
 */
public record GradientEstimators(int draws, int latentSize, Map<Kind, double[]> estimates) {
    /** A way to estimate it. f = log p(x|z) + log p(z) − log q(z|x). */
    public enum Kind {
        /** Through z = mean + σ·ε: ∂ log p(x|z)/∂z − mean, the KL in closed form. */
        PATHWISE,
        /** f · ∂ log q(z|x)/∂mean = f · ε/σ, with z held fixed: the score function, bare. */
        SCORE,
        /** The same with f less its average over the other images of the minibatch in the same draw. */
        SCORE_BATCH_BASELINE,
        /** The same with f less its average over the other draws of the same image. */
        SCORE_IMAGE_BASELINE
    }

    /**
     * Estimates from K draws, which take K passes of the minibatch through the decoder and its derivatives: 100 draws of 128
     * images some 0.4 s with the reference network.
     *
     * @param images the minibatch, [n][D]; at least 2
     * @param posterior of the minibatch
     * @param draws K, at least 2
     */
    public static GradientEstimators of(
            Vae vae, float[] images, Posterior posterior, int draws, long seed, Watch watch) {
        double[][] noise = new double[draws][posterior.mean().length];
        SplittableRandom random = new SplittableRandom(seed);
        for (double[] epsilon : noise) {
            for (int i = 0; i < epsilon.length; i++) {
                epsilon[i] = random.nextGaussian();
            }
        }
        return of(vae, images, posterior, noise, watch);
    }

    /** The same with given noise, [K] draws of [n][d]. */
    public static GradientEstimators of(Vae vae, float[] images, Posterior posterior, double[][] noise, Watch watch) {
        int n = posterior.count();
        int d = posterior.latentSize();
        double[][] f = new double[noise.length][];
        double[] pathwise = new double[noise.length * d];
        for (int k = 0; k < noise.length; k++) {
            double[] z = points(posterior, noise[k]);
            LatentGradient slope = LatentGradient.of(vae, images, z);
            f[k] = logWeights(posterior, noise[k], z, slope.logLikelihood());
            for (int i = 0; i < n * d; i++) {
                pathwise[k * d + i % d] += (slope.gradient()[i] - posterior.mean()[i]) / n;
            }
            watch.step((k + 1.0) / noise.length);
        }
        Map<Kind, double[]> estimates = new EnumMap<>(Kind.class);
        estimates.put(Kind.PATHWISE, pathwise);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PATHWISE) {
                estimates.put(kind, score(posterior, noise, f, baseline(kind, f)));
            }
        }
        return new GradientEstimators(noise.length, d, estimates);
    }

    private static double[] points(Posterior posterior, double[] epsilon) {
        double[] z = new double[epsilon.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = posterior.mean()[i] + Math.exp(0.5 * posterior.logVariance()[i]) * epsilon[i];
        }
        return z;
    }

    /** f of each image. */
    private static double[] logWeights(Posterior posterior, double[] epsilon, double[] z, double[] logLikelihood) {
        double[] f = logLikelihood.clone();
        int d = posterior.latentSize();
        for (int i = 0; i < z.length; i++) {
            f[i / d] += 0.5 * (epsilon[i] * epsilon[i] + posterior.logVariance()[i] - z[i] * z[i]);
        }
        return f;
    }

    private static double[] score(Posterior posterior, double[][] noise, double[][] f, double[][] baseline) {
        int n = posterior.count();
        int d = posterior.latentSize();
        double[] estimates = new double[noise.length * d];
        for (int k = 0; k < noise.length; k++) {
            for (int i = 0; i < n * d; i++) {
                double score = noise[k][i] * Math.exp(-0.5 * posterior.logVariance()[i]);
                estimates[k * d + i % d] += (f[k][i / d] - baseline[k][i / d]) * score / n;
            }
        }
        return estimates;
    }

    /**
     * What is taken off f for less variance and the same expectation: 0 where that is nothing, or where there are no others
     * to take an average of.
     *
     * @param f [K] draws of [n]
     * @return the same shape
     */
    public static double[][] baseline(Kind kind, double[][] f) {
        return switch (kind) {
            case PATHWISE, SCORE -> new double[f.length][f[0].length];
            case SCORE_BATCH_BASELINE -> averageOfOtherImages(f);
            case SCORE_IMAGE_BASELINE -> averageOfOtherDraws(f);
        };
    }

    private static double[][] averageOfOtherImages(double[][] f) {
        double[][] baseline = new double[f.length][];
        for (int k = 0; k < f.length; k++) {
            int n = f[k].length;
            double sum = Doubles.mean(f[k]) * n;
            baseline[k] = new double[n];
            for (int i = 0; i < n; i++) {
                baseline[k][i] = n == 1 ? 0 : (sum - f[k][i]) / (n - 1);
            }
        }
        return baseline;
    }

    private static double[][] averageOfOtherDraws(double[][] f) {
        int n = f[0].length;
        double[][] baseline = new double[f.length][n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (double[] draw : f) {
                sum += draw[i];
            }
            for (int k = 0; k < f.length; k++) {
                baseline[k][i] = f.length == 1 ? 0 : (sum - f[k][i]) / (f.length - 1);
            }
        }
        return baseline;
    }

    /** These and then more of the same minibatch: averages and variances are over all of them. */
    public GradientEstimators and(GradientEstimators more) {
        if (more.latentSize != latentSize) {
            throw new IllegalArgumentException(
                    "estimates of %d and %d dimensions".formatted(latentSize, more.latentSize));
        }
        Map<Kind, double[]> all = new EnumMap<>(Kind.class);
        estimates.forEach((kind, values) -> {
            double[] others = java.util.Objects.requireNonNull(more.estimates.get(kind));
            double[] both = java.util.Arrays.copyOf(values, values.length + others.length);
            System.arraycopy(others, 0, both, values.length, others.length);
            all.put(kind, both);
        });
        return new GradientEstimators(draws + more.draws, latentSize, all);
    }

    /** The estimates of one kind for one dimension of the bias, [K]. */
    public double[] values(Kind kind, int dimension) {
        double[] all = java.util.Objects.requireNonNull(estimates.get(kind));
        double[] values = new double[draws];
        for (int k = 0; k < draws; k++) {
            values[k] = all[k * latentSize + dimension];
        }
        return values;
    }

    /** Average of the estimates for one dimension. */
    public double mean(Kind kind, int dimension) {
        return Doubles.mean(values(kind, dimension));
    }

    /** Standard error of {@link #mean} by the draws. */
    public double standardError(Kind kind, int dimension) {
        return Doubles.standardError(values(kind, dimension));
    }

    /** Variance of an estimate over the draws, summed over the dimensions. */
    public double variance(Kind kind) {
        double sum = 0;
        for (int j = 0; j < latentSize; j++) {
            sum += Doubles.variance(values(kind, j));
        }
        return sum;
    }

    /** How many times more an estimate of this kind varies than a pathwise one. */
    public double varianceRatio(Kind kind) {
        return variance(kind) / variance(Kind.PATHWISE);
    }
}
