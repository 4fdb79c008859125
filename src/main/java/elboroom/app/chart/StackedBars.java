package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.chart.Marks.Mark;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Lying bars, each made of parts that add up, over one axis from 0, with limits drawn across all of them. */
public final class StackedBars extends Plot {
    /** All in em. */
    private static final double BETWEEN_MARKS = 5;

    /** From bar to bar: wished for, and how far that goes down and up with the room there is. */
    private static final double PITCH = 3.6;

    private static final double LEAST_PITCH = 1.4;
    private static final double MOST_PITCH = 7;
    /** Of a label above its bar. */
    private static final double LABEL = 1.3;

    /** Between a single bar and its label. */
    private static final double AFTER = 0.5;

    private static final double MOST_BAR = 3.4;
    private static final double ABOVE = 1.6;
    private static final double LEAST_ABOVE = 0.5;
    private static final double BELOW = 3.4;
    /** Parts up to which each has its label, wide enough or not. */
    private static final int FEW = 3;

    private Axis axis;
    private boolean log;
    private List<Row> rows = List.of();
    private List<Limit> limits = List.of();

    /**
     * One part of a bar.
     *
     * @param name of the quantity
     * @param value 0 or more to be seen; less is said in words only
     * @param colour index of its colour, see {@link ChartTheme#colour}
     */
    public record Part(String name, double value, int colour) {}

    /**
     * One bar.
     *
     * @param name before it
     * @param parts from left to right
     */
    public record Row(String name, List<Part> parts) {
        public Row {
            parts = List.copyOf(parts);
        }

        double sum() {
            return parts.stream().mapToDouble(part -> Math.max(0, part.value())).sum();
        }
    }

    /**
     * A line across all bars.
     *
     * @param name above it
     * @param value where
     */
    public record Limit(String name, double value) {}

    /** @param axis of the values */
    public StackedBars(String title, Axis axis) {
        super(title);
        this.axis = axis;
    }

    /** @param logarithmic whether bars go by the logarithm of their values, from below the least of them */
    public void setAxis(Axis newAxis, boolean logarithmic) {
        axis = newAxis;
        log = logarithmic;
        redraw();
    }

    public void show(List<Row> newRows, List<Limit> newLimits) {
        rows = List.copyOf(newRows);
        limits = newLimits.stream()
                .filter(limit -> Double.isFinite(limit.value()))
                .sorted(Comparator.comparingDouble(Limit::value))
                .toList();
        requestLayout();
        redraw();
    }

    @Override
    protected double computePrefHeight(double width) {
        double em = look().em();
        return em * (above() + PITCH * rows.size() + BELOW);
    }

    /** Bars do not grow for ever. */
    @Override
    protected double computeMaxHeight(double width) {
        return look().em() * (above() + MOST_PITCH * rows.size() + BELOW);
    }

    @Override
    void draw(Pen pen, double width, double height, Look look) {
        if (rows.isEmpty()) {
            return;
        }
        double em = look.em();
        double names =
                rows.stream().mapToDouble(row -> look.width(row.name())).max().orElse(0);
        double greatest = Math.max(
                rows.stream().mapToDouble(Row::sum).max().orElse(1),
                limits.stream().mapToDouble(Limit::value).max().orElse(0));
        double left = names == 0 ? em : names + em;
        Range range = log ? powers(greatest) : Range.upTo(greatest);
        double right = Math.max(left + em, Math.min(width - 1.5 * em, roomForLabels(range, left, width, look)));
        Scale x = new Scale(range, left, right, log);
        double top = em * above();
        double pitch = Math.max(LEAST_PITCH, Math.min(MOST_PITCH, (height / em - above() - BELOW) / rows.size())) * em;
        double bottom = top + pitch * rows.size();
        axis(pen, x, top, bottom, look);
        for (int i = 0; i < rows.size(); i++) {
            bar(pen, rows.get(i), x, top + pitch * i, pitch, look);
        }
        double free = Double.NEGATIVE_INFINITY;
        for (Limit limit : limits) {
            free = limit(pen, limit, x, free, bottom, look);
        }
    }

    /** How far the axis may reach, so that the label after each single bar still ends within the chart. */
    private double roomForLabels(Range range, double left, double width, Look look) {
        Scale share = new Scale(range, 0, 1, log);
        return labelled()
                ? width
                : rows.stream()
                        .flatMap(row -> row.parts().stream())
                        .filter(part -> share.toScreen(part.value()) > 0)
                        .mapToDouble(part -> left
                                + (width - AFTER * look.em() - look.width(words(part)) - left)
                                        / share.toScreen(part.value()))
                        .min()
                        .orElse(width);
    }

    private String words(Part part) {
        return "%s %s"
                .formatted(part.name(), Numbers.fixed(part.value(), axis.decimals()))
                .strip();
    }

