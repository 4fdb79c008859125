package elboroom.app.geometry;

import elboroom.measure.DecoderGeometry;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the decoder stretches latent space at the marker.
 *
 * @param values of each {@link Stretch}
 * @param image decoded there, [D]
 * @param stretches along the principal directions, largest first: the first singular values of J
 * @param directions of steps on which the image changes most, [2][d]; one only of a space with one dimension
 * @param reach of the steps in {@code frames}, each way
 * @param frames images along each direction, from −reach to reach, [directions][frames][D]
 * @param metric of steps on the plane, [2][2]; [1] of a space with one dimension
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PointStretch(
        double[] values,
        float[] image,
        double[] stretches,
        double[][] directions,
        double reach,
        float[][][] frames,
        double[] metric) {
    /** Odd: the one in the middle is the image at the marker. */
    static final int FRAMES = 21;

    /** Reach in standard deviations of what is sampled. */
    private static final double REACH = 0.5;

    static PointStretch of(Vae vae, Ground ground, double[] z) {
        int d = z.length;
        float[] latent = Stretch.floats(z);
        DecoderGeometry space = DecoderGeometry.at(vae, latent, 1, Watch.NONE);
        float[][] all = Stretch.all(vae, ground, z);
        double[] values = new double[all.length];
        for (int q = 0; q < values.length; q++) {
            values[q] = all[q][0];
        }
        double[][] directions = space.principalDirections(0, Math.min(2, d));
        double[] stretches = new double[directions.length];
        double reach = REACH * ground.deviation();
        float[][][] frames = new float[directions.length][FRAMES][];
        for (int k = 0; k < directions.length; k++) {
            stretches[k] = space.stretch(0, directions[k]);
            float[] path = new float[FRAMES * d];
            for (int i = 0; i < path.length; i++) {
                double step = reach * (2.0 * (i / d) / (FRAMES - 1) - 1);
                path[i] = (float) (z[i % d] + step * directions[k][i % d]);
            }
            float[] images = vae.decode(path, FRAMES);
            int size = images.length / FRAMES;
            for (int i = 0; i < FRAMES; i++) {
                frames[k][i] = Arrays.copyOfRange(images, i * size, (i + 1) * size);
            }
        }
        double[] metric = Stretch.ofPlane(space, ground).euclidean();
        return new PointStretch(values, vae.decode(latent, 1), stretches, directions, reach, frames, metric);
    }

    double value(Stretch stretch) {
        return values[stretch.ordinal()];
    }

    /**
     * The steps on the plane that change the image by a distance are an ellipse: its covariance if it is drawn at one standard
     * deviation, var(x), cov(x,y), var(y); null where some steps change nothing.
     */
    double @Nullable [] ellipse(double distance) {
        if (metric.length != 4) {
            return null;
        }
        double determinant = metric[0] * metric[3] - metric[1] * metric[2];
        double squared = distance * distance;
        return determinant > 1e-9
                ? new double[] {
                    squared * metric[3] / determinant,
                    -squared * metric[1] / determinant,
                    squared * metric[0] / determinant
                }
                : null;
    }
}
