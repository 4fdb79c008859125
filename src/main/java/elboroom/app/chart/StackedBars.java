package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.chart.Marks.Mark;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lying bars, each made of parts that add up, over one axis from 0, with limits drawn across all of them. */
public final class StackedBars extends Plot {
    private static final double BETWEEN_MARKS = 5;
    private static final double BAR = 2;
    private static final double PITCH = 3.6;
    private static final double ABOVE = 1.6;

    private final Axis axis;
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

    public void show(List<Row> newRows, List<Limit> newLimits) {
        rows = List.copyOf(newRows);
        limits = newLimits.stream()
                .filter(limit -> Double.isFinite(limit.value()))
                .toList();
        requestLayout();
        redraw();
    }

    @Override
    protected double computePrefHeight(double width) {
        double em = look().em();
        return em * (ABOVE * Math.max(1, limits.size()) + PITCH * rows.size() + 3.4);
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
        double left = names == 0 ? 0.5 * em : names + em;
        Scale x = new Scale(Range.upTo(greatest), left, width - 1.5 * em, false);
        double top = em * ABOVE * Math.max(1, limits.size());
        double bottom = top + em * PITCH * rows.size();
        axis(pen, x, top, bottom, look);
        for (int i = 0; i < limits.size(); i++) {
            limit(pen, limits.get(i), x, em * ABOVE * (i + 0.5), bottom, look);
        }
        for (int i = 0; i < rows.size(); i++) {
            bar(pen, rows.get(i), x, top + em * (PITCH * i + 1.3), look);
        }
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

    private void bar(Pen pen, Row row, Scale x, double top, Look look) {
        double em = look.em();
        double middle = top + BAR * em / 2;
        pen.text(row.name(), x.from() - 0.6 * em, middle, look.plain(Align.END));
        double at = 0;
        double free = x.from();
        for (Part part : row.parts()) {
            double from = x.toScreen(at);
            at += Math.max(0, part.value());
            double to = x.toScreen(at);
            pen.rectangle(from, top, Math.max(0, to - from - 1), BAR * em, ChartTheme.colour(part.colour()));
            String label = "%s %s".formatted(part.name(), Numbers.fixed(part.value(), axis.decimals()));
            double begin = Math.max(from, free);
            pen.text(
                    label,
                    begin,
                    top - 0.6 * em,
                    look.strong(Align.START).on(look.theme().halo()));
            free = begin + look.width(label) + em;
        }
    }

    private void limit(Pen pen, Limit limit, Scale x, double textY, double bottom, Look look) {
        double at = Look.crisp(x.toScreen(limit.value()));
        pen.line(at, textY, at, bottom, Line.dashed(look.theme().warning(), 1));
        String label = "%s %s".formatted(limit.name(), Numbers.fixed(limit.value(), axis.decimals()));
        double em = look.em();
        boolean right = at + 0.5 * em + look.width(label) <= x.to() + em;
        pen.text(
                label,
                right ? at + 0.5 * em : at - 0.5 * em,
                textY,
                new Lettering(
                        em,
                        look.theme().warning(),
                        right ? Align.START : Align.END,
                        false,
                        look.theme().halo()));
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
