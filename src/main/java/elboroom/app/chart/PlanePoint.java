package elboroom.app.chart;

import elboroom.app.chart.Trail.Place;

/**
 * A model on the rate-distortion plane.
 *
 * @param id told when it is chosen
 * @param name beside it
 * @param place where
 * @param path points of the same path are joined in their order; empty for none
 * @param current whether it is the one that is shown
 * @param argb colour; 0 for the accent
 */
public record PlanePoint(String id, String name, Place place, String path, boolean current, int argb) {
    static final double RADIUS = 5;

    /** One that lies beyond the plot is drawn at its edge. */
    double screenX(Frame plot) {
        return Math.min(plot.right(), plot.x().toScreen(place.rate()));
    }

    /** Likewise. */
    double screenY(Frame plot) {
        return Math.max(plot.top(), plot.y().toScreen(place.distortion()));
    }

    void draw(Pen pen, Frame plot, Look look) {
        double x = screenX(plot);
        double y = screenY(plot);
        ChartTheme theme = look.theme();
        pen.circle(x, y, RADIUS + (current ? 4 : 1.5), current ? theme.strong() : theme.paper());
        pen.circle(x, y, RADIUS + (current ? 2 : 0), argb == 0 ? theme.accent() : argb);
    }
}
