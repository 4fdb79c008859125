package elboroom.app.map;

import elboroom.raster.Viewport;

/**
 * A Gaussian on the map, drawn to scale at one and two standard deviations.
 *
 * @param centreX mean of the first coordinate
 * @param centreY mean of the second coordinate
 * @param covXX variance of the first coordinate
 * @param covXY covariance
 * @param covYY variance of the second coordinate
 * @param kind what it stands for, which chooses the colour
 */
public record MapEllipse(double centreX, double centreY, double covXX, double covXY, double covYY, Kind kind) {
    /** What an ellipse or a mark stands for. */
    public enum Kind {
        /** The approximate posterior q(z|x) of the selected input. */
        APPROXIMATE,
        /** The true posterior p(z|x), or a Gaussian fitted to it. */
        TRUE,
        /** The input that the user drew. */
        DRAWN
    }

    /** A Gaussian without covariance, such as q(z|x); {@code deviations} are standard ones. */
    public static MapEllipse diagonal(double centreX, double centreY, double deviationX, double deviationY, Kind kind) {
        return new MapEllipse(centreX, centreY, deviationX * deviationX, 0, deviationY * deviationY, kind);
    }

    /** Standard deviation along the longer axis. */
    double major() {
        return Math.sqrt(Math.max(0, half() + spread()));
    }

    /** Standard deviation along the shorter axis. */
    double minor() {
        return Math.sqrt(Math.max(0, half() - spread()));
    }

    /** Direction of the longer axis, in radians anticlockwise from the first coordinate. */
    double angle() {
        return 0.5 * Math.atan2(2 * covXY, covXX - covYY);
    }

    private double half() {
        return (covXX + covYY) / 2;
    }

    private double spread() {
        return Math.hypot((covXX - covYY) / 2, covXY);
    }

    /** Where it is on the screen, so many standard deviations large. */
    EllipseOutline outline(Viewport view, double sigma) {
        return new EllipseOutline(
                view.toScreenX(centreX),
                view.toScreenY(centreY),
                sigma * major() * view.pixelsPerUnit(),
                sigma * minor() * view.pixelsPerUnit(),
                angle());
    }
}
