package elboroom.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What of a plot is taken already, so that names find a place clear of points, lines and each other. Pixels. */
final class LabelSpace {
    /** Costs of covering something: another name, which must not happen, a point. */
    private static final double NAME = 1000;

    private static final double POINT = 100;
    /** A line of the data. */
    static final double LINE = 10;
    /** A line in the background. */
    static final double HAIRLINE = 1.5;
    /** Pixels: what a path does between two of its points that are closer is not seen. */
    private static final double DETAIL = 3;

    private static final double FARTHER = 1.7;
    /** Left and right of a name, so that the next one does not read on. */
    private static final double CLEAR = 8;

    /** What makes the first of several equally free places the best. */
    private static final double LATER = 0.1;

    private final Box all;
    private final List<Box> names = new ArrayList<>();
    private final List<Box> points = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();

    /** A rectangle. */
    record Box(double left, double top, double width, double height) {
        static Box around(double x, double y, double radius) {
            return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
        }

        double right() {
            return left + width;
        }

        double bottom() {
            return top + height;
        }

        boolean overlaps(Box other) {
            return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
        }

        boolean contains(Box other) {
            return left <= other.left && other.right() <= right() && top <= other.top && other.bottom() <= bottom();
        }

        /** Whether a straight line enters it: the part of the line that is within all four edges is not empty. */
        boolean crossedBy(double x1, double y1, double x2, double y2) {
            double[] part = {0, 1};
            return narrow(part, x1, x2 - x1, left, right()) && narrow(part, y1, y2 - y1, top, bottom());
        }

        private static boolean narrow(double[] part, double from, double step, double low, double high) {
            if (step == 0) {
                return from > low && from < high;
            }
            double a = (low - from) / step;
            double b = (high - from) / step;
            part[0] = Math.max(part[0], Math.min(a, b));
            part[1] = Math.min(part[1], Math.max(a, b));
            return part[0] < part[1];
        }
    }

    /** Straight lines, one after the other, that cost no more to cover twice. */
    private record Path(double[] x, double[] y, double cost) {
        boolean crosses(Box place) {
            for (int i = 1; i < x.length; i++) {
                if (place.crossedBy(x[i - 1], y[i - 1], x[i], y[i])) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param all where names may be */
    LabelSpace(Box all) {
        this.all = all;
    }

    void takeByPoint(double x, double y, double radius) {
        points.add(Box.around(x, y, radius));
    }

    /** @param cost of covering it */
    void takeByLine(double x1, double y1, double x2, double y2, double cost) {
        takeByPath(new double[] {x1, x2}, new double[] {y1, y2}, cost);
    }

    /** @param cost of covering it, at one place or several */
    void takeByPath(double[] x, double[] y, double cost) {
        int[] kept = IntStream.range(0, x.length).toArray();
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (count == 0
                    || i == x.length - 1
                    || Math.hypot(x[i] - x[kept[count - 1]], y[i] - y[kept[count - 1]]) >= DETAIL) {
                kept[count++] = i;
            }
        }
        paths.add(new Path(
                IntStream.range(0, count).mapToDouble(i -> x[kept[i]]).toArray(),
                IntStream.range(0, count).mapToDouble(i -> y[kept[i]]).toArray(),
                cost));
    }

    /**
     * The place of some that covers least, which is taken from then on; of places alike, the first. Empty if all of them cover
     * a name or leave the plot.
     */
    Optional<Box> take(List<Box> places) {
        return take(places, NAME);
    }

    /** The same for a name that can be done without: empty if all of them cover a name, a point or a line of the data. */
    Optional<Box> takeIfFree(List<Box> places) {
        return take(places, LINE);
    }

    private Optional<Box> take(List<Box> places, double limit) {
        Box best = null;
        double least = limit;
        for (int i = 0; i < places.size(); i++) {
            double cost = cost(places.get(i)) + LATER * i;
            if (cost < least) {
                least = cost;
                best = places.get(i);
            }
        }
        Optional<Box> found = Optional.ofNullable(best);
        found.ifPresent(
                name -> names.add(new Box(name.left() - CLEAR, name.top(), name.width() + 2 * CLEAR, name.height())));
        return found;
    }

    private double cost(Box place) {
        if (!all.contains(place) || names.stream().anyMatch(place::overlaps)) {
            return NAME;
        }
        return POINT * points.stream().filter(place::overlaps).count()
                + paths.stream()
                        .filter(path -> path.crosses(place))
                        .mapToDouble(Path::cost)
                        .sum();
    }

    /** Places for a name around a point: beside it, above and below, then aslant; and all of them farther off. */
    static List<Box> around(double x, double y, double width, double height, double away) {
        double[][] sides = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};
        List<Box> places = new ArrayList<>();
        for (double distance : new double[] {away, FARTHER * away}) {
            for (double[] side : sides) {
                double slant = side[0] != 0 && side[1] != 0 ? 0.6 : 1;
                double middleX = x + side[0] * (slant * distance + width / 2);
                double middleY = y + side[1] * (slant * distance + height / 2);
                places.add(new Box(middleX - width / 2, middleY - height / 2, width, height));
            }
        }
        return places;
    }
}
