package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A plane with equal scales on both axes: ellipses, arrows and spots on it. The hand, or the arrow keys, may move one spot. */
public final class ArrowPlane extends Plot {
    private static final int CORNERS = 72;
    private static final double TIP = 9;
    private static final double SPOT = 4.5;
    /** Of the half width, for a key. */
    private static final double KEY_STEP = 0.02;

    private Axis across;
    private Axis up;
    private @Nullable Content content;
    private @Nullable Frame frame;
    private @Nullable Mover mover;

    /**
     * An axis-parallel ellipse.
     *
     * @param width half of it
     * @param height half of it
     */
    public record Ellipse(double x, double y, double width, double height, int colour, boolean dashed) {}

    /**
     * An arrow.
     *
     * @param colour number of a colour
     * @param faint whether it is one of many
     */
    public record Arrow(double x, double y, double dx, double dy, String name, int colour, boolean faint) {}

    /** A point with its name. */
    public record Spot(double x, double y, String name, int colour) {}

    /**
     * What is seen.
     *
     * @param x middle of the plane
     * @param y middle of the plane
     * @param reach from the middle to the nearer edges
     * @param arrows the first is drawn first
     * @param spots the first is the one that can be moved
     * @param note in the lower right corner, such as how long an arrow is
     */
    public record Content(
            double x,
            double y,
            double reach,
            List<Ellipse> ellipses,
            List<Arrow> arrows,
            List<Spot> spots,
            String note) {}

    /** Hears where the spot is moved to. */
    @FunctionalInterface
    public interface Mover {
        void move(double x, double y);
    }

    public ArrowPlane(String title, Axis across, Axis up) {
        super(title);
        this.across = across;
        this.up = up;
    }

    /** What the axes are; the upright one's title stands above the plane. */
    public void setAxes(Axis newAcross, Axis newUp) {
        across = newAcross;
        up = newUp;
        redraw();
    }

    /** Lets the first spot be moved. */
    public void setOnMoved(Mover listener) {
        mover = listener;
        setFocusTraversable(true);
        setCursor(Cursor.HAND);
        setOnMousePressed(this::move);
        setOnMouseDragged(this::move);
        setOnKeyPressed(event -> {
            int dx = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
            int dy = event.getCode() == KeyCode.DOWN ? -1 : event.getCode() == KeyCode.UP ? 1 : 0;
            Content now = content;
            if ((dx != 0 || dy != 0) && now != null && !now.spots().isEmpty()) {
                Spot spot = now.spots().get(0);
                double step = KEY_STEP * now.reach();
                listener.move(spot.x() + dx * step, spot.y() + dy * step);
                event.consume();
            }
        });
    }

    /** @param what null for nothing */
    public void show(@Nullable Content what) {
        content = what;
        redraw();
    }

    private void move(MouseEvent event) {
        Frame plot = frame;
        Mover listener = mover;
        Content now = content;
        if (plot == null || listener == null || now == null) {
            return;
        }
        double x = plot.x().toValue(event.getX());
        double y = plot.y().toValue(event.getY());
        listener.move(held(x, now.x(), now.reach()), held(y, now.y(), now.reach()));
    }

    private static double held(double value, double middle, double reach) {
        return Math.max(middle - reach, Math.min(middle + reach, value));
    }

    @Override
    void draw(Pen pen, double width, double height, Look look) {
        Content now = content;
        if (now == null) {
            frame = null;
            return;
        }
        Frame plot = square(now, width, height, look);
        frame = plot;
        plot.grid(pen, look);
        plot.axes(pen, look, across);
        pen.text(up.title(width - reserved(), look), 0, 0.8 * look.em(), look.strong(Align.START));
        pen.clip(plot.left(), plot.top(), plot.width(), plot.height());
        now.ellipses().forEach(ellipse -> draw(pen, plot, ellipse));
        now.arrows().forEach(arrow -> draw(pen, plot, arrow, look));
        for (Spot spot : now.spots()) {
            double x = plot.x().toScreen(spot.x());
            double y = plot.y().toScreen(spot.y());
            pen.circle(x, y, SPOT + 1.5, look.theme().paper());
            pen.circle(x, y, SPOT, ChartTheme.colour(spot.colour()));
        }
        pen.unclip();
        note(pen, plot, look, now.note());
        // Above all else: what they name may lie under arrows.
        for (Spot spot : now.spots()) {
            name(
                    pen,
                    plot,
                    look,
                    spot.name(),
                    plot.x().toScreen(spot.x()),
                    plot.y().toScreen(spot.y()) - look.em());
        }
        for (Arrow arrow : now.arrows()) {
            name(
                    pen,
                    plot,
                    look,
                    arrow.name(),
                    plot.x().toScreen(arrow.x() + arrow.dx()),
                    plot.y().toScreen(arrow.y() + arrow.dy()) + (arrow.dy() < 0 ? 0.8 : -0.8) * look.em());
        }
    }