    /** Whole powers of ten around all values. */
    private Range powers(double greatest) {
        double least = rows.stream()
                .mapToDouble(Row::sum)
                .filter(value -> value > 0)
                .min()
                .orElse(1);
        for (Limit limit : limits) {
            least = Math.min(least, limit.value());
        }
        double low = Math.pow(10, Math.floor(Math.log10(least) - 1e-9));
        return new Range(low, Math.max(10 * low, Math.pow(10, Math.ceil(Math.log10(greatest) - 1e-9))));
    }

    private double above() {
        return limits.isEmpty() && !labelled() ? LEAST_ABOVE : ABOVE;
    }

    /** Whether bars have labels above them: where they have parts. A bar of one part has its number behind it. */
    private boolean labelled() {
        return rows.stream().anyMatch(row -> row.parts().size() > 1) || rows.size() == 1;
    }

    private void axis(Pen pen, Scale x, double top, double bottom, Look look) {
        double em = look.em();
        for (Mark mark : Marks.on(x, BETWEEN_MARKS * em)) {
            double at = Look.crisp(mark.at());
            pen.line(at, top, at, bottom, Line.solid(look.theme().grid(), 1));
            pen.text(mark.label(), at, bottom + em, look.plain(Align.MIDDLE));
        }
        double base = Look.crisp(bottom);
        pen.line(x.from(), base, x.to(), base, Line.solid(look.theme().axis(), 1));
        pen.text(axis.title(), (x.from() + x.to()) / 2, bottom + 2.4 * em, look.plain(Align.MIDDLE));
    }

    private void bar(Pen pen, Row row, Scale x, double top, double pitch, Look look) {
        double em = look.em();
        double label = labelled() ? LABEL * em : 0;
        double bar = Math.min(MOST_BAR * em, 0.75 * (pitch - label));
        double from = top + label + 0.4 * (pitch - label - bar);
        pen.text(row.name(), x.from() - 0.6 * em, from + bar / 2, look.plain(Align.END));
        double at = 0;
        double free = x.from();
        for (Part part : row.parts()) {
            double begin = Math.max(x.from(), x.toScreen(at));
            at += Math.max(0, part.value());
            double end = Math.max(begin, x.toScreen(at));
            pen.rectangle(begin, from, Math.max(0, end - begin - 1), bar, ChartTheme.colour(part.colour()));
            String words = words(part);
            if (!labelled()) {
                pen.text(
                        words,
                        end + AFTER * em,
                        from + bar / 2,
                        look.strong(Align.START).on(look.theme().halo()));
                continue;
            }
            double width = look.width(words);
            double start = besideLimits(Math.max(begin, free), width, end, x, em);
            if (row.parts().size() <= FEW || start + width <= end) {
                pen.text(
                        words,
                        start,
                        from - 0.75 * em,
                        look.strong(Align.START).on(look.theme().halo()));
                free = start + width + em;
            }
        }
    }

    /** Behind a limit's line that would go through the label, if that is still above the part. */
    private double besideLimits(double start, double width, double end, Scale x, double em) {
        for (Limit limit : limits) {
            double line = x.toScreen(limit.value());
            if (start < line && line < start + width && line + 0.5 * em < end) {
                return line + 0.5 * em;
            }
        }
        return start;
    }

    /**
     * Draws one; its name at the right of its line, or where that goes beyond the plot at the left, if there is room.
     *
     * @param free the x from which on there is room for a name
     * @return the same for the next
     */
    private double limit(Pen pen, Limit limit, Scale x, double free, double bottom, Look look) {
        double em = look.em();
        double middle = 0.5 * ABOVE * em;
        double at = Look.crisp(x.toScreen(limit.value()));
        pen.line(at, middle, at, bottom, Line.dashed(look.theme().warning(), 1));
        String label = "%s %s".formatted(limit.name(), Numbers.fixed(limit.value(), axis.decimals()));
        double width = look.width(label);
        boolean right = at + 0.5 * em + width <= x.to() + 1.5 * em;
        double start = right ? at + 0.5 * em : at - 0.5 * em - width;
        if (start < free) {
            return free;
        }
        pen.text(
                label,
                start,
                middle,
                new Lettering(
                        em,
                        look.theme().warning(),
                        Align.START,
                        false,
                        look.theme().halo()));
        return start + width + 0.5 * em;
    }

    @Override
    Supplier<String> numbers() {
        List<Row> now = rows;
        List<Limit> across = limits;
        return () -> {
            StringBuilder text = new StringBuilder(Table.line(List.of("bar", "part", axis.title())));
            now.forEach(row -> row.parts()
                    .forEach(part ->
                            text.append(Table.line(List.of(row.name(), part.name(), Table.number(part.value()))))));
            across.forEach(
                    limit -> text.append(Table.line(List.of("limit", limit.name(), Table.number(limit.value())))));
            return text.toString();
        };
    }

    @Override
    String describe() {
        List<String> words = new ArrayList<>();
        rows.forEach(row -> row.parts().forEach(part -> words.add(part.name() + " " + axis.read(part.value()))));
        limits.forEach(limit -> words.add(limit.name() + " " + axis.read(limit.value())));
        return String.join(", ", words);
    }
}
