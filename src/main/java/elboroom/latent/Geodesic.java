package elboroom.latent;

import elboroom.model.DecoderJacobian;
import elboroom.model.Vae;
import java.util.Arrays;

/**
 * The shortest way between two latent points where length is how far the decoded image moves: a curve under the metric JᵀJ
 * with J = ∂x̂/∂z (Arvanitidis 2018). Found as the points z_i between fixed ends that make the energy Σ |x̂(z_i+1) − x̂(z_i)|²
 * least, which a curve of least length at even speed does.
 *
 * <p>Gauss-Newton with Levenberg's damping: images are linear in z around each point, so that the points' moves solve a
 * block-tridiagonal system, J_iᵀJ_i on the diagonal and −J_iᵀJ_i+1 beside it. Ten steps or so; each decodes all points once
 * more. From {@value #COARSE} legs on, doubled, so that far points learn of each other while there are few.
 */
public final class Geodesic {
    private static final int COARSE = 8;
    private static final int STEPS = 30;
    private static final double LEAST_GAIN = 1e-4;
    private static final double MOST_DAMPING = 1e6;

    private final Vae vae;
    private final int d;
    private final int size;

    private Geodesic(Vae vae) {
        this.vae = vae;
        d = vae.latentSize();
        size = vae.shape().size();
    }

    /** Of whoever waits for the way; on the thread that looks for it. */
    @FunctionalInterface
    public interface Patience {
        /** Whether to go on, asked before each step. */
        boolean goesOn();

        /** @param share done of the whole search, from 0 to 1; it may jump, since how many steps are needed nobody knows */
        default void progress(double share) {}

        /** For a part of the search, which runs from {@code from} to {@code to} of the whole. */
        default Patience part(double from, double to) {
            Patience whole = this;
            return new Patience() {
                @Override
                public boolean goesOn() {
                    return whole.goesOn();
                }

                @Override
                public void progress(double share) {
                    whole.progress(from + share * (to - from));
                }
            };
        }
    }

    /**
     * The geodesic from a to b, at even steps in image space. Of what the search reaches from the straight line, from the
     * spherical path and, in two dimensions, from the best way over a grid, the shortest; so never longer than the first two.
     *
     * @param count of points, at least 2
     * @param patience if it ends, the best way so far is given
     */
    public static LatentPath between(Vae vae, double[] a, double[] b, int count, Patience patience) {
        Geodesic search = new Geodesic(vae);
        LatentPath line = LatentPath.line(a, b, count);
        LatentPath best = line;
        double shortest = ImageSteps.length(vae, line);
        LatentPath sphere = LatentPath.slerp(a, b, count);
        LatentPath[] starts = a.length == 2
                ? new LatentPath[] {line, sphere, GridWay.between(vae, a, b).at(4 * count)}
                : new LatentPath[] {line, sphere};
        for (int i = 0; i < starts.length; i++) {
            LatentPath start = starts[i];
            Patience part = patience.part((double) i / starts.length, (i + 1.0) / starts.length);
            for (LatentPath found : new LatentPath[] {start, search.relaxed(start, count, part)}) {
                LatentPath even = found.even(ImageSteps.of(vae, found), count);
                double length = ImageSteps.length(vae, even);
                if (length < shortest) {
                    shortest = length;
                    best = even;
                }
            }
        }
        return best == line ? line.even(ImageSteps.of(vae, line), count) : best;
    }

    private LatentPath relaxed(LatentPath start, int count, Patience patience) {
        LatentPath path = start.even(ImageSteps.of(vae, start), Math.min(count, COARSE + 1));
        double done = 0;
        while (true) {
            // A level costs as much as all coarser ones together.
            double share = (double) path.count() / count;
            path = relaxed(path, patience.part(done, share));
            done = share;
            if (path.count() >= count || !patience.goesOn()) {
                return path.count() == count ? path : path.at(count);
            }
            path = path.even(ImageSteps.of(vae, path), Math.min(count, 2 * path.count() - 1));
        }
    }

    private LatentPath relaxed(LatentPath start, Patience patience) {
        LatentPath path = start;
        float[] images = vae.decode(path.points(), path.count());
        double energy = energy(images, path.count());
        double damping = 1e-3;
        for (int step = 0; step < STEPS && path.count() > 2 && patience.goesOn(); step++) {
            patience.progress((double) step / STEPS);
            float[] jacobian = DecoderJacobian.ofPixels(vae, path.points(), path.count());
            boolean better = false;
            double before = energy;
            while (!better && damping < MOST_DAMPING) {
                float[] moved = moved(path, images, jacobian, damping);
                float[] movedImages = vae.decode(moved, path.count());
                double movedEnergy = energy(movedImages, path.count());
                better = movedEnergy < energy;
                if (better) {
                    path = new LatentPath(d, moved);
                    images = movedImages;
                    energy = movedEnergy;
                    damping = Math.max(1e-6, damping / 5);
                } else {
                    damping *= 5;
                }
            }
            if (!better || before - energy < LEAST_GAIN * before) {
                return path;
            }
        }
        return path;
    }

    private static double energy(float[] images, int count) {
        return Arrays.stream(ImageSteps.of(images, count)).map(x -> x * x).sum();
    }

    /** All inner points after one step of Gauss-Newton. */
    private float[] moved(LatentPath path, float[] images, float[] jacobian, double damping) {
        int inner = path.count() - 2;
        double[][][] diagonal = new double[inner][d][d];
        double[][][] beside = new double[inner][d][d];
        double[][] right = new double[inner][d];
        for (int i = 0; i < inner; i++) {
            int point = i + 1;
            double trace = 0;
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    diagonal[i][a][b] = 2 * product(jacobian, point, a, point, b);
                    beside[i][a][b] = i + 1 < inner ? -product(jacobian, point, a, point + 1, b) : 0;
                }
                trace += diagonal[i][a][a];
                right[i][a] = pull(images, jacobian, point, a);
            }
            for (int a = 0; a < d; a++) {
                diagonal[i][a][a] += damping * trace / d + 1e-9;
            }
        }
        double[][] moves = BlockTridiagonal.solve(diagonal, beside, right);
        float[] points = path.points().clone();
        for (int i = 0; i < inner; i++) {
            for (int a = 0; a < d; a++) {
                points[(i + 1) * d + a] += (float) moves[i][a];
            }
        }
        return points;
    }

    /** J_iᵀ J_k, entry (a, b). */
    private double product(float[] jacobian, int i, int a, int k, int b) {
        double sum = 0;
        int rowA = (i * d + a) * size;
        int rowB = (k * d + b) * size;
        for (int p = 0; p < size; p++) {
            sum += (double) jacobian[rowA + p] * jacobian[rowB + p];
        }
        return sum;
    }

    /** J_iᵀ(x̂_i−1 − 2x̂_i + x̂_i+1), entry a: minus half the energy's gradient. */
    private double pull(float[] images, float[] jacobian, int i, int a) {
        double sum = 0;
        int row = (i * d + a) * size;
        for (int p = 0; p < size; p++) {
            double bend = images[(i - 1) * size + p] - 2.0 * images[i * size + p] + images[(i + 1) * size + p];
            sum += jacobian[row + p] * bend;
        }
        return sum;
    }
}
