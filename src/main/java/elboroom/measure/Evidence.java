package elboroom.measure;

import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.model.layer.RowProducts;

/**
 * The exact evidence log p(x) = log ∫ p(x|z) p(z) dz of a model with two latent dimensions, and the gap to its ELBO, which is
 * KL(q(z|x)‖p(z|x)), by two ways. The plane [−6,6]² is decoded once, on {@value #CELLS}² squares, so that an image's first
 * look at it takes milliseconds; {@link EvidenceMesh} then splits squares until log p(x) stands still. Of one thread.
 */
public final class Evidence {
    /** Half the side of the plane, in σ of the prior, of which it holds all but 4e-9. */
    public static final double REACH = 6;

    private static final int CELLS = 100;
    private static final double SIDE = 2 * REACH / CELLS;
    private static final int IMAGES = 100;
    /** Nats. */
    private static final double USUAL_ACCURACY = 0.01;

    private final Vae vae;
    private final double accuracy;
    private final DecodedPoints plane;
    private final RowProducts features;
    private final double[] x = new double[CELLS * CELLS];
    private final double[] y = new double[CELLS * CELLS];
    private final Rules[] rules = {new Rules(0.5), new Rules(0.25), new Rules(0.125)};

    /**
     * Aims at 0.01 nat, by halving squares until that changes less. Decodes the plane: 10,000 points, 0.1 s with the reference
     * network.
     */
    public Evidence(Vae vae) {
        this(vae, USUAL_ACCURACY);
    }

