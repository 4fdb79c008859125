package elboroom.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shares of a sum over x, one band upon the other: the KL of each dimension over the steps of a training. */
public final class BandPlot extends TimePlot {
    /** Bands that the read-out names; the rest is summed up. */
    private static final int MOST_READ = 10;
    /** More names than this say nothing any more. */
    private static final int MOST_IN_LEGEND = 12;

    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> x = new ArrayList<>();
    private List<String> names = List.of();
    private int[] colours = {};

    /** An empty chart; see {@link LinePlot}. */
    public BandPlot(String title, Axis x, Axis y) {
        super(title, x, y);
    }

    /** Starts over with other bands, from the lowest up, in the usual colours. */
    public void setBands(List<String> newNames) {
        int[] usual = new int[newNames.size()];
        Arrays.setAll(usual, ChartTheme::colour);
        setBands(newNames, usual);
    }

    /** Starts over with other bands in colours 0xAARRGGBB. */
    public void setBands(List<String> newNames, int[] newColours) {
        names = List.copyOf(newNames);
        colours = newColours.clone();
        clear();
    }

    /** Forgets all values. */
    public void clear() {
        rows.clear();
        x.clear();
        redraw();
    }

    /**
     * Adds the bands at the next x.
     *
     * @param values of the bands, 0 or more; what is not finite counts as 0
     */
    public void append(double newX, double[] values) {
        if (values.length != names.size()) {
            throw new IllegalArgumentException("%d values for %d bands".formatted(values.length, names.size()));
        }
        if (!x.isEmpty() && newX < x.get(x.size() - 1)) {
            throw new IllegalArgumentException("x goes back to " + newX);
        }
        x.add(newX);
        rows.add(values.clone());
        redraw();
    }

    /** Number of x that have values. */
    public int size() {
        return x.size();
    }

    @Override
    @Nullable
    Range extent() {
        return x.size() < 2 || x.get(0).equals(x.get(x.size() - 1)) ? null : new Range(x.get(0), x.get(x.size() - 1));
    }

    @Override
    Frame.Span upright(Range across, double most) {
        int[] part = part(across);
        return new Frame.Span(Range.upTo(Math.max(0, Math.min(most, greatest(part[0], part[1])))), false);
    }

    @Override
    double greatest(Range across) {
        return greatest(first(across.min()), first(across.max()));
    }

    private double greatest(int from, int to) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, sum(rows.get(i), names.size()));
        }
        return greatest;
    }

    /** Indices, from and to, of what is seen and one value on each side. */
    private int[] part(Range across) {
        return new int[] {Math.max(0, first(across.min()) - 1), Math.min(x.size(), first(across.max()) + 1)};
    }

    private int first(double at) {
        int found = Collections.binarySearch(x, at);
        return found < 0 ? -found - 1 : found;
    }

    private static double sum(double[] values, int bands) {
        double sum = 0;
        for (int band = 0; band < bands; band++) {
            sum += Double.isFinite(values[band]) ? Math.max(0, values[band]) : 0;
        }
        return sum;
    }

    @Override
    List<Legend.Entry> legend() {
        if (names.size() > MOST_IN_LEGEND) {
            return List.of();
        }
        List<Legend.Entry> entries = new ArrayList<>();
        for (int band = 0; band < names.size(); band++) {
            entries.add(new Legend.Entry(names.get(band), Line.solid(colours[band], 1), true));
        }
        return entries;
    }

    @Override
    void drawData(Pen pen, Frame plot, Look look) {
        int[] part = part(plot.x().range());
        int[] shown = columns(part[0], part[1], plot);
        int n = shown.length;
        if (n < 2) {
            return;
        }
        double[] px = new double[2 * n];
        double[] py = new double[2 * n];
        double[] below = new double[n];
        for (int i = 0; i < n; i++) {
            px[i] = plot.x().toScreen(x.get(shown[i]));
            px[2 * n - 1 - i] = px[i];
        }
        for (int band = 0; band < names.size(); band++) {
            for (int i = 0; i < n; i++) {
                py[2 * n - 1 - i] = plot.y().toScreen(below[i]);
                below[i] = sum(rows.get(shown[i]), band + 1);
                py[i] = plot.y().toScreen(below[i]);
            }
            pen.polygon(px, py, 2 * n, colours[band]);
            // A seam, so that neighbours are told apart whatever their colours.
            pen.polyline(px, py, n, Line.solid(look.theme().paper(), 0.7));
        }
    }

    /** The values to draw: one for each column of pixels at most, and the last. */
    private int[] columns(int from, int to, Frame plot) {
        int[] kept = new int[Math.max(0, to - from)];
        int count = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double column = Math.floor(plot.x().toScreen(x.get(i)));
            if (column > last || i == to - 1) {
                kept[count++] = i;
                last = column;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    @Override
    @Nullable
    ReadOut readAt(double at) {
        if (x.isEmpty()) {
            return null;
        }
        int after = first(at);
        int index = after == x.size() || after > 0 && at - x.get(after - 1) < x.get(after) - at ? after - 1 : after;
        double[] values = rows.get(index);
        List<ReadOut.Reading> readings = new ArrayList<>();
        readings.add(new ReadOut.Reading("sum", yAxis.read(sum(values, names.size())), Line.solid(0, 0)));
        int named = names.size() > MOST_READ + 1 ? MOST_READ : names.size();
        List<Integer> order = new ArrayList<>();
        for (int band = 0; band < names.size(); band++) {
            order.add(band);
        }
        // Of many, the greatest; in the order of the bands, as they lie, from the top.
        order.sort((a, b) -> Double.compare(values[b], values[a]));
        List<Integer> read = new ArrayList<>(order.subList(0, named));
        read.sort(Collections.reverseOrder());
        for (int band : read) {
            readings.add(new ReadOut.Reading(names.get(band), yAxis.read(values[band]), Line.solid(colours[band], 6)));
        }
        if (named < names.size()) {
            double rest = 0;
            for (int band : order.subList(named, names.size())) {
                rest += values[band];
            }
            readings.add(new ReadOut.Reading((names.size() - named) + " others", yAxis.read(rest), Line.solid(0, 0)));
        }
        return new ReadOut(xAxis.name() + " " + xAxis.read(x.get(index)), readings);
    }

    @Override
    Supplier<String> numbers() {
        List<String> header = names;
        List<Double> at = List.copyOf(x);
        List<double[]> values = List.copyOf(rows);
        String first = xAxis.title();
        return () -> {
            List<String> titles = new ArrayList<>(List.of(first));
            titles.addAll(header);
            StringBuilder table = new StringBuilder(Table.line(titles));
            for (int i = 0; i < at.size(); i++) {
                List<String> row = new ArrayList<>(List.of(Table.number(at.get(i))));
                for (double value : values.get(i)) {
                    row.add(Table.number(value));
                }
                table.append(Table.line(row));
            }
            return table.toString();
        };
    }

    @Override
    String describe() {
        return x.isEmpty()
                ? yAxis.title() + " over " + xAxis.name() + ", no values yet"
                : "%s over %s: %s bands, together %s at %s"
                        .formatted(
                                yAxis.title(),
                                xAxis.name(),
                                names.size(),
                                yAxis.read(sum(rows.get(rows.size() - 1), names.size())),
                                xAxis.read(x.get(x.size() - 1)));
    }
}
