package elboroom.app.map;

import javafx.scene.text.Font;

/**
 * Where the plot lies within the map: gutters of fixed size for the axes, so that nothing moves when a number gets longer.
 *
 * @param left of the plot, logical pixels
 * @param top of the plot
 * @param width of the plot
 * @param height of the plot
 */
record PlotArea(double left, double top, double width, double height) {
    static PlotArea within(double width, double height, Font font) {
        double em = font.getSize();
        double left = Math.rint(4.6 * em);
        double bottom = Math.rint(3.6 * em);
        double margin = Math.rint(0.7 * em);
        return new PlotArea(
                left,
                margin,
                Math.max(1, Math.floor(width - left - margin)),
                Math.max(1, Math.floor(height - bottom - margin)));
    }

    boolean contains(double x, double y) {
        return x >= left && x < right() && y >= top && y < bottom();
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }
}
