package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.widget.Numbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A chart over something that goes on, such as the steps of a training. The wheel zooms to the pointer, a drag pans, a
 * double click shows everything; the upright axis fits what is seen. The pointer reads out all values; a cursor, if there
 * is one, can be dragged or moved by the arrow keys. Several charts move together if their {@link #viewProperty},
 * {@link #hoveredProperty} and {@link #positionProperty} are bound to each other.
 */
public abstract class TimePlot extends Plot {
    /** What keys do while a chart over time has the focus. */
    public static final Map<String, String> KEYS = TimeGestures.KEYS;

    /** Names of marks that stand close go below each other, so many at most. */
    private static final int MOST_MARK_ROWS = 4;

    /** The beginning is looked at closely, and has to fit, if it is more than this share of what is seen. */
    private static final double CLOSELY = 0.25;

    final Axis xAxis;
    final Axis yAxis;
    private final ObjectProperty<@Nullable Range> view = new SimpleObjectProperty<>(this, "view");
    private final DoubleProperty hovered = new SimpleDoubleProperty(this, "hovered", Double.NaN);
    private final DoubleProperty position = new SimpleDoubleProperty(this, "position", Double.NaN);
    private final BooleanProperty steerable = new SimpleBooleanProperty(this, "steerable");
    private final DoubleProperty expectedEnd = new SimpleDoubleProperty(this, "expectedEnd", 0);
    private final ObjectProperty<Settling> settling = new SimpleObjectProperty<>(this, "settling", Settling.NONE);
    private final ObservableList<XMark> marks = FXCollections.observableArrayList();
    private @Nullable Frame frame;
    private double pointerY = Double.NaN;

    TimePlot(String title, Axis xAxis, Axis yAxis) {
        super(title);
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        setFocusTraversable(true);
        InvalidationListener data = observable -> redraw();
        settling.addListener(data);
        view.addListener(data);
        expectedEnd.addListener(data);
        marks.addListener(data);
        hovered.addListener(observable -> redrawOver());
        position.addListener(observable -> redrawOver());
        new TimeGestures(this);
    }

    // ---- what subclasses show ----

    /** The x of all data; null if there are none. */
    abstract @Nullable Range extent();

    /**
     * What of the upright axis is worth seeing over a part of x.
     *
     * @param most values above it do not count
     */
    abstract Frame.Span upright(Range across, double most);

    /** The greatest value over a part of x; less than all numbers if there is none. */
    abstract double greatest(Range across);

    abstract List<Legend.Entry> legend();

    /** The data, clipped to the plot. */
    abstract void drawData(Pen pen, Frame plot, Look look);

    /** Values near an x; null if there are none. */
    abstract @Nullable ReadOut readAt(double x);

    // ---- properties ----

    /** The part of x that is seen; null for all. */
    public final ObjectProperty<@Nullable Range> viewProperty() {
        return view;
    }

    /** The x under the pointer; not a number if there is none. */
    public final DoubleProperty hoveredProperty() {
        return hovered;
    }

    /** The x of the cursor; not a number if there is none. */
    public final DoubleProperty positionProperty() {
        return position;
    }

    /** Whether hand and keys move the cursor. */
    public final BooleanProperty steerableProperty() {
        return steerable;
    }

    /** Where x is going to end: the axis is that long from the start. */
    public final DoubleProperty expectedEndProperty() {
        return expectedEnd;
    }

    /** How long values may leave the plot at its top; how high they were is then said there. */
    public final ObjectProperty<Settling> settlingProperty() {
        return settling;
    }

    public final ObservableList<XMark> marks() {
        return marks;
    }

    /** Shows everything. */
    public final void fit() {
        view.set(null);
    }

    // ---- geometry ----

    /** All of x: round, so that it grows in steps while data arrive. */
    final Range whole() {
        Range data = extent();
        double end = Math.max(data == null ? 0 : data.max(), expectedEnd.get());
        if (data == null || data.min() >= 0 && data.min() < 0.2 * end) {
            return expectedEnd.get() >= end && end > 0 ? new Range(0, end) : Range.upTo(end);
        }
        return Range.around(data.min(), end);
    }

    /** The part of x whose values may leave the plot at its top; null for none. */
    private @Nullable Range unsettled(Range across) {
        Range data = extent();
        if (data == null || across.min() > data.min() || across.max() <= data.min()) {
            return null;
        }
        double settled = settling.get().end(data.min(), data.max());
        boolean closely = settled - data.min() > CLOSELY * (across.max() - data.min());
        return settled <= data.min() || closely ? null : new Range(data.min(), settled);
    }

    final Range seen() {
        Range chosen = view.get();
        return chosen == null ? whole() : chosen;
    }

    /** As last drawn; null before. */
    final @Nullable Frame frame() {
        return frame;
    }

    final void pointAt(double x, double y) {
        pointerY = y;
        hovered.set(x);
        redrawOver();
    }

    // ---- drawing ----

    @Override
    final void draw(Pen pen, double width, double height, Look look) {
        double room = width - reserved();
        Legend legend = new Legend(yAxis.title(room, look), legend());
        if (isAbsent()) {
            frame = null;
            legend.drawTitle(pen, look);
            drawAbsence(pen, width, height, look);
            return;
        }
        Range across = seen();
        Range unsettled = unsettled(across);
        double most = unsettled == null ? Double.POSITIVE_INFINITY : greatest(new Range(unsettled.max(), across.max()));
        Frame plot = Frame.fit(
                width,
                height,
                legend.height(room, look),
                !xAxis.name().isEmpty(),
                new Frame.Span(across, false),
                upright(across, most),
                look);
        frame = plot;
        legend.draw(pen, room, look);
        plot.grid(pen, look);
        pen.clip(plot.left(), plot.top() - 1, plot.width(), plot.height() + 2);
        drawData(pen, plot, look);
        pen.unclip();
        plot.axes(pen, look, xAxis);
        double hint = unsettled == null ? plot.left() : drawHint(pen, plot, greatest(unsettled), look);
        drawMarks(pen, plot, hint, look);
    }

    /** Says how high the values are that have left the plot; returns where that ends. */
    private double drawHint(Pen pen, Frame plot, double greatest, Look look) {
        if (!(greatest > plot.y().range().max())) {
            return plot.left();
        }
        double begin = plot.left() + 0.4 * look.em();
        String words = "↑ from " + Numbers.fixed(greatest, yAxis.decimals());
        if (begin + look.width(words) > plot.right()) {
            words = "↑ " + Numbers.fixed(greatest, 0);
        }
        pen.text(
                words,
                begin,
                plot.top() + 0.7 * look.em(),
                look.plain(Align.START).on(look.theme().halo()));
        return begin + look.width(words) + 0.4 * look.em();
    }

    /**
     * All lines, then what is said of them over the lines: below each other where they are close.
     *
     * @param taken how far to the right the first row is taken
     */
    private void drawMarks(Pen pen, Frame plot, double taken, Look look) {
        List<XMark> inSight = marks.stream()
                .filter(mark -> plot.x().range().contains(mark.x()))
                .sorted(Comparator.comparingDouble(XMark::x))
                .toList();
        for (XMark mark : inSight) {
            double at = Look.crisp(plot.x().toScreen(mark.x()));
            pen.line(at, plot.top(), at, plot.bottom(), Line.dashed(look.theme().text(), 1));
        }
        double[] free = new double[MOST_MARK_ROWS];
        Arrays.fill(free, Double.NEGATIVE_INFINITY);
        free[0] = taken;
        for (XMark mark : inSight) {
            double at = Look.crisp(plot.x().toScreen(mark.x()));
            double width = look.width(mark.label());
            boolean right = at + 0.4 * look.em() + width <= plot.right();
            double begin = right ? at + 0.4 * look.em() : at - 0.4 * look.em() - width;
            int row = 0;
            while (row < free.length && begin <= free[row]) {
                row++;
            }
            if (row < free.length) {
                pen.text(
                        mark.label(),
                        begin,
                        plot.top() + (0.7 + 1.3 * row) * look.em(),
                        look.strong(Align.START).on(look.theme().halo()));
                free[row] = begin + width;
            }
        }
    }

    @Override
    final void drawOver(Pen pen, double width, double height, Look look) {
        Frame plot = frame;
        if (plot == null) {
            return;
        }
        drawCursor(pen, plot, look);
        double x = hovered.get();
        ReadOut values = Double.isNaN(x) || !plot.x().range().contains(x) ? null : readAt(x);
        if (values != null) {
            double at = Look.crisp(plot.x().toScreen(x));
            pen.line(at, plot.top(), at, plot.bottom(), Line.solid(look.theme().text(), 1));
            // Of charts that move together only the one under the pointer knows a height.
            double y = isHover() && !Double.isNaN(pointerY) ? pointerY : plot.top() + plot.height() / 2;
            values.draw(pen, at, y, width, height, look);
        }
    }

    private void drawCursor(Pen pen, Frame plot, Look look) {
        double x = position.get();
        if (Double.isNaN(x) || !plot.x().range().contains(x)) {
            return;
        }
        double at = Look.crisp(plot.x().toScreen(x));
        int accent = look.theme().accent();
        double grip = 0.45 * look.em();
        pen.line(at, plot.top(), at, plot.bottom(), Line.solid(accent, 1.5));
        if (steerable.get()) {
            pen.polygon(
                    new double[] {at - grip, at + grip, at},
                    new double[] {plot.top() - grip, plot.top() - grip, plot.top() + grip},
                    3,
                    accent);
        }
    }
}
