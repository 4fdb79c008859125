package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.widget.Numbers;
import elboroom.measure.Histogram;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** How often values occur; an interval can be clicked. */
public final class HistogramPlot extends Plot {
    private static final double LEAST_HEIGHT = 2;

    private final String counted;
    private Axis axis = new Axis("", "", 0);
    private @Nullable Histogram histogram;
    private double average = Double.NaN;
    private int averageDecimals;
    private int chosen = -1;
    private int pointed = -1;
    private IntConsumer onChosen = interval -> {};
    private @Nullable Frame frame;

    /** @param counted what is counted, such as "images" */
    public HistogramPlot(String title, String counted) {
        super(title);
        this.counted = counted;
        setFocusTraversable(true);
        setOnMouseMoved(event -> point(interval(event)));
        setOnMouseExited(event -> point(-1));
        setOnMouseClicked(event -> {
            int interval = interval(event);
            if (interval >= 0) {
                onChosen.accept(interval);
            }
        });
        setOnKeyPressed(event -> {
            int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
            if (step != 0) {
                choose(step);
                event.consume();
            }
        });
    }

    /** The next interval that holds anything; from the end that the hand comes from if none is chosen. */
    private void choose(int step) {
        Histogram values = histogram;
        if (values == null) {
            return;
        }
        int last = values.counts().length - 1;
        int interval = chosen < 0 ? (step > 0 ? 0 : last) : chosen + step;
        while (interval >= 0 && interval <= last && values.counts()[interval] == 0) {
            interval += step;
        }
        if (interval >= 0 && interval <= last) {
            onChosen.accept(interval);
        }
    }

    /** What the values are. */
    public void setAxis(Axis newAxis) {
        if (newAxis.equals(axis)) {
            return;
        }
        axis = newAxis;
        redraw();
    }

    /**
     * Marks the average of all values; nothing if it is not a number.
     *
     * @param decimals that are known of it, often more than of a single value
     */
    public void setAverage(double value, int decimals) {
        average = value;
        averageDecimals = decimals;
        redraw();
    }

    /** @param listener told of the interval that is clicked, from 0 */
    public void setOnChosen(IntConsumer listener) {
        onChosen = listener;
    }

    /** @param interval that is marked, -1 for none */
    public void show(@Nullable Histogram values, int interval) {
        if (values == histogram && interval == chosen) {
            return;
        }
        histogram = values;
        chosen = interval;
        if (values == null || pointed >= values.counts().length) {
            pointed = -1;
        }
        redraw();
    }

    private int interval(MouseEvent event) {
        Histogram values = histogram;
        Frame plot = frame;
        if (values == null || plot == null || !plot.contains(event.getX(), event.getY())) {
            return -1;
        }
        int interval = (int) Math.floor((plot.x().toValue(event.getX()) - values.start()) / values.width());
        return interval >= 0 && interval < values.counts().length ? interval : -1;
    }

    private void point(int interval) {
        if (interval != pointed) {
            pointed = interval;
            redrawOver();
        }
    }

    @Override
    void draw(Pen pen, double width, double height, Look look) {
        Histogram values = histogram;
        if (values == null) {
            frame = null;
            return;
        }
        int[] counts = values.counts();
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double em = look.em();
        Frame plot = Frame.fit(
                width,
                height,
                Frame.HEAD * em,
                true,
                new Frame.Span(new Range(values.edge(0), values.edge(counts.length)), false),
                new Frame.Span(Range.upTo(most), false),
                look);
        frame = plot;
        plot.grid(pen, look);
        for (int i = 0; i < counts.length; i++) {
            double from = plot.x().toScreen(values.edge(i));
            double to = plot.x().toScreen(values.edge(i + 1));
            // A single image among thousands is to be seen, too: it is what one looks for.
            double top = counts[i] == 0
                    ? plot.bottom()
                    : Math.min(plot.y().toScreen(counts[i]), plot.bottom() - LEAST_HEIGHT);
            int colour = chosen < 0 || i == chosen
                    ? ChartTheme.colour(0)
                    : look.theme().pale();
            pen.rectangle(from + 0.5, top, Math.max(1, to - from - 1), plot.bottom() - top, colour);
        }
        plot.axes(pen, look, axis);
        average(pen, plot, look);
        pen.text(counted, 0, 0.8 * em, look.strong(Align.START));
    }

    private void average(Pen pen, Frame plot, Look look) {
        if (!plot.x().range().contains(average)) {
            return;
        }
        double at = Look.crisp(plot.x().toScreen(average));
        pen.line(
                at,
                plot.top() - 0.5 * look.em(),
                at,
                plot.bottom(),
                Line.dashed(look.theme().strong(), 1));
        String words = "average " + axis.read(average, averageDecimals);
        boolean right = at + 0.5 * look.em() + look.width(words) <= plot.right();
        pen.text(
                words,
                at + (right ? 0.5 : -0.5) * look.em(),
                plot.top() - 1.1 * look.em(),
                look.strong(right ? Align.START : Align.END).on(look.theme().halo()));
    }

    @Override
    void drawOver(Pen pen, double width, double height, Look look) {
        Histogram values = histogram;
        Frame plot = frame;
        if (values == null || plot == null || pointed < 0) {
            return;
        }
        Line none = Line.solid(0, 0);
        double middle = (values.edge(pointed) + values.edge(pointed + 1)) / 2;
        new ReadOut(
                        "%s to %s"
                                .formatted(
                                        Numbers.fixed(values.edge(pointed), axis.decimals()),
                                        axis.read(values.edge(pointed + 1))),
                        List.of(new ReadOut.Reading(counted, String.valueOf(values.counts()[pointed]), none)))
                .draw(pen, plot.x().toScreen(middle), plot.y().toScreen(values.counts()[pointed]), width, height, look);
    }

    @Override
    Supplier<String> numbers() {
        Histogram values = histogram;
        return () -> {
            StringBuilder text = new StringBuilder(Table.line(List.of("from", "to", counted)));
            for (int i = 0; values != null && i < values.counts().length; i++) {
                text.append(Table.line(List.of(
                        Table.number(values.edge(i)),
                        Table.number(values.edge(i + 1)),
                        String.valueOf(values.counts()[i]))));
            }
            return text.toString();
        };
    }

    @Override
    String describe() {
        Histogram values = histogram;
        return values == null
                ? "nothing yet"
                : "%d intervals from %s to %s"
                        .formatted(
                                values.counts().length,
                                axis.read(values.edge(0)),
                                axis.read(values.edge(values.counts().length)));
    }
}
