package elboroom.app.explore;

import elboroom.latent.Projection;
import elboroom.model.Posterior;

/**
 * A data set laid out on the plane of the map.
 *
 * @param x to the right, one per image, units of z
 * @param y upwards, one per image, units of z
 * @param colouring into what groups the colours divide the images
 * @param projection that laid it out
 */
public record Scatter(float[] x, float[] y, Colouring colouring, Projection projection) {
    public static Scatter empty(Projection projection) {
        return new Scatter(new float[0], new float[0], Colouring.NONE, projection);
    }

    public static Scatter of(Workspace.Encoded encoded, PlaneChoice plane, Colouring colouring) {
        Posterior posterior = encoded.posterior();
        Projection projection = projection(posterior, plane);
        return new Scatter(projection.xs(posterior), projection.ys(posterior), colouring, projection);
    }

    private static Projection projection(Posterior posterior, PlaneChoice plane) {
        return plane.principal()
                ? Projection.principal(posterior)
                : Projection.ofDimensions(posterior.latentSize(), plane.first(), plane.second());
    }

    public int size() {
        return x.length;
    }
}