    /**
     * To another accuracy, on which the time for an image depends.
     *
     * @param accuracy nats: halving the squares must not change log p(x) by more than half of it, and two rules of
     *     quadrature under q not differ by more; the ReLUs' kinks across a wide posterior ask for a smaller step
     */
    public Evidence(Vae vae, double accuracy) {
        if (!exactFor(vae)) {
            throw new IllegalArgumentException("exact evidence is for two latent dimensions and a prior");
        }
        this.vae = vae;
        this.accuracy = accuracy;
        float[] z = new float[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i % CELLS + 0.5) * SIDE - REACH;
            y[i] = (i / CELLS + 0.5) * SIDE - REACH;
            z[2 * i] = (float) x[i];
            z[2 * i + 1] = (float) y[i];
        }
        plane = DecodedPoints.of(vae, z, x.length);
        features = new RowProducts(plane.features(), x.length, vae.shape().size());
    }

    /** Whether a model's evidence can be had this way: it has two latent dimensions and a prior. */
    public static boolean exactFor(Vae vae) {
        return vae.latentSize() == 2 && !vae.autoencoder();
    }

    /**
     * What is known of one image; nats.
     *
     * @param logEvidence log p(x)
     * @param elbo its expectation taken by quadrature, not by a draw
     * @param gapDirect KL(q(z|x)‖p(z|x)) by quadrature under q, at other nodes than the ELBO's and without the closed form of
     *     the rate
     * @param mode the latent point, of those that were looked at, at which p(z|x) is largest, [2]
     * @param cells squares that the integral was summed over
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record OfImage(double logEvidence, double elbo, double gapDirect, double[] mode, int cells) {
        /** log p(x) − ELBO. */
        public double gap() {
            return logEvidence - elbo;
        }
    }

    /**
     * Evidence and ELBO of some images.
     *
     * @param images [n][D]
     * @param posterior of these images by the same model
     */
    public OfImage[] of(float[] images, Posterior posterior, Watch watch) {
        int count = posterior.count();
        int size = vae.shape().size();
        OfImage[] result = new OfImage[count];
        for (int from = 0; from < count; from += IMAGES) {
            int rows = Math.min(IMAGES, count - from);
            float[] products = features.with(images, from, rows);
            for (int i = 0; i < rows; i++) {
                float[] image = new float[size];
                System.arraycopy(images, (from + i) * size, image, 0, size);
                double[] mean = {posterior.mean(from + i, 0), posterior.mean(from + i, 1)};
                double[] logVariance = {posterior.logVariance(from + i, 0), posterior.logVariance(from + i, 1)};
                EvidenceMesh mesh = new EvidenceMesh(vae, image, accuracy / 2);
                mesh.integrate(coarse(image, products, i, rows), mean);
                result[from + i] = gaps(mesh, image, mean, logVariance);
                watch.step((from + i + 1.0) / count);
            }
        }
        return result;
    }

    /**
     * log p(z|x) over all of the plane, on the squares that are decoded already: for a look, as a posterior may be narrower
     * than one of them.
     *
     * @param image [D]
     * @param logEvidence log p(x)
     */
    public TruePosterior landscape(float[] image, double logEvidence) {
        double[] value = coarse(image, features.with(image, 0, 1), 0, 1).value();
        double[] logDensity = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            // Its row 0 is uppermost, that of the squares lowest.
            logDensity[i] = value[(CELLS - 1 - i / CELLS) * CELLS + i % CELLS] - logEvidence;
        }
        return new TruePosterior(-REACH, REACH, -REACH, REACH, CELLS, CELLS, logDensity);
    }

    private EvidenceMesh.Level coarse(float[] image, float[] products, int column, int columns) {
        double c = DecodedPoints.imageTerm(vae.likelihood(), image, 0, image.length);
        double[] value = new double[x.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = plane.logLikelihood(i, products[i * columns + column], c)
                    + AggregatePosterior.logPrior(new double[] {x[i], y[i]}, 0, 2);
        }
        double[] spread = new double[value.length];
        for (int i = 0; i < value.length; i++) {
            if (i % CELLS > 0) {
                raise(spread, value, i, i - 1);
            }
            if (i >= CELLS) {
                raise(spread, value, i, i - CELLS);
            }
        }
        return new EvidenceMesh.Level(SIDE, x, y, value, spread);
    }

    private static void raise(double[] spread, double[] value, int i, int neighbour) {
        double difference = Math.abs(value[i] - value[neighbour]);
        spread[i] = Math.max(spread[i], difference);
        spread[neighbour] = Math.max(spread[neighbour], difference);
    }

    /** Two rules of one step, whose nodes lie between each other's. */
    private record Rules(NormalNodes nodes, NormalNodes between) {
        Rules(double step) {
            this(NormalNodes.of(2, step, 0), NormalNodes.of(2, step, 0.5));
        }
    }

    private OfImage gaps(EvidenceMesh mesh, float[] image, double[] mean, double[] logVariance) {
        double elbo = Double.NaN;
        double direct = Double.NaN;
        for (Rules rule : rules) {
            elbo = QuadratureElbo.of(vae, image, mean, logVariance, rule.nodes);
            direct = divergence(image, mean, logVariance, mesh.logEvidence(), rule.between);
            if (Math.abs(mesh.logEvidence() - elbo - direct) < accuracy) {
                break;
            }
        }
        return new OfImage(mesh.logEvidence(), elbo, direct, mesh.mode(), mesh.cells());
    }

    private double divergence(
            float[] image, double[] mean, double[] logVariance, double logEvidence, NormalNodes nodes) {
        double[] z = nodes.points(mean, logVariance);
        double[] logLikelihood = QuadratureElbo.logLikelihood(vae, image, z);
        double sum = 0;
        for (int i = 0; i < logLikelihood.length; i++) {
            double logPosterior = logLikelihood[i] + AggregatePosterior.logPrior(z, 2 * i, 2) - logEvidence;
            double logQ = -Math.log(2 * Math.PI);
            for (int j = 0; j < 2; j++) {
                double e = nodes.epsilon()[2 * i + j];
                logQ -= 0.5 * (e * e + logVariance[j]);
            }
            sum += nodes.weight()[i] * (logQ - logPosterior);
        }
        return sum;
    }
}
