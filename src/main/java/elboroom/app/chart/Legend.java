package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import java.util.ArrayList;
import java.util.List;

/**
 * The line above a plot: what its upright axis shows at the left, what its colours and dashes mean at the right; in a row
 * of its own, or several, where both do not stand side by side.
 */
record Legend(String title, List<Entry> entries) {
    /** In em. */
    private static final double ROW = 1.5;

    private static final double SAMPLE = 1.6;
    private static final double GAP = 0.4;
    private static final double BETWEEN = 1.1;

    Legend {
        entries = List.copyOf(entries);
    }

    /**
     * What a line or an area means.
     *
     * @param name of it
     * @param line its sample
     * @param area whether the sample is a square
     */
    record Entry(String name, Line line, boolean area) {}

    /** Pixels it takes above the plot. */
    double height(double width, Look look) {
        return look.em() * (ROW * Math.max(1, rows(width, look).size()) + 0.5);
    }

    void draw(Pen pen, double width, Look look) {
        double em = look.em();
        drawTitle(pen, look);
        List<List<Entry>> rows = rows(width, look);
        for (int row = 0; row < rows.size(); row++) {
            double at = width;
            for (Entry entry : rows.get(row)) {
                at -= width(entry, look);
            }
            for (Entry entry : rows.get(row)) {
                double y = em * (0.75 + ROW * row);
                sample(pen, entry, at + BETWEEN * em, y, em);
                double begin = at + head(entry, look);
                pen.text(entry.name(), begin, y, look.plain(Align.START));
                at += width(entry, look);
            }
        }
    }

    void drawTitle(Pen pen, Look look) {
        pen.text(title, 0, 0.75 * look.em(), look.strong(Align.START));
    }

    private static void sample(Pen pen, Entry entry, double x, double y, double em) {
        if (entry.area()) {
            pen.rectangle(x, y - 0.4 * em, 0.8 * em, 0.8 * em, entry.line().argb());
        } else {
            pen.line(x, Look.crisp(y), x + SAMPLE * em, Look.crisp(y), entry.line());
        }
    }

    private static double width(Entry entry, Look look) {
        return head(entry, look) + look.width(entry.name());
    }

    /** What comes before the name. */
    private static double head(Entry entry, Look look) {
        return look.em() * (BETWEEN + (entry.area() ? 0.8 : SAMPLE) + GAP);
    }

    private List<List<Entry>> rows(double width, Look look) {
        List<List<Entry>> rows = new ArrayList<>();
        double left = width - look.width(title);
        List<Entry> row = new ArrayList<>();
        for (Entry whole : entries) {
            Entry entry =
                    new Entry(look.shortened(whole.name(), width - head(whole, look)), whole.line(), whole.area());
            double needed = width(entry, look);
            if (needed > left && (!row.isEmpty() || rows.isEmpty())) {
                rows.add(row);
                row = new ArrayList<>();
                left = width;
            }
            row.add(entry);
            left -= needed;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }
}
