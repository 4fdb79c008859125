package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is computed from what, as boxes and arrows, and along which of these the gradient comes back. */
public final class FlowGraph extends Plot {
    private static final double TIP = 8;
    /** Between an arrow and the gradient that comes back beside it, in em. */
    private static final double APART = 0.65;

    private static final double BOX_HEIGHT = 2.2;
    private static final double MARGIN = 0.6;
    /** Between boxes of a row, so that an arrow is seen. */
    private static final double LEAST_GAP = 1.4;

    private @Nullable Content content;

    /**
     * A box.
     *
     * @param x its order from left to right; the same as another's to stand above or below it
     * @param y row of its middle
     * @param text in the box
     * @param above a line above it, may be empty
     * @param random whether chance comes in here
     */
    public record Box(double x, double y, String text, String above, boolean random) {}

    /** How the gradient comes back along an arrow. */
    public enum Back {
        NONE,
        FLOWS,
        CUT
    }

    /**
     * An arrow.
     *
     * @param from index of a box
     * @param to index of a box
     * @param label beside it, may be empty
     */
    public record Edge(int from, int to, Back back, String label) {}

    /**
     * A graph.
     *
     * @param rows that the boxes span
     */
    public record Content(double rows, List<Box> boxes, List<Edge> edges) {}

    public FlowGraph(String title) {
        super(title);
    }

    public void show(Content graph) {
        content = graph;
        redraw();
    }

    @Override
    void draw(Pen pen, double width, double height, Look given) {
        Content graph = content;
        if (graph == null) {
            return;
        }
        List<Box> line = fullestRow(graph);
        double needed = boxes(line, given) + (line.size() - 1) * LEAST_GAP * given.em();
        // In a narrow window smaller rather than over each other.
        Look look = new Look(given.theme(), given.em() * Math.min(1, (width - 2) / needed), given.widths());
        double em = look.em();
        double gap = (width - 2 - boxes(line, look)) / Math.max(1, line.size() - 1);
        double[] at = new double[line.size()];
        double left = 1;
        for (int i = 0; i < at.length; i++) {
            double half = halfWidth(look, line.get(i));
            at[i] = left + half;
            left += 2 * half + gap;
        }
        double top = BOX_HEIGHT / 2 * em + 2;
        Place place = new Place(line, at, top, (height - 2 * top) / graph.rows());
        for (Edge edge : graph.edges()) {
            draw(pen, look, place, graph.boxes().get(edge.from()), graph.boxes().get(edge.to()), edge);
        }
        for (Box box : graph.boxes()) {
            draw(pen, look, place, box);
        }
    }