    /** In the plot's corner, in two lines where it is too narrow for one. */
    private static void note(Pen pen, Frame plot, Look look, String note) {
        int colon = look.width(note) > plot.width() - look.em() ? note.indexOf(": ") : -1;
        List<String> lines =
                colon < 0 ? List.of(note) : List.of(note.substring(0, colon + 1), note.substring(colon + 2));
        for (int i = 0; i < lines.size(); i++) {
            pen.text(
                    lines.get(i),
                    plot.right() - 0.3 * look.em(),
                    plot.bottom() - (0.9 + 1.3 * (lines.size() - 1 - i)) * look.em(),
                    look.plain(Align.END).on(look.theme().halo()));
        }
    }

    /** The nearer edges are {@code reach} away, the others as far as the same scale takes them. */
    private static Frame square(Content now, double width, double height, Look look) {
        Frame room = frame(now, now.reach(), now.reach(), width, height, look);
        double wide = Math.max(1, room.width());
        double high = Math.max(1, room.height());
        double least = Math.min(wide, high);
        return frame(now, now.reach() * wide / least, now.reach() * high / least, width, height, look);
    }

    private static Frame frame(Content now, double right, double top, double width, double height, Look look) {
        return Frame.fit(
                width,
                height,
                Frame.HEAD * look.em(),
                true,
                new Frame.Span(new Range(now.x() - right, now.x() + right), false),
                new Frame.Span(new Range(now.y() - top, now.y() + top), false),
                look);
    }

    private static void draw(Pen pen, Frame plot, Ellipse ellipse) {
        double[] x = new double[CORNERS + 1];
        double[] y = new double[CORNERS + 1];
        for (int i = 0; i <= CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            x[i] = plot.x().toScreen(ellipse.x() + ellipse.width() * Math.cos(angle));
            y[i] = plot.y().toScreen(ellipse.y() + ellipse.height() * Math.sin(angle));
        }
        int colour = ChartTheme.colour(ellipse.colour());
        pen.polyline(x, y, x.length, ellipse.dashed() ? Line.dashed(colour, 1) : Line.solid(colour, 1.6));
    }

    private static void draw(Pen pen, Frame plot, Arrow arrow, Look look) {
        int colour = ChartTheme.colour(arrow.colour());
        double x1 = plot.x().toScreen(arrow.x());
        double y1 = plot.y().toScreen(arrow.y());
        double x2 = plot.x().toScreen(arrow.x() + arrow.dx());
        double y2 = plot.y().toScreen(arrow.y() + arrow.dy());
        if (arrow.faint()) {
            pen.line(x1, y1, x2, y2, Line.solid(ChartTheme.faint(colour), 1));
        } else {
            Arrows.draw(pen, x1, y1, x2, y2, TIP, Line.solid(look.theme().halo(), 4.5));
            Arrows.draw(pen, x1, y1, x2, y2, TIP, Line.solid(colour, 2.2));
        }
    }

    private static void name(Pen pen, Frame plot, Look look, String name, double x, double y) {
        if (!name.isEmpty()) {
            double half = look.boldWidth(name) / 2;
            double at = Math.max(plot.left() + half, Math.min(plot.right() - half, x));
            double down = Math.max(plot.top() + 0.7 * look.em(), Math.min(plot.bottom() - 0.7 * look.em(), y));
            pen.text(
                    name,
                    at,
                    down,
                    look.strong(Align.MIDDLE).heavy().on(look.theme().halo()));
        }
    }

    @Override
    Supplier<String> numbers() {
        Content now = content;
        return () -> {
            StringBuilder text = new StringBuilder(Table.line(List.of("what", "x", "y", "dx", "dy")));
            if (now != null) {
                for (Spot spot : now.spots()) {
                    text.append(
                            Table.line(List.of(spot.name(), Table.number(spot.x()), Table.number(spot.y()), "", "")));
                }
                for (Arrow arrow : now.arrows()) {
                    text.append(Table.line(List.of(
                            arrow.name(),
                            Table.number(arrow.x()),
                            Table.number(arrow.y()),
                            Table.number(arrow.dx()),
                            Table.number(arrow.dy()))));
                }
            }
            return text.toString();
        };
    }

    @Override
    String describe() {
        Content now = content;
        return now == null
                ? "nothing yet"
                : String.join(
                        "; ",
                        now.spots().stream()
                                .map(spot ->
                                        "%s at %s, %s".formatted(spot.name(), across.read(spot.x()), up.read(spot.y())))
                                .toList());
    }
}
