package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.chart.Trail.Place;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Models on the rate-distortion plane (Alemi 2018): lines of slope −1 join what has the same ELBO, lines between points
 * show a path. Points can be pointed at and clicked.
 */
public final class PlanePlot extends Plot {
    private static final double GRASP = 14;
    private static final double RADIUS = 5;
    private static final double FITTING = 0.25;

    private final Axis rate;
    private final Axis distortion;
    private List<Point> points = List.of();
    private List<Trail> trails = List.of();
    private Consumer<String> onChosen = id -> {};
    private @Nullable Frame frame;
    private @Nullable Point pointed;

    /**
     * A model.
     *
     * @param id told when it is chosen
     * @param name beside it
     * @param rate to the right, nats per image
     * @param distortion upwards, nats per image
     * @param path points of the same path are joined in their order; empty for none
     * @param current whether it is the one that is shown
     */
    public record Point(String id, String name, double rate, double distortion, String path, boolean current) {}

    /** Axes for rate and distortion. */
    public PlanePlot(String title, Axis rate, Axis distortion) {
        super(title);
        this.rate = rate;
        this.distortion = distortion;
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

    public void setOnChosen(Consumer<String> listener) {
        onChosen = listener;
    }

    public void show(List<Point> newPoints, List<Trail> newTrails) {
        points = List.copyOf(newPoints);
        trails = List.copyOf(newTrails);
        pointed = null;
        redraw();
    }

    private void move(MouseEvent event) {
        Frame plot = frame;
        Point nearest = null;
        double best = GRASP;
        if (plot != null) {
            for (Point point : points) {
                double distance =
                        Math.hypot(plot.x().toScreen(point.rate()) - event.getX(), screenY(plot, point) - event.getY());
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

    @Override
    void draw(Pen pen, double width, double height, Look look) {
        double mostRate = values(Place::rate, Point::rate).max().orElse(1);
        double least = values(Place::distortion, Point::distortion).min().orElse(0);
        double most = values(Place::distortion, Point::distortion).max().orElse(1);
        double em = look.em();
        Frame plot = Frame.fit(
                width,
                height,
                1.8 * em,
                true,
                new Frame.Span(Range.upTo(Math.max(1, mostRate * 1.05)), false),
                new Frame.Span(Range.around(least, Math.max(most, least + 1)), false),
                look);
        frame = plot;
        plot.grid(pen, look);
        pen.clip(plot.left(), plot.top(), plot.width(), plot.height());
        List<Double> sums = IsoElbo.sums(plot);
        sums.forEach(sum -> IsoElbo.draw(pen, plot, sum, look));
        trails.forEach(trail -> trail.draw(pen, plot));
        paths(pen, plot, look);
        pen.unclip();
        plot.axes(pen, look, rate.title());
        pen.text(distortion.title(), 0, 0.8 * em, look.strong(Align.START));
        LabelSpace space = taken(plot, sums);
        for (Point point : points) {
            circle(pen, plot, point, look);
        }
        for (Point point : points) {
            name(pen, plot, point, space, look);
        }
        sums.forEach(sum -> IsoElbo.name(pen, plot, sum, space, look));
    }

    /** What has to fit: of a trail the last quarter of the way down from the untrained network, the rest would leave it no room. */
    private DoubleStream values(ToDoubleFunction<Place> ofPlace, ToDoubleFunction<Point> ofPoint) {
        DoubleStream ofTrails =
                trails.stream().flatMap(trail -> trail.lower(FITTING)).mapToDouble(ofPlace);
        Stream<Point> fixed =
                trails.isEmpty() ? points.stream() : points.stream().filter(point -> !onTrail(point));
        return DoubleStream.concat(ofTrails, fixed.mapToDouble(ofPoint));
    }

    private boolean onTrail(Point point) {
        return trails.stream().anyMatch(trail -> trail.places().contains(new Place(point.rate(), point.distortion())));
    }

    /** Points, paths and, if need be, the lines behind them keep names away. */
    private LabelSpace taken(Frame plot, List<Double> sums) {
        LabelSpace space =
                new LabelSpace(new LabelSpace.Box(plot.left(), plot.top(), plot.width() + 0.5, plot.height()));
        for (Point point : points) {
            space.takeByPoint(plot.x().toScreen(point.rate()), screenY(plot, point), RADIUS + 2);
        }
        for (List<Point> along : paths()) {
            for (int i = 1; i < along.size(); i++) {
                space.takeByLine(
                        plot.x().toScreen(along.get(i - 1).rate()),
                        plot.y().toScreen(along.get(i - 1).distortion()),
                        plot.x().toScreen(along.get(i).rate()),
                        plot.y().toScreen(along.get(i).distortion()),
                        LabelSpace.LINE);
            }
        }
        double end = plot.x().range().max();
        for (double sum : sums) {
            space.takeByLine(
                    plot.left(),
                    plot.y().toScreen(sum),
                    plot.right(),
                    plot.y().toScreen(sum - end),
                    LabelSpace.HAIRLINE);
        }
        return space;
    }

    /** Points to be joined, in their order. */
    private List<List<Point>> paths() {
        return points.stream()
                .map(Point::path)
                .filter(path -> !path.isEmpty())
                .distinct()
                .map(path -> points.stream()
                        .filter(point -> point.path().equals(path))
                        .toList())
                .toList();
    }

    private void paths(Pen pen, Frame plot, Look look) {
        for (List<Point> along : paths()) {
            double[] x = along.stream()
                    .mapToDouble(point -> plot.x().toScreen(point.rate()))
                    .toArray();
            double[] y =
                    along.stream().mapToDouble(point -> screenY(plot, point)).toArray();
            pen.polyline(x, y, x.length, Line.solid(look.theme().accent(), 1.5));
        }
    }

    /** Of a point; one that lies above the plot is drawn at its edge. */
    private static double screenY(Frame plot, Point point) {
        return Math.max(plot.top(), plot.y().toScreen(point.distortion()));
    }

    private static void circle(Pen pen, Frame plot, Point point, Look look) {
        double x = plot.x().toScreen(point.rate());
        double y = screenY(plot, point);
        pen.circle(
                x,
                y,
                RADIUS + (point.current() ? 4 : 1.5),
                point.current() ? look.theme().strong() : look.theme().paper());
        pen.circle(x, y, RADIUS + (point.current() ? 2 : 0), look.theme().accent());
    }

    /** Where it is clear of points, paths and names; left out if it is nowhere clear of names. */
    private static void name(Pen pen, Frame plot, Point point, LabelSpace space, Look look) {
        double em = look.em();
        space.take(LabelSpace.around(
                        plot.x().toScreen(point.rate()),
                        screenY(plot, point),
                        look.width(point.name()),
                        1.2 * em,
                        0.9 * em))
                .ifPresent(place -> pen.text(
                        point.name(),
                        place.left(),
                        place.top() + place.height() / 2,
                        look.strong(Align.START).on(look.theme().halo())));
    }

    @Override
    void drawOver(Pen pen, double width, double height, Look look) {
        Point at = pointed;
        Frame plot = frame;
        if (at == null || plot == null) {
            return;
        }
        Line none = Line.solid(0, 0);
        new ReadOut(
                        at.name(),
                        List.of(
                                new ReadOut.Reading("Distortion", distortion.read(at.distortion()), none),
                                new ReadOut.Reading("Rate", rate.read(at.rate()), none),
                                new ReadOut.Reading("ELBO", rate.read(-at.rate() - at.distortion()), none)))
                .draw(pen, plot.x().toScreen(at.rate()), screenY(plot, at), width, height, look);
    }

    @Override
    Supplier<String> numbers() {
        List<Point> now = points;
        List<Trail> ways = trails;
        return () -> {
            StringBuilder text = new StringBuilder(
                    Table.line(List.of("model", rate.title(), distortion.title(), "ELBO (nats per image)")));
            now.forEach(point -> text.append(Table.line(List.of(
                    point.name(),
                    Table.number(point.rate()),
                    Table.number(point.distortion()),
                    Table.number(-point.rate() - point.distortion())))));
            ways.forEach(trail -> trail.places()
                    .forEach(place -> text.append(Table.line(List.of(
                            trail.name() + ", on its way",
                            Table.number(place.rate()),
                            Table.number(place.distortion()),
                            Table.number(-place.rate() - place.distortion()))))));
            return text.toString();
        };
    }

    @Override
    String describe() {
        return String.join(
                "; ",
                points.stream()
                        .map(point -> "%s: rate %s, distortion %s"
                                .formatted(point.name(), rate.read(point.rate()), distortion.read(point.distortion())))
                        .toList());
    }
}
