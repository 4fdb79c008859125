package elboroom.app.geometry;

import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.latent.Projection;
import elboroom.measure.LatentPrior;
import elboroom.model.Posterior;
import elboroom.raster.Bounds;

/**
 * What the maps are of.
 *
 * @param model whose decoder it is
 * @param data that is encoded
 * @param posterior of the data's images, the first 10,000 of more
 * @param prior where samples are drawn from; of an autoencoder, the Gaussian of its codes
 * @param choice of the plane
 * @param plane that is shown
 * @param held a latent point of the plane, [d]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Ground(
        ModelChoice model,
        DataChoice data,
        Posterior posterior,
        LatentPrior prior,
        PlaneChoice choice,
        Projection plane,
        double[] held) {
    /** Standard deviations of what is sampled that are seen each way. */
    private static final double SEEN = 3.4;

    static Ground of(ModelChoice model, DataChoice data, Posterior posterior, PlaneChoice choice, double[] held) {
        Projection plane = choice.principal()
                ? Projection.principal(posterior)
                : Projection.ofDimensions(posterior.latentSize(), choice.first(), choice.second());
        LatentPrior prior = LatentPrior.of(model.autoencoder(), posterior);
        return new Ground(model, data, posterior, prior, choice, plane, held);
    }

    /** The same plane at another place across it. */
    Ground at(double[] newHeld) {
        return new Ground(model, data, posterior, prior, choice, plane, newHeld);
    }

    /** Whether another is of the same plane of the same codes, perhaps at another place across it. */
    boolean isLike(Ground other) {
        return posterior == other.posterior && choice.equals(other.choice);
    }

    int latentSize() {
        return posterior.latentSize();
    }

    /** Full latent points over points of the plane: from [n][2] to [n][d]. */
    double[] lift(double[] points) {
        int d = latentSize();
        double[] lifted = new double[points.length / 2 * d];
        for (int i = 0; i < points.length / 2; i++) {
            System.arraycopy(plane.lift(points[2 * i], points[2 * i + 1], held), 0, lifted, i * d, d);
        }
        return lifted;
    }

    /** Whether another point lies on the same plane, so that its map is the same. */
    boolean contains(double[] z) {
        double[] own = plane.lift(0, 0, held);
        double[] other = plane.lift(0, 0, z);
        for (int j = 0; j < own.length; j++) {
            if (Math.abs(own[j] - other[j]) > 1e-9) {
                return false;
            }
        }
        return true;
    }

    /** Standard deviation, on the plane, of what is sampled: the average of both directions. */
    double deviation() {
        return (deviation(plane.right()) + deviation(plane.up())) / 2;
    }

    private double deviation(double[] direction) {
        int d = latentSize();
        double variance = 0;
        for (int b = 0; b < d; b++) {
            double sum = 0;
            for (int a = b; a < d; a++) {
                sum += direction[a] * prior.factor()[a * d + b];
            }
            variance += sum * sum;
        }
        return Math.sqrt(variance);
    }

    /** The part of the plane in which nearly everything is that is sampled. */
    Bounds home() {
        double x = plane.x(prior.mean());
        double y = plane.y(prior.mean());
        double reachX = SEEN * deviation(plane.right());
        double reachY = latentSize() == 1 ? reachX : SEEN * deviation(plane.up());
        return new Bounds(x - reachX, y - reachY, x + reachX, y + reachY);
    }
}
