package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Lines over x, with their moving averages if asked for, and levels to compare them with. */
public final class LinePlot extends TimePlot {
    private final ObservableList<Series> series = FXCollections.observableArrayList();
    private final ObservableList<Reference> references = FXCollections.observableArrayList();
    private final IntegerProperty smoothing = new SimpleIntegerProperty(this, "smoothing", 1);
    private final DoubleProperty least = new SimpleDoubleProperty(this, "least", Double.NEGATIVE_INFINITY);
    private final BooleanProperty log = new SimpleBooleanProperty(this, "log");
    private final Decimation thinned = new Decimation();

    /**
     * An empty chart.
     *
     * @param title for files and screen readers
     * @param x what the lines go over; without a name it gets no title, where another chart below has it
     * @param y what they show
     */
    public LinePlot(String title, Axis x, Axis y) {
        super(title, x, y);
        series.addListener((ListChangeListener<Series>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(added -> added.onChange(this::redraw));
            }
            redraw();
        });
        references.addListener((ListChangeListener<Reference>) change -> redraw());
        smoothing.addListener(observable -> redraw());
        log.addListener(observable -> redraw());
        least.addListener(observable -> redraw());
    }

    public ObservableList<Series> series() {
        return series;
    }

    public ObservableList<Reference> references() {
        return references;
    }

    /** Values that an average is taken of, 1 for none; what it is taken of stays behind it, pale. */
    public IntegerProperty smoothingProperty() {
        return smoothing;
    }

    /** Whether the upright axis is logarithmic; values of 0 and less are then left out. */
    public BooleanProperty logProperty() {
        return log;
    }

    /** Lines may leave the plot below this value, where what lies there would leave no room for what matters. */
    public DoubleProperty leastProperty() {
        return least;
    }

    @Override
    @Nullable
    Range extent() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Series line : series) {
            if (line.size() > 0) {
                least = Math.min(least, line.x(0));
                greatest = Math.max(greatest, line.x(line.size() - 1));
            }
        }
        return least < greatest ? new Range(least, greatest) : null;
    }

    @Override
    Frame.Span upright(Range across, double most) {
        boolean powers = log.get();
        double lowest = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Series line : series) {
            double[] y = line.ys();
            int to = Math.min(line.size(), line.firstFrom(across.max()) + 1);
            for (int i = Math.max(0, line.firstFrom(across.min()) - 1); i < to; i++) {
                if (Math.abs(y[i]) <= Double.MAX_VALUE && (!powers || y[i] > 0)) {
                    lowest = Math.min(lowest, y[i]);
                    greatest = Math.max(greatest, Math.min(most, y[i]));
                }
            }
        }
        if (powers) {
            return lowest > greatest
                    ? new Frame.Span(new Range(0.1, 10), true)
                    : new Frame.Span(
                            new Range(
                                    Math.pow(10, Math.floor(Math.log10(lowest))),
                                    Math.pow(10, Math.floor(Math.log10(greatest)) + 1)),
                            true);
        }
        return new Frame.Span(
                lowest > greatest
                        ? new Range(0, 1)
                        : Range.around(Math.max(lowest, Math.min(least.get(), greatest)), greatest),
                false);
    }

    @Override
    double greatest(Range across) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (Series line : series) {
            int to = line.firstFrom(across.max());
            for (int i = line.firstFrom(across.min()); i < to; i++) {
                double y = line.y(i);
                greatest = Double.isFinite(y) ? Math.max(greatest, y) : greatest;
            }
        }
        return greatest;
    }

    @Override
    List<Legend.Entry> legend() {
        return series.size() == 1 && series.get(0).name().equals(yAxis.name())
                ? List.of()
                : series.stream()
                        .map(line -> new Legend.Entry(line.name(), line.line(), false))
                        .toList();
    }

    @Override
    void drawData(Pen pen, Frame plot, Look look) {
        drawReferences(pen, plot, look);
        for (Series line : series) {
            if (isAveraged(line)) {
                draw(
                        pen,
                        plot,
                        line,
                        line.ys(),
                        Line.solid(ChartTheme.faint(line.line().argb()), 1));
            }
        }
        for (Series line : series) {
            draw(pen, plot, line, isAveraged(line) ? line.averages(smoothing.get()) : line.ys(), line.line());
        }
    }

    private boolean isAveraged(Series line) {
        return smoothing.get() > 1 && !line.isExact();
    }

    private void draw(Pen pen, Frame plot, Series line, double[] values, Line style) {
        int from = Math.max(0, line.firstFrom(plot.x().range().min()) - 1);
        int to = Math.min(line.size(), line.firstFrom(plot.x().range().max()) + 1);
        if (to - from == 1 && Double.isFinite(values[from])) {
            pen.circle(plot.x().toScreen(line.x(from)), plot.y().toScreen(values[from]), 2.5, style.argb());
            return;
        }
        thinned.thin(line.xs(), values, from, to, plot.x(), plot.y());
        thinned.draw(pen, style);
    }

    private void drawReferences(Pen pen, Frame plot, Look look) {
        for (Reference reference : references) {
            Range seen = plot.y().range();
            boolean above = reference.value() > seen.max();
            boolean below = reference.value() < seen.min();
            double at = above
                    ? plot.top() + 0.8 * look.em()
                    : below
                            ? plot.bottom() - 0.8 * look.em()
                            : Look.crisp(plot.y().toScreen(reference.value()));
            String words = reference.label() + " " + yAxis.read(reference.value());
            if (!above && !below) {
                pen.line(
                        plot.left(), at, plot.right(), at, new Line(look.theme().text(), 1, Line.Dash.DASH_DOT));
                // Above its line, or below it where the plot ends.
                at += at - plot.top() < 1.5 * look.em() ? 0.8 * look.em() : -0.8 * look.em();
            }
            pen.text(
                    above ? "↑ " + words : below ? "↓ " + words : words,
                    plot.right() - 0.3 * look.em(),
                    at,
                    look.plain(Align.END).on(look.theme().halo()));
        }
    }

    @Override
    @Nullable
    ReadOut readAt(double x) {
        List<ReadOut.Reading> readings = new ArrayList<>();
        double read = Double.NaN;
        for (Series line : series) {
            int index = line.nearest(x);
            if (index < 0) {
                continue;
            }
            if (Double.isNaN(read) || Math.abs(line.x(index) - x) < Math.abs(read - x)) {
                read = line.x(index);
            }
            String value = yAxis.read(line.y(index));
            if (isAveraged(line)) {
                readings.add(new ReadOut.Reading(
                        line.name() + ", average", yAxis.read(line.averages(smoothing.get())[index]), line.line()));
                readings.add(new ReadOut.Reading(
                        "here", value, Line.solid(ChartTheme.faint(line.line().argb()), 1)));
            } else {
                readings.add(new ReadOut.Reading(line.name(), value, line.line()));
            }
        }
        return readings.isEmpty() ? null : new ReadOut(xAxis.name() + " " + xAxis.read(read), readings);
    }

    @Override
    Supplier<String> numbers() {
        List<Table.Column> columns = series.stream()
                .map(line -> new Table.Column(
                        line.name(), line.xs().clone(), line.ys().clone(), line.size()))
                .toList();
        return () -> Table.overX(xAxis.title(), columns);
    }

    @Override
    String describe() {
        StringBuilder words = new StringBuilder(yAxis.title()).append(" over ").append(xAxis.name());
        for (Series line : series) {
            if (line.size() > 0) {
                int last = line.size() - 1;
                words.append("; ").append(line.name()).append(' ').append(yAxis.read(line.y(last)));
                words.append(" at ").append(xAxis.read(line.x(last)));
            }
        }
        return words.toString();
    }
}
