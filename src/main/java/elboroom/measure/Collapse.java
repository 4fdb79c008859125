package elboroom.measure;

import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Which latent dimensions carry information and which have collapsed to the prior, each by several signs. */
public record Collapse(List<Dimension> dimensions) {
    private static final long USUAL_SEED = 0;
    private static final int CHUNK = 500;

    /**
     * One latent dimension. Of a plain autoencoder, which has no posterior and no prior, what needs them is not a number,
     * and nothing collapses.
     *
     * @param index from 0
     * @param kl average KL(q(z_j|x)‖N(0,1)), nats per image
     * @param varianceOfMeans over the images, divisor n
     * @param meanPosteriorVariance average of exp(logVariance): 1 where the posterior is the prior
     * @param shareBelow of the images, those whose KL in this dimension is below ε
     * @param shuffleEffect how far the output moves when this dimension's means are shuffled among the images and the others
     *     stay (permutation importance, Breiman 2001, of the output instead of its error): the change |Δx̂| of the decoded
     *     pixel, averaged over pixels and images; grey levels, from 0 (the decoder does without) to 1
     */
    public record Dimension(
            int index,
            double kl,
            double varianceOfMeans,
            double meanPosteriorVariance,
            double shareBelow,
            double shuffleEffect) {
        /** Burda 2016: the variance of the means exceeds 0.01. */
        public boolean active() {
            return varianceOfMeans > Evaluation.ACTIVE_VARIANCE;
        }

        /** (ε,δ)-collapse, Lucas 2019: the KL is below ε = 0.01 nats for a share of at least 1 − δ = 0.99 of the images. */
        public boolean collapsed() {
            return shareBelow >= 1 - Evaluation.COLLAPSE_DELTA;
        }
    }

    public Collapse {
        dimensions = List.copyOf(dimensions);
    }

    /** With the shuffles of the command line: anyone's figures for a model are the same. */
    public static Collapse of(Vae vae, Evaluation evaluation, Watch watch) {
        return of(vae, evaluation, USUAL_SEED, watch);
    }

    /**
     * Decodes every image's mean once as it is, and once for each dimension: 10,000 digits with 10 dimensions take a second.
     *
     * @param evaluation of the images by the same model
     * @param seed of the shuffles
     */
    public static Collapse of(Vae vae, Evaluation evaluation, long seed, Watch watch) {
        Posterior posterior = evaluation.posterior();
        double[] kl = evaluation.ratePerDimension();
        double[] variance = evaluation.varianceOfMeans();
        double[] below = evaluation.shareBelowEpsilon();
        double[] effect = shuffleEffect(vae, posterior, seed, watch);
        List<Dimension> dimensions = new ArrayList<>();
        for (int j = 0; j < posterior.latentSize(); j++) {
            dimensions.add(new Dimension(j, kl[j], variance[j], posteriorVariance(posterior, j), below[j], effect[j]));
        }
        return new Collapse(dimensions);
    }

    private static double posteriorVariance(Posterior posterior, int dimension) {
        double sum = 0;
        for (int i = 0; i < posterior.count(); i++) {
            double logVariance = posterior.logVariance(i, dimension);
            sum += logVariance == Double.NEGATIVE_INFINITY ? Double.NaN : Math.exp(logVariance);
        }
        return sum / posterior.count();
    }

    private static double[] shuffleEffect(Vae vae, Posterior posterior, long seed, Watch watch) {
        int latent = posterior.latentSize();
        int count = posterior.count();
        int[][] order = new int[latent][];
        SplittableRandom random = new SplittableRandom(seed);
        for (int j = 0; j < latent; j++) {
            order[j] = permutation(count, random);
        }
        double[] effect = new double[latent];
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            float[] means = Arrays.copyOfRange(posterior.mean(), from * latent, (from + rows) * latent);
            float[] unchanged = vae.decode(means, rows);
            for (int j = 0; j < latent; j++) {
                float[] shuffled = means.clone();
                for (int i = 0; i < rows; i++) {
                    shuffled[i * latent + j] = posterior.mean(order[j][from + i], j);
                }
                effect[j] += distance(unchanged, vae.decode(shuffled, rows));
                watch.step((from + rows * (j + 1.0) / latent) / count);
            }
        }
        double values = (double) count * vae.shape().size();
        return Arrays.stream(effect).map(sum -> sum / values).toArray();
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum;
    }

    /** Fisher and Yates. */
    static int[] permutation(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
