package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Things by two values of the same unit, and the line on which both are equal. They can be pointed at and clicked. */
public final class ScatterPlot extends Plot {
    private static final int NONE = -1;
    private static final double GRASP = 12;
    private static final double RADIUS = 2.5;

    private final Axis x;
    private final Axis y;
    private final String equal;
    private double[] xs = {};
    private double[] ys = {};
    private IntFunction<String> names = index -> "";
    private int current = NONE;
    private int pointed = NONE;
    private IntConsumer onChosen = index -> {};
    private @Nullable Frame frame;

    /** @param equal what it means for a point to lie on the line */
    public ScatterPlot(String title, Axis x, Axis y, String equal) {
        super(title);
        this.x = x;
        this.y = y;
        this.equal = equal;
        setOnMouseMoved(this::move);
        setOnMouseExited(event -> point(NONE));
        setOnMouseClicked(event -> {
            move(event);
            if (pointed != NONE) {
                onChosen.accept(pointed);
            }
        });
    }

    /** Told the index of a point that is clicked. */
    public void setOnChosen(IntConsumer listener) {
        onChosen = listener;
    }

    /**
     * Shows points.
     *
     * @param newXs one of each point; not copied, never to be changed
     * @param newYs as many
     * @param newNames of the points, for the read-out; also asked on another thread, when numbers are saved
     * @param newCurrent the point that is looked at, or −1
     */
    public void show(double[] newXs, double[] newYs, IntFunction<String> newNames, int newCurrent) {
        xs = newXs;
        ys = newYs;
        names = newNames;
        current = newCurrent;
        pointed = NONE;
        redraw();
    }

    private void move(MouseEvent event) {
        Frame plot = frame;
        int nearest = NONE;
        double best = GRASP;
        for (int i = 0; plot != null && i < xs.length; i++) {
            double distance =
                    Math.hypot(plot.x().toScreen(xs[i]) - event.getX(), plot.y().toScreen(ys[i]) - event.getY());
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        point(nearest);
    }

    private void point(int at) {
        if (at != pointed) {
            pointed = at;
            setCursor(at == NONE ? Cursor.DEFAULT : Cursor.HAND);
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
        Range across = range(xs);
        Range up = range(ys);
        Frame plot = Frame.fit(
                width, height, Frame.HEAD * em, true, new Frame.Span(across, false), new Frame.Span(up, false), look);
        frame = plot;
        plot.grid(pen, look);
        plot.axes(pen, look, x);
        pen.text(y.title(width - reserved(), look), 0, 0.8 * em, look.strong(Align.START));
        if (xs.length == 0) {
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
        dots(pen, plot, look.theme().accent() & 0xFFFFFF | 0x99000000);
        if (current >= 0 && current < xs.length) {
            ring(pen, plot, current, look.theme().warning(), look);
        }
        pen.unclip();
        pen.text(
                equal,
                plot.left() + 0.5 * em,
                plot.top() + 0.8 * em,
                look.plain(Align.START).on(look.theme().halo()));
    }

    /** Of points that would lie on one pixel, the first: ten thousand of them, drawn each, hold the window up. */
    private void dots(Pen pen, Frame plot, int argb) {
        int across = 1 + (int) Math.ceil(plot.width());
        BitSet taken = new BitSet();
        for (int i = 0; i < xs.length; i++) {
            double px = plot.x().toScreen(xs[i]);
            double py = plot.y().toScreen(ys[i]);
            int cell = (int) (py - plot.top()) * across + (int) (px - plot.left());
            if (cell >= 0 && !taken.get(cell)) {
                taken.set(cell);
                pen.circle(px, py, RADIUS, argb);
            }
        }
    }

    private void ring(Pen pen, Frame plot, int index, int argb, Look look) {
        double px = plot.x().toScreen(xs[index]);
        double py = plot.y().toScreen(ys[index]);
        pen.circle(px, py, RADIUS + 4, argb);
        pen.circle(px, py, RADIUS + 2, look.theme().paper());
        pen.circle(px, py, RADIUS, argb);
    }

    @Override
    void drawOver(Pen pen, double width, double height, Look look) {
        int at = pointed;
        Frame plot = frame;
        if (at == NONE || plot == null) {
            return;
        }
        ring(pen, plot, at, look.theme().accent(), look);
        Line none = Line.solid(0, 0);
        List<ReadOut.Reading> readings = new ArrayList<>();
        readings.add(new ReadOut.Reading(x.name(), x.read(xs[at]), none));
        readings.add(new ReadOut.Reading(y.name(), y.read(ys[at]), none));
        readings.add(new ReadOut.Reading("difference", x.read(xs[at] - ys[at]), none));
        new ReadOut(names.apply(at), readings)
                .draw(pen, plot.x().toScreen(xs[at]), plot.y().toScreen(ys[at]), width, height, look);
    }

    @Override
    Supplier<String> numbers() {
        double[] nowXs = xs;
        double[] nowYs = ys;
        IntFunction<String> nowNames = names;
        return () -> {
            StringBuilder text = new StringBuilder(Table.line(List.of("name", x.title(), y.title())));
            for (int i = 0; i < nowXs.length; i++) {
                text.append(Table.line(List.of(nowNames.apply(i), Table.number(nowXs[i]), Table.number(nowYs[i]))));
            }
            return text.toString();
        };
    }

    @Override
    String describe() {
        return "%s points; %s against %s".formatted(Numbers.fixed(xs.length, 0), y.name(), x.name());
    }
}
