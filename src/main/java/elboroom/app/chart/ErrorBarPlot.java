package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import java.util.List;
import java.util.function.Supplier;

/** Values with their standard errors over an axis of equal factors, joined by a line, and levels to compare them with. */
public final class ErrorBarPlot extends Plot {
    private static final double CAP = 3;

    private final Axis x;
    private final Axis y;
    private List<Point> points = List.of();
    private List<Reference> references = List.of();

    /**
     * A value.
     *
     * @param x above 0
     * @param y value
     * @param error its standard error: the bar reaches so far up and down
     */
    public record Point(double x, double y, double error) {}

    /** An empty chart. */
    public ErrorBarPlot(String title, Axis x, Axis y) {
        super(title);
        this.x = x;
        this.y = y;
    }

    public void show(List<Point> newPoints, List<Reference> newReferences) {
        points = List.copyOf(newPoints);
        references = newReferences.stream()
                .filter(reference -> Double.isFinite(reference.value()))
                .toList();
        redraw();
    }

    @Override
    void draw(Pen pen, double width, double height, Look look) {
        if (points.isEmpty()) {
            return;
        }
        double em = look.em();
        double low = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double high = points.stream().mapToDouble(Point::x).max().orElseThrow();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            least = Math.min(least, point.y() - point.error());
            most = Math.max(most, point.y() + point.error());
        }
        for (Reference reference : references) {
            least = Math.min(least, reference.value());
            most = Math.max(most, reference.value());
        }
        Frame plot = Frame.fit(
                width,
                height,
                Frame.HEAD * em,
                true,
                new Frame.Span(new Range(low / 1.3, high * 1.5), true),
                new Frame.Span(Range.around(least, most), false),
                look);
        plot.grid(pen, look);
        plot.axes(pen, look, x);
        pen.text(y.title(width - reserved(), look), 0, 0.8 * em, look.strong(Align.START));
        references(pen, plot, look);
        data(pen, plot, look);
    }

    private void references(Pen pen, Frame plot, Look look) {
        double em = look.em();
        for (Reference reference : references) {
            double at = Look.crisp(plot.y().toScreen(reference.value()));
            pen.line(plot.left(), at, plot.right(), at, Line.dashed(look.theme().warning(), 1));
            boolean top = at - plot.top() < 1.5 * em;
            pen.text(
                    reference.label() + " " + y.read(reference.value()),
                    plot.right() - 0.3 * em,
                    at + (top ? 0.9 : -0.8) * em,
                    look.plain(Align.END).on(look.theme().halo()));
        }
    }

    private void data(Pen pen, Frame plot, Look look) {
        double[] px = points.stream()
                .mapToDouble(point -> plot.x().toScreen(point.x()))
                .toArray();
        double[] py = points.stream()
                .mapToDouble(point -> plot.y().toScreen(point.y()))
                .toArray();
        Line line = Line.solid(look.theme().accent(), 1.5);
        pen.polyline(px, py, px.length, line);
        for (int i = 0; i < px.length; i++) {
            double up = plot.y().toScreen(points.get(i).y() + points.get(i).error());
            double down = plot.y().toScreen(points.get(i).y() - points.get(i).error());
            pen.line(px[i], up, px[i], down, line);
            pen.line(px[i] - CAP, up, px[i] + CAP, up, line);
            pen.line(px[i] - CAP, down, px[i] + CAP, down, line);
            pen.circle(px[i], py[i], 2.5, look.theme().accent());
        }
    }

    @Override
    Supplier<String> numbers() {
        List<Point> now = points;
        List<Reference> levels = references;
        return () -> {
            StringBuilder text = new StringBuilder(Table.line(List.of(x.title(), y.title(), "standard error")));
            now.forEach(point -> text.append(Table.line(
                    List.of(Table.number(point.x()), Table.number(point.y()), Table.number(point.error())))));
            levels.forEach(level -> text.append(Table.line(List.of(level.label(), Table.number(level.value()), ""))));
            return text.toString();
        };
    }

    @Override
    String describe() {
        return String.join(
                "; ",
                points.stream()
                        .map(point -> "%s at %s, give or take %s"
                                .formatted(y.read(point.y()), x.read(point.x()), y.read(point.error())))
                        .toList());
    }
}
