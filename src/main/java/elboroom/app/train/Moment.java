package elboroom.app.train;

import elboroom.latent.Projection;
import elboroom.model.Posterior;
import elboroom.train.Snapshot;
import java.util.List;

/**
 * The latent space at one moment of a run, on a plane.
 *
 * @param snapshot the network and what it makes of the test images
 * @param plane that the map shows
 * @param x of each test image's mean
 * @param y of each test image's mean
 */
public record Moment(Snapshot snapshot, Plane plane, float[] x, float[] y) {
    /** How much more another dimension must carry before the map turns to it, so that it does not flicker. */
    private static final double STICKINESS = 1.5;

    /**
     * The two dimensions that a map shows.
     *
     * @param first to the right, from 0
     * @param second upwards
     */
    public record Plane(int first, int second) {
        Projection projection(int latentSize) {
            return Projection.ofDimensions(latentSize, first, second);
        }
    }

    public long step() {
        return snapshot.step();
    }

    /**
     * Lays the test images out.
     *
     * @param before the plane of the moment before; kept unless other dimensions carry much more
     */
    static Moment of(Snapshot snapshot, Plane before) {
        Posterior posterior = snapshot.posterior();
        Plane plane = plane(posterior.latentSize(), snapshot.losses().klPerDimension(), before);
        Projection projection = plane.projection(posterior.latentSize());
        return new Moment(snapshot, plane, projection.xs(posterior), projection.ys(posterior));
    }

    private static Plane plane(int latentSize, List<Double> kl, Plane before) {
        if (latentSize <= 2) {
            return new Plane(0, latentSize - 1);
        }
        int first = 0;
        int second = -1;
        for (int j = 1; j < latentSize; j++) {
            if (kl.get(j) > kl.get(first)) {
                second = first;
                first = j;
            } else if (second < 0 || kl.get(j) > kl.get(second)) {
                second = j;
            }
        }
        Plane richest = new Plane(Math.min(first, second), Math.max(first, second));
        boolean fits = before.first() < latentSize && before.second() < latentSize && before.first() != before.second();
        double carried = fits ? Math.min(kl.get(before.first()), kl.get(before.second())) : 0;
        // Not a number, as of an autoencoder, is never more.
        return fits && !(kl.get(second) > STICKINESS * carried) ? before : richest;
    }
}
