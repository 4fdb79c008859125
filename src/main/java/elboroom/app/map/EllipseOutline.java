package elboroom.app.map;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of an ellipse's outline that can be seen, as polylines. Zoomed in, an ellipse is millions of pixels around: a
 * canvas that is given it whole dashes and fills all of it, out of memory.
 *
 * @param x centre on the screen, in pixels
 * @param y centre on the screen, downwards
 * @param major half the larger diameter, in pixels
 * @param minor half the smaller diameter
 * @param angle of the larger diameter, anticlockwise from the right, in radians
 */
record EllipseOutline(double x, double y, double major, double minor, double angle) {
    private static final int FIRST_ARCS = 8;
    /** Longest piece of a polyline in pixels: its sagitta is invisible for any ellipse that is not itself tiny. */
    private static final double PIECE = 6;
    /** Of the stroke's width, beyond the edge of the screen. */
    private static final double MARGIN = 8;

    static EllipseOutline circle(double x, double y, double radius) {
        return new EllipseOutline(x, y, radius, radius, 0);
    }

    /** Polylines x₀, y₀, x₁, y₁, … that cover all of the outline within the screen from (0, 0) to (width, height). */
    List<double[]> visible(double width, double height) {
        Collector collector = new Collector(width, height);
        for (int i = 0; i < FIRST_ARCS; i++) {
            double from = 2 * Math.PI * i / FIRST_ARCS;
            collector.arc(from, from + 2 * Math.PI / FIRST_ARCS);
        }
        collector.finish();
        return collector.lines;
    }

    /** Whether a point of the screen lies within. */
    boolean contains(double screenX, double screenY) {
        double along = (screenX - x) * Math.cos(angle) - (screenY - y) * Math.sin(angle);
        double across = (screenX - x) * Math.sin(angle) + (screenY - y) * Math.cos(angle);
        return along * along / (major * major) + across * across / (minor * minor) <= 1;
    }

    private double atX(double t) {
        return x + major * Math.cos(t) * Math.cos(angle) - minor * Math.sin(t) * Math.sin(angle);
    }

    private double atY(double t) {
        return y - major * Math.cos(t) * Math.sin(angle) - minor * Math.sin(t) * Math.cos(angle);
    }

    private final class Collector {
        private final double width;
        private final double height;
        private final List<double[]> lines = new ArrayList<>();
        private final List<Double> line = new ArrayList<>();
        private double end = Double.NaN;

        Collector(double width, double height) {
            this.width = width;
            this.height = height;
        }

        /** Splits an arc until its pieces are short, and drops those that cannot touch the screen. */
        void arc(double from, double to) {
            double x0 = atX(from);
            double y0 = atY(from);
            double x1 = atX(to);
            double y1 = atY(to);
            double bulge = major * (to - from) * (to - from) / 8 + MARGIN;
            if (Math.max(x0, x1) < -bulge
                    || Math.max(y0, y1) < -bulge
                    || Math.min(x0, x1) > width + bulge
                    || Math.min(y0, y1) > height + bulge) {
                return;
            }
            double middle = (from + to) / 2;
            if (major * (to - from) > PIECE && middle > from && middle < to) {
                arc(from, middle);
                arc(middle, to);
                return;
            }
            if (from != end) {
                finish();
                line.add(x0);
                line.add(y0);
            }
            line.add(x1);
            line.add(y1);
            end = to;
        }

        void finish() {
            if (!line.isEmpty()) {
                lines.add(line.stream().mapToDouble(Double::doubleValue).toArray());
                line.clear();
            }
        }
    }
}
