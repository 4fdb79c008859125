package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import java.util.List;

/**
 * A small card of values beside the pointer.
 *
 * @param heading such as the step
 * @param readings below it
 */
record ReadOut(String heading, List<Reading> readings) {
    private static final double ROW = 1.5;
    private static final double PADDING = 0.6;
    private static final double SAMPLE = 1.2;

    ReadOut {
        readings = List.copyOf(readings);
    }

    /**
     * One value.
     *
     * @param name of the quantity
     * @param value with its unit
     * @param line sample before the name; its width 0 for none
     */
    record Reading(String name, String value, Line line) {
        /** The number alone; the chart's title names its unit. */
        private Reading withoutUnit() {
            int space = value.indexOf(' ');
            return space < 0 ? this : new Reading(name, value.substring(0, space), line);
        }

        private double sample(double em) {
            return line.width() > 0 ? (SAMPLE + 0.4) * em : 0;
        }

        /** With as much of the name as has room beside the sample. */
        private Reading within(double room, Look look) {
            return new Reading(look.shortened(name, room - sample(look.em())), value, line);
        }
    }

    /**
     * Draws the card beside a point, on the side where there is room. Where it would not fit the chart it is without units, and
     * if need be without the middle of long names: the values are what it is for.
     */
    void draw(Pen pen, double x, double y, double width, double height, Look look) {
        fitting(width, look).drawWhole(pen, x, y, width, height, look);
    }

    private ReadOut fitting(double width, Look look) {
        if (cardWidth(look) <= width) {
            return this;
        }
        ReadOut bare =
                new ReadOut(heading, readings.stream().map(Reading::withoutUnit).toList());
        if (bare.cardWidth(look) <= width) {
            return bare;
        }
        double values = bare.readings.stream()
                .mapToDouble(reading -> look.width(reading.value()))
                .max()
                .orElse(0);
        double room = width - (2 * PADDING + 1) * look.em() - values;
        return new ReadOut(
                heading,
                bare.readings.stream()
                        .map(reading -> reading.within(room, look))
                        .toList());
    }

    private double cardWidth(Look look) {
        double em = look.em();
        double names = 0;
        double values = 0;
        for (Reading reading : readings) {
            names = Math.max(names, reading.sample(em) + look.width(reading.name()));
            values = Math.max(values, look.width(reading.value()));
        }
        double gap = readings.isEmpty() ? 0 : em;
        return Math.max(look.boldWidth(heading), names + gap + values) + 2 * PADDING * em;
    }

    private void drawWhole(Pen pen, double x, double y, double width, double height, Look look) {
        double em = look.em();
        double cardWidth = cardWidth(look);
        double cardHeight = em * (ROW * (readings.size() + (heading.isEmpty() ? 0 : 1)) + PADDING);
        double left = x + em + cardWidth <= width ? x + em : Math.max(0, x - em - cardWidth);
        double top = Math.max(1, Math.min(height - cardHeight - 1, y - cardHeight / 2));
        left = Math.floor(left);
        top = Math.floor(top);
        pen.rectangle(left, top, cardWidth, cardHeight, look.theme().paper());
        pen.frame(
                left + 0.5,
                top + 0.5,
                cardWidth,
                cardHeight,
                Line.solid(look.theme().axis(), 1));
        double row = top + em * (PADDING / 2 + ROW / 2);
        double begin = left + PADDING * em;
        if (!heading.isEmpty()) {
            pen.text(heading, begin, row, look.strong(Align.START).heavy());
            row += ROW * em;
        }
        for (Reading reading : readings) {
            double name = begin + reading.sample(em);
            if (reading.line().width() > 0) {
                pen.line(begin, Look.crisp(row), begin + SAMPLE * em, Look.crisp(row), reading.line());
            }
            pen.text(reading.name(), name, row, look.plain(Align.START));
            pen.text(reading.value(), left + cardWidth - PADDING * em, row, look.strong(Align.END));
            row += ROW * em;
        }
    }
}
