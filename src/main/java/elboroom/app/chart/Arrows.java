package elboroom.app.chart;

/** Draws arrows. */
final class Arrows {
    /** Half the width of a tip by its length. */
    private static final double SLENDER = 0.45;

    private Arrows() {}

    /**
     * An arrow with a filled tip; too short a one is all tip.
     *
     * @param tip length of the tip in pixels
     */
    static void draw(Pen pen, double x1, double y1, double x2, double y2, double tip, Line line) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (!(length > 0.5)) {
            return;
        }
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double head = Math.min(tip, length);
        double backX = x2 - head * ux;
        double backY = y2 - head * uy;
        pen.line(x1, y1, backX, backY, line);
        double side = SLENDER * head + Math.max(0, line.width() - 2.5) / 2;
        pen.polygon(
                new double[] {x2, backX - side * uy, backX + side * uy},
                new double[] {y2, backY + side * ux, backY - side * ux},
                3,
                line.argb());
    }
}
