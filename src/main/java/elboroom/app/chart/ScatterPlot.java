package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Things by two values of the same unit, and the line on which both are equal. They can be pointed at and clicked. */
public final class ScatterPlot extends Plot {
    private static final double GRASP = 12;
    private static final double RADIUS = 2.5;
    /** Above the plot, in em. */
    private static final double HEAD = 1.8;

    private final Axis x;
    private final Axis y;
    private final String equal;
    private List<Point> points = List.of();
    private int current = -1;
    private IntConsumer onChosen = id -> {};
    private @Nullable Frame frame;
    private @Nullable Point pointed;

    /**
     * A thing.
     *
     * @param id told when it is chosen
     * @param name in the read-out
     */
    public record Point(int id, String name, double x, double y) {}

    /** @param equal what it means for a point to lie on the line */
    public ScatterPlot(String title, Axis x, Axis y, String equal) {
        super(title);
        this.x = x;
        this.y = y;
        this.equal = equal;
        setOnMouseMoved(this::move);
        setOnMouseExited(event -> point(null));
        setOnMouseClicked(event -> {
            move(event);
            Point chosen = pointed;
            if (chosen != null) {
                onChosen.accept(chosen.id());
            }
        });
    }

    public void setOnChosen(IntConsumer listener) {
        onChosen = listener;
    }

    /** @param newCurrent id of the point that is looked at, or −1 */
    public void show(List<Point> newPoints, int newCurrent) {
        points = List.copyOf(newPoints);
        current = newCurrent;
        pointed = null;
        redraw();
    }

    private void move(MouseEvent event) {
        Frame plot = frame;
        Point nearest = null;
        double best = GRASP;
        if (plot != null) {
            for (Point point : points) {
                double distance = Math.hypot(
                        plot.x().toScreen(point.x()) - event.getX(), plot.y().toScreen(point.y()) - event.getY());
                if (distance < best) {
                    best = distance;
                    nearest = point;
                }
            }
        }
        point(nearest);
    }

    private void point(@Nullable Point at) {
        if (at != pointed) {
            pointed = at;
            setCursor(at == null ? javafx.scene.Cursor.DEFAULT : javafx.scene.Cursor.HAND);
            redrawOver();
        }
    }

    private static Range range(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return least > most ? new Range(0, 1) : Range.around(least, most);
    }

    @Override
    void draw(Pen pen, double width, double height, Look look) {
        double em = look.em();
        Range across = range(points.stream().mapToDouble(Point::x).toArray());
        Range up = range(points.stream().mapToDouble(Point::y).toArray());
        Frame plot = Frame.fit(
                width, height, HEAD * em, true, new Frame.Span(across, false), new Frame.Span(up, false), look);
        frame = plot;
        plot.grid(pen, look);
        plot.axes(pen, look, x.title());
        pen.text(y.title(), 0, 0.8 * em, look.strong(Align.START));
        if (points.isEmpty()) {
            return;
        }
        pen.clip(plot.left(), plot.top(), plot.width(), plot.height());
        double from = Math.min(across.min(), up.min());
        double to = Math.max(across.max(), up.max());
        pen.line(
                plot.x().toScreen(from),
                plot.y().toScreen(from),
                plot.x().toScreen(to),
                plot.y().toScreen(to),
                Line.dashed(look.theme().axis(), 1));
        int argb = look.theme().accent() & 0xFFFFFF | 0x99000000;
        for (Point point : points) {
            pen.circle(plot.x().toScreen(point.x()), plot.y().toScreen(point.y()), RADIUS, argb);
        }
        points.stream()
                .filter(point -> point.id() == current)
                .findFirst()
                .ifPresent(point -> ring(pen, plot, point, look.theme().warning(), look));
        pen.unclip();
        pen.text(
                equal,
                plot.left() + 0.5 * em,
                plot.top() + 0.8 * em,
                look.plain(Align.START).on(look.theme().halo()));
    }

    private static void ring(Pen pen, Frame plot, Point point, int argb, Look look) {
        double px = plot.x().toScreen(point.x());
        double py = plot.y().toScreen(point.y());
        pen.circle(px, py, RADIUS + 4, argb);
        pen.circle(px, py, RADIUS + 2, look.theme().paper());
        pen.circle(px, py, RADIUS, argb);
    }

    @Override
    void drawOver(Pen pen, double width, double height, Look look) {
        Point at = pointed;
        Frame plot = frame;
        if (at == null || plot == null) {
            return;
        }
        ring(pen, plot, at, look.theme().accent(), look);
        Line none = Line.solid(0, 0);
        List<ReadOut.Reading> readings = new ArrayList<>();
        readings.add(new ReadOut.Reading(x.name(), x.read(at.x()), none));
        readings.add(new ReadOut.Reading(y.name(), y.read(at.y()), none));
        readings.add(new ReadOut.Reading("difference", x.read(at.x() - at.y()), none));
        new ReadOut(at.name(), readings)
                .draw(pen, plot.x().toScreen(at.x()), plot.y().toScreen(at.y()), width, height, look);
    }

    @Override
    Supplier<String> numbers() {
        List<Point> now = points;
        return () -> {
            StringBuilder text = new StringBuilder(Table.line(List.of("name", x.title(), y.title())));
            now.forEach(point ->
                    text.append(Table.line(List.of(point.name(), Table.number(point.x()), Table.number(point.y())))));
            return text.toString();
        };
    }

    @Override
    String describe() {
        return "%s points; %s against %s".formatted(Numbers.fixed(points.size(), 0), y.name(), x.name());
    }
}
