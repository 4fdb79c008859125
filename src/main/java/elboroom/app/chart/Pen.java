package elboroom.app.chart;

/** What charts draw with: a screen, a file, or a memory of strokes. Pixels, x rightwards, y downwards; colours 0xAARRGGBB. */
public interface Pen {
    /** A line through points; a point that is not a number interrupts it. */
    void polyline(double[] x, double[] y, int count, Line line);

    /** A filled polygon. */
    void polygon(double[] x, double[] y, int count, int argb);

    void rectangle(double x, double y, double width, double height, int argb);

    void circle(double x, double y, double radius, int argb);

    /** One line of text, its middle at the height y. */
    void text(String text, double x, double y, Lettering lettering);

    /** Draws within a rectangle only, until {@link #unclip}; not nested. */
    void clip(double x, double y, double width, double height);

    void unclip();

    /** A straight line. */
    default void line(double x1, double y1, double x2, double y2, Line line) {
        polyline(new double[] {x1, x2}, new double[] {y1, y2}, 2, line);
    }

    /** The outline of a rectangle. */
    default void frame(double x, double y, double width, double height, Line line) {
        polyline(new double[] {x, x + width, x + width, x, x}, new double[] {y, y, y + height, y + height, y}, 5, line);
    }
}
