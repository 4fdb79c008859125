package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.chart.Trail.Place;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Models on the rate-distortion plane (Alemi 2018): lines of slope −1 join what has the same ELBO, lines between points
 * show a path. Points can be pointed at and clicked.
 */
public final class PlanePlot extends Plot {
    private static final double GRASP = 14;
    private static final double FITTING = 0.25;

    private final Axis rate;
    private final Axis distortion;
    private List<PlanePoint> points = List.of();
    private List<Trail> trails = List.of();
    private Consumer<String> onChosen = id -> {};
    private double leastElbo = Double.NEGATIVE_INFINITY;
    private @Nullable Frame frame;
    private @Nullable PlanePoint pointed;

    /** Axes for rate and distortion. */
    public PlanePlot(String title, Axis rate, Axis distortion) {
        super(title);
        this.rate = rate;
        this.distortion = distortion;
        setOnMouseMoved(this::move);
        setOnMouseExited(event -> point(null));
        setOnMouseClicked(event -> {
            move(event);
            choose();
        });
        setOnKeyPressed(this::press);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> point(neighbour(-1));
            case RIGHT -> point(neighbour(1));
            case ENTER, SPACE -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The next point by rate; from the end that the hand comes from if none is pointed at. */
    private @Nullable PlanePoint neighbour(int step) {
        List<PlanePoint> order = points.stream()
                .sorted(Comparator.comparingDouble(point -> point.place().rate()))
                .toList();
        int next = pointed == null ? (step > 0 ? 0 : order.size() - 1) : order.indexOf(pointed) + step;
        return next < 0 || next >= order.size() ? pointed : order.get(next);
    }

    private void choose() {
        PlanePoint chosen = pointed;
        if (chosen != null) {
            onChosen.accept(chosen.id());
        }
    }

    public void setOnChosen(Consumer<String> listener) {
        onChosen = listener;
    }

    /** What has a lower ELBO need not fit, and is drawn at the edge. */
    public void setLeastElbo(double elbo) {
        leastElbo = elbo;
    }

    public void show(List<PlanePoint> newPoints, List<Trail> newTrails) {
        points = List.copyOf(newPoints);
        trails = List.copyOf(newTrails);
        pointed = null;
        redraw();
    }

    private void move(MouseEvent event) {
        Frame plot = frame;
        PlanePoint nearest = null;
        double best = GRASP;
        if (plot != null) {
            for (PlanePoint point : points) {
                double distance = Math.hypot(point.screenX(plot) - event.getX(), point.screenY(plot) - event.getY());
                if (distance < best) {
                    best = distance;
                    nearest = point;
                }
            }
        }
        point(nearest);
    }

    private void point(@Nullable PlanePoint at) {
        if (at != pointed) {
            pointed = at;
            setCursor(at == null ? javafx.scene.Cursor.DEFAULT : javafx.scene.Cursor.HAND);
            redrawOver();
        }
    }

    @Override
    void draw(Pen pen, double width, double height, Look look) {
        if (isAbsent()) {
            frame = null;
            String title = look.shortened(title(), width - reserved());
            pen.text(title, 0, 0.8 * look.em(), look.strong(Align.START));
            drawAbsence(pen, width, height, look);
            return;
        }
        double mostRate = fitting().mapToDouble(Place::rate).max().orElse(1);
        double least = fitting().mapToDouble(Place::distortion).min().orElse(0);
        double most = fitting().mapToDouble(Place::distortion).max().orElse(1);
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
        plot.axes(pen, look, rate);
        pen.text(distortion.title(width - reserved(), look), 0, 0.8 * em, look.strong(Align.START));
        LabelSpace space = taken(plot, sums);
        for (PlanePoint point : points) {
            point.draw(pen, plot, look);
        }
        for (PlanePoint point : points) {
            name(pen, plot, point, space, look);
        }
        sums.forEach(sum -> IsoElbo.name(pen, plot, sum, space, look));
    }

    /** What has to fit: of a trail the last quarter of the way down from the untrained network, the rest would leave it no room. */
    private Stream<Place> fitting() {
        Stream<Place> ofTrails = trails.stream().flatMap(trail -> trail.lower(FITTING));
        Stream<Place> fixed = points.stream()
                .map(PlanePoint::place)
                .filter(place ->
                        trails.stream().noneMatch(trail -> trail.places().contains(place)));
        return Stream.concat(ofTrails, fixed).filter(place -> place.elbo() >= leastElbo);
    }

    /** Points, trails, paths and, if need be, the lines behind them keep names away. */
    private LabelSpace taken(Frame plot, List<Double> sums) {
        LabelSpace space =
                new LabelSpace(new LabelSpace.Box(plot.left(), plot.top(), plot.width() + 0.5, plot.height()));
        for (PlanePoint point : points) {
            space.takeByPoint(point.screenX(plot), point.screenY(plot), PlanePoint.RADIUS + 2);
        }
        trails.forEach(trail -> trail.take(space, plot));
        for (List<PlanePoint> along : paths()) {
            space.takeByPath(x(along, plot), y(along, plot), LabelSpace.LINE);
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
    private List<List<PlanePoint>> paths() {
        return points.stream()
                .map(PlanePoint::path)
                .filter(path -> !path.isEmpty())
                .distinct()
                .map(path -> points.stream()
                        .filter(point -> point.path().equals(path))
                        .toList())
                .toList();
    }

    private void paths(Pen pen, Frame plot, Look look) {
        for (List<PlanePoint> along : paths()) {
            pen.polyline(
                    x(along, plot),
                    y(along, plot),
                    along.size(),
                    Line.solid(look.theme().accent(), 1.5));
        }
    }

    private static double[] x(List<PlanePoint> along, Frame plot) {
        return along.stream().mapToDouble(point -> point.screenX(plot)).toArray();
    }

    private static double[] y(List<PlanePoint> along, Frame plot) {
        return along.stream().mapToDouble(point -> point.screenY(plot)).toArray();
    }

    /** Where it is clear of points, paths and names; left out if it is nowhere clear of names. */
    private static void name(Pen pen, Frame plot, PlanePoint point, LabelSpace space, Look look) {
        double em = look.em();
        space.take(LabelSpace.around(
                        point.screenX(plot), point.screenY(plot), look.width(point.name()), 1.2 * em, 0.9 * em))
                .ifPresent(place -> pen.text(
                        point.name(),
                        place.left(),
                        place.top() + place.height() / 2,
                        look.strong(Align.START).on(look.theme().halo())));
    }

    @Override
    void drawOver(Pen pen, double width, double height, Look look) {
        PlanePoint at = pointed;
        Frame plot = frame;
        if (at == null || plot == null) {
            return;
        }
        pen.clip(plot.left(), plot.top(), plot.width(), plot.height());
        trails.stream()
                .filter(trail -> trail.end().filter(at.place()::equals).isPresent())
                .forEach(trail -> trail.emphasise(pen, plot));
        pen.unclip();
        at.draw(pen, plot, look);
        Line none = Line.solid(0, 0);
        new ReadOut(
                        at.name(),
                        List.of(
                                new ReadOut.Reading(
                                        "Distortion", distortion.read(at.place().distortion()), none),
                                new ReadOut.Reading("Rate", rate.read(at.place().rate()), none),
                                new ReadOut.Reading("ELBO", rate.read(at.place().elbo()), none)))
                .draw(pen, at.screenX(plot), at.screenY(plot), width, height, look);
    }

    @Override
    Supplier<String> numbers() {
        List<PlanePoint> now = points;
        List<Trail> ways = trails;
        return () -> {
            StringBuilder text = new StringBuilder(
                    Table.line(List.of("model", rate.title(), distortion.title(), "ELBO (nats per image)")));
            now.forEach(point -> text.append(Table.line(List.of(
                    point.name(),
                    Table.number(point.place().rate()),
                    Table.number(point.place().distortion()),
                    Table.number(point.place().elbo())))));
            ways.forEach(trail -> trail.places()
                    .forEach(place -> text.append(Table.line(List.of(
                            trail.name() + ", on its way",
                            Table.number(place.rate()),
                            Table.number(place.distortion()),
                            Table.number(place.elbo()))))));
            return text.toString();
        };
    }

    @Override
    String describe() {
        return String.join(
                "; ",
                points.stream()
                        .map(point -> "%s: rate %s, distortion %s"
                                .formatted(
                                        point.name(),
                                        rate.read(point.place().rate()),
                                        distortion.read(point.place().distortion())))
                        .toList());
    }
}
