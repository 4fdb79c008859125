package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.measure.Histogram;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** How often values occur; an interval can be clicked. */
public final class HistogramPlot extends Plot {
    private final Axis axis;
    private final String counted;
    private @Nullable Histogram histogram;
    private int chosen = -1;
    private int pointed = -1;
    private IntConsumer onChosen = interval -> {};
    private @Nullable Frame frame;

    /**
     * An empty one.
     *
     * @param axis of the values
     * @param counted what is counted, such as "images"
     */
    public HistogramPlot(String title, Axis axis, String counted) {
        super(title);
        this.axis = axis;
        this.counted = counted;
        setOnMouseMoved(event -> point(interval(event)));
        setOnMouseExited(event -> point(-1));
        setOnMouseClicked(event -> {
            int interval = interval(event);
            if (interval >= 0) {
                onChosen.accept(interval);
            }
        });
    }

    /** @param listener told of the interval that is clicked, from 0 */
    public void setOnChosen(IntConsumer listener) {
        onChosen = listener;
    }

    /** @param interval that is marked, -1 for none */
    public void show(@Nullable Histogram values, int interval) {
        histogram = values;
        chosen = interval;
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
                1.8 * em,
                true,
                new Frame.Span(new Range(values.edge(0), values.edge(counts.length)), false),
                new Frame.Span(Range.upTo(most), false),
                look);
        frame = plot;
        plot.grid(pen, look);
        for (int i = 0; i < counts.length; i++) {
            double from = plot.x().toScreen(values.edge(i));
            double to = plot.x().toScreen(values.edge(i + 1));
            double top = plot.y().toScreen(counts[i]);
            int colour = chosen < 0 || i == chosen
                    ? ChartTheme.colour(0)
                    : look.theme().pale();
            pen.rectangle(from + 0.5, top, Math.max(1, to - from - 1), plot.bottom() - top, colour);
        }
        plot.axes(pen, look, axis.title());
        pen.text(counted, 0, 0.8 * em, look.strong(Align.START));
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
                                        elboroom.app.widget.Numbers.fixed(values.edge(pointed), axis.decimals()),
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
