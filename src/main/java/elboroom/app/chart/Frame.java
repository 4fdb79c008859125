package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.chart.Marks.Mark;

/**
 * Where the data of a chart are, with axes around them: a base line, numbers, light lines across; the titles stand
 * horizontally, that of the upright axis above it.
 *
 * @param left pixel of the plot's left edge
 * @param top pixel of its upper edge
 * @param x along the lower edge
 * @param y along the left edge
 */
record Frame(double left, double top, Scale x, Scale y) {
    /** Above a plot, in em: the title of the upright axis, clear of the topmost number. */
    static final double HEAD = 2.3;

    private static final double TICK = 4;
    /** Distances in em. */
    private static final double LEAST_LEFT = 4;

    private static final double RIGHT = 1;
    private static final double NUMBERS_BELOW = 1.8;
    private static final double TITLE_BELOW = 1.3;
    private static final double BETWEEN_UP = 2.4;
    private static final double BETWEEN_ACROSS = 5;

    /**
     * Makes room for numbers and titles.
     *
     * @param head pixels above the plot
     * @param titled whether the axis below has a title
     */
    static Frame fit(double width, double height, double head, boolean titled, Span across, Span up, Look look) {
        double em = look.em();
        double bottom = Math.max(head + em, height - em * (NUMBERS_BELOW + (titled ? TITLE_BELOW : 0)));
        Scale y = new Scale(up.range(), bottom, head, up.log());
        double widest = 0;
        for (Mark mark : Marks.on(y, BETWEEN_UP * em)) {
            widest = Math.max(widest, look.width(mark.label()));
        }
        // In whole em, so that the plot stays where it is when the numbers change.
        double left = em * Math.max(LEAST_LEFT, Math.ceil((widest + 0.8 * em) / em));
        double right = Math.max(left + em, width - RIGHT * em);
        return new Frame(left, head, new Scale(across.range(), left, right, across.log()), y);
    }

    /**
     * What an axis spans.
     *
     * @param range values
     * @param log whether logarithmic
     */
    record Span(Range range, boolean log) {}

    double right() {
        return x.to();
    }

    double bottom() {
        return y.from();
    }

    double width() {
        return right() - left;
    }

    double height() {
        return bottom() - top;
    }

    boolean contains(double px, double py) {
        return px >= left && px <= right() && py >= top && py <= bottom();
    }

    /** Light lines across, below the data. */
    void grid(Pen pen, Look look) {
        Line hair = Line.solid(look.theme().grid(), 1);
        for (Mark mark : Marks.on(y, BETWEEN_UP * look.em())) {
            double at = Look.crisp(mark.at());
            pen.line(left, at, right(), at, hair);
        }
    }

    /** Base line, numbers and the title below. */
    void axes(Pen pen, Look look, Axis across) {
        double em = look.em();
        Line line = Line.solid(look.theme().axis(), 1);
        double base = Look.crisp(bottom());
        pen.line(left, base, right(), base, line);
        for (Mark mark : Marks.on(y, BETWEEN_UP * em)) {
            pen.text(mark.label(), left - 0.5 * em, mark.at(), look.plain(Align.END));
        }
        for (Mark mark : Marks.on(x, BETWEEN_ACROSS * em)) {
            double at = Look.crisp(mark.at());
            pen.line(at, base, at, base + TICK, line);
            // A long number at the end moves in rather than lose its last digit.
            double last = right() + RIGHT * em - look.width(mark.label()) / 2;
            pen.text(mark.label(), Math.min(at, last), base + TICK + 0.75 * em, look.plain(Align.MIDDLE));
        }
        if (!across.name().isEmpty()) {
            String title = across.title(width() + 2 * RIGHT * em, look);
            pen.text(title, (left + right()) / 2, base + TICK + 2.05 * em, look.plain(Align.MIDDLE));
        }
    }
}
