package elboroom.app.explore;

/**
 * A Gaussian on the plane of the map: the posterior of the input that is looked at.
 *
 * @param x its mean to the right
 * @param y its mean upwards
 * @param varianceX variance to the right
 * @param covariance of the two
 * @param varianceY variance upwards
 */
public record Highlight(double x, double y, double varianceX, double covariance, double varianceY) {}
