package elboroom.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Remembers strokes, to be repeated by another pen, on any thread: a picture of a chart as it was. */
public final class Drawing implements Pen {
    private final double width;
    private final double height;
    private final List<Consumer<Pen>> strokes = new ArrayList<>();

    /** An empty sheet, in pixels. */
    public Drawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** Draws everything again, in the same order. */
    public void repeat(Pen pen) {
        strokes.forEach(stroke -> stroke.accept(pen));
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Line line) {
        double[] xs = Arrays.copyOf(x, count);
        double[] ys = Arrays.copyOf(y, count);
        strokes.add(pen -> pen.polyline(xs, ys, count, line));
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        double[] xs = Arrays.copyOf(x, count);
        double[] ys = Arrays.copyOf(y, count);
        strokes.add(pen -> pen.polygon(xs, ys, count, argb));
    }

    @Override
    public void rectangle(double x, double y, double w, double h, int argb) {
        strokes.add(pen -> pen.rectangle(x, y, w, h, argb));
    }

    @Override
    public void circle(double x, double y, double radius, int argb) {
        strokes.add(pen -> pen.circle(x, y, radius, argb));
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        strokes.add(pen -> pen.text(text, x, y, lettering));
    }

    @Override
    public void clip(double x, double y, double w, double h) {
        strokes.add(pen -> pen.clip(x, y, w, h));
    }

    @Override
    public void unclip() {
        strokes.add(Pen::unclip);
    }
}
