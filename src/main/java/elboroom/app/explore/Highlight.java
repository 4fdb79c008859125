package elboroom.app.explore;

import elboroom.latent.Projection;
import elboroom.model.Posterior;

/**
 * A Gaussian on the plane of the map: the posterior of the input that is looked at.
 *
 * @param x its mean to the right
 * @param y its mean upwards
 * @param varianceX variance to the right
 * @param covariance of the two
 * @param varianceY variance upwards
 */
public record Highlight(double x, double y, double varianceX, double covariance, double varianceY) {
    /** The posterior of a single image, seen on a plane. */
    public static Highlight of(Posterior posterior, Projection projection) {
        double[] mean = Latents.mean(posterior, 0);
        double[] variance = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            variance[j] = Math.exp(posterior.logVariance(0, j));
        }
        double[] spread = projection.covariance(variance);
        return new Highlight(projection.x(mean), projection.y(mean), spread[0], spread[1], spread[2]);
    }
}