    private static List<Box> fullestRow(Content graph) {
        Map<Double, List<Box>> rows = new TreeMap<>(graph.boxes().stream()
                .sorted(Comparator.comparingDouble(Box::x))
                .collect(Collectors.groupingBy(Box::y)));
        return rows.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    private static double boxes(List<Box> line, Look look) {
        return line.stream().mapToDouble(box -> 2 * halfWidth(look, box)).sum();
    }

    /**
     * Boxes of the fullest row are equally far apart, whatever stands in them; the others are above or below those.
     *
     * @param line that row, from left to right
     * @param at pixels of their middles
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(List<Box> line, double[] at, double top, double row) {
        double x(Box box) {
            int next = 1;
            while (next < at.length - 1 && line.get(next).x() < box.x()) {
                next++;
            }
            double from = line.get(next - 1).x();
            return at[next - 1] + (box.x() - from) / (line.get(next).x() - from) * (at[next] - at[next - 1]);
        }

        double y(Box box) {
            return top + box.y() * row;
        }
    }

    private static void draw(Pen pen, Look look, Place place, Box box) {
        double em = look.em();
        double half = halfWidth(look, box);
        double x = place.x(box);
        double y = place.y(box);
        int colour = box.random() ? look.theme().warning() : look.theme().axis();
        double high = BOX_HEIGHT * em;
        pen.rectangle(x - half, y - high / 2, 2 * half, high, look.theme().paper());
        pen.frame(
                Look.crisp(x - half),
                Look.crisp(y - high / 2),
                Math.rint(2 * half),
                Math.rint(high),
                box.random() ? Line.dashed(colour, 1.6) : Line.solid(colour, 1));
        pen.text(box.text(), x, y, look.strong(Align.MIDDLE).heavy());
        if (!box.above().isEmpty()) {
            pen.text(
                    box.above(),
                    x,
                    // Leaves a line for what is written beside the arrows.
                    y - high / 2 - 2.1 * em,
                    Lettering.of(em, box.random() ? colour : look.theme().text(), Align.MIDDLE));
        }
    }

    private static double halfWidth(Look look, Box box) {
        return look.boldWidth(box.text()) / 2 + MARGIN * look.em();
    }

    private static void draw(Pen pen, Look look, Place place, Box from, Box to, Edge edge) {
        double em = look.em();
        double[] start = edgeOf(look, place, from, to);
        double[] end = edgeOf(look, place, to, from);
        double length = Math.hypot(end[0] - start[0], end[1] - start[1]);
        if (!(length > 4)) {
            return;
        }
        // Forward above the line between the boxes, the gradient below it, seen along the arrow.
        double nx = -(end[1] - start[1]) / length * APART / 2 * em;
        double ny = (end[0] - start[0]) / length * APART / 2 * em;
        double aside = edge.back() == Back.NONE ? 0 : 1;
        Arrows.draw(
                pen,
                start[0] - aside * nx,
                start[1] - aside * ny,
                end[0] - aside * nx,
                end[1] - aside * ny,
                TIP,
                Line.solid(look.theme().text(), 1.2));
        double middleX = (start[0] + end[0]) / 2 + nx;
        double middleY = (start[1] + end[1]) / 2 + ny;
        if (edge.back() == Back.FLOWS) {
            Arrows.draw(
                    pen,
                    end[0] + nx,
                    end[1] + ny,
                    start[0] + nx,
                    start[1] + ny,
                    TIP + 2,
                    Line.solid(look.theme().accent(), 3));
        } else if (edge.back() == Back.CUT) {
            Line broken = Line.dashed(look.theme().warning(), 1.6);
            pen.line(end[0] + nx, end[1] + ny, start[0] + nx, start[1] + ny, broken);
            double arm = 0.5 * em;
            Line cross = Line.solid(look.theme().warning(), 3);
            pen.line(middleX - arm, middleY - arm, middleX + arm, middleY + arm, cross);
            pen.line(middleX - arm, middleY + arm, middleX + arm, middleY - arm, cross);
        }
        if (!edge.label().isEmpty()) {
            int colour = edge.back() == Back.CUT
                    ? look.theme().warning()
                    : look.theme().accent();
            boolean level = Math.abs(end[1] - start[1]) < 0.3 * Math.abs(end[0] - start[0]);
            pen.text(
                    edge.label(),
                    level ? middleX : middleX + 0.9 * em,
                    level ? middleY - 2.1 * em : middleY + 0.9 * em,
                    Lettering.of(em, colour, level ? Align.MIDDLE : Align.START)
                            .on(look.theme().halo()));
        }
    }

    /** Where the line from one box to another leaves the first. */
    private static double[] edgeOf(Look look, Place place, Box box, Box other) {
        double x = place.x(box);
        double y = place.y(box);
        double dx = place.x(other) - x;
        double dy = place.y(other) - y;
        double gap = 0.25 * look.em();
        double wide = (halfWidth(look, box) + gap) / Math.max(1e-9, Math.abs(dx));
        double high = (BOX_HEIGHT / 2 * look.em() + gap) / Math.max(1e-9, Math.abs(dy));
        double share = Math.min(0.5, Math.min(wide, high));
        return new double[] {x + share * dx, y + share * dy};
    }

    @Override
    Supplier<String> numbers() {
        Content graph = content;
        return () -> {
            StringBuilder text = new StringBuilder(Table.line(List.of("from", "to", "gradient")));
            if (graph != null) {
                for (Edge edge : graph.edges()) {
                    text.append(Table.line(List.of(
                            graph.boxes().get(edge.from()).text(),
                            graph.boxes().get(edge.to()).text(),
                            edge.back().name().toLowerCase(java.util.Locale.ROOT))));
                }
            }
            return text.toString();
        };
    }

    @Override
    String describe() {
        Content graph = content;
        return graph == null
                ? "nothing yet"
                : String.join(
                        "; ",
                        graph.edges().stream()
                                .map(edge -> "%s to %s, gradient %s"
                                        .formatted(
                                                graph.boxes().get(edge.from()).text(),
                                                graph.boxes().get(edge.to()).text(),
                                                edge.back() == Back.FLOWS
                                                        ? "comes back"
                                                        : edge.back() == Back.CUT ? "is cut off" : "not needed"))
                                .toList());
    }
}
