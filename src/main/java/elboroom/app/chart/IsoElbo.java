package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;
import elboroom.app.widget.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Lines of slope −1 on the rate-distortion plane, along each of which the ELBO is the same round number. */
final class IsoElbo {
    private IsoElbo() {}

    /** Round numbers that distortion + rate has somewhere on the plot. */
    static List<Double> sums(Frame plot) {
        double low = plot.y().range().min();
        double high = plot.y().range().max() + plot.x().range().max();
        double step = Range.upTo((high - low) / 6).size();
        List<Double> sums = new ArrayList<>();
        for (double sum = Math.ceil(low / step) * step; sum <= high; sum += step) {
            sums.add(sum);
        }
        return sums;
    }

    static void draw(Pen pen, Frame plot, double sum, Look look) {
        double end = plot.x().range().max();
        pen.line(
                plot.left(),
                plot.y().toScreen(sum),
                plot.right(),
                plot.y().toScreen(sum - end),
                Line.dashed(look.theme().axis(), 1));
    }

    /** Below its line, as far to the right as there is room; left out if there is none. */
    static void name(Pen pen, Frame plot, double sum, LabelSpace space, Look look) {
        double em = look.em();
        boolean whole = Math.abs(sum - Math.rint(sum)) < 1e-6;
        String name = "ELBO " + Numbers.fixed(-sum, whole ? 0 : 1);
        double width = look.width(name);
        List<LabelSpace.Box> places = new ArrayList<>();
        for (double right = plot.right(); right - width > plot.left(); right -= 2 * em) {
            double y = plot.y().toScreen(sum - plot.x().toValue(right));
            places.add(new LabelSpace.Box(right - width, y + 0.1 * em, width, 1.2 * em));
        }
        space.takeIfFree(places)
                .ifPresent(place -> pen.text(
                        name,
                        place.left(),
                        place.top() + place.height() / 2,
                        look.plain(Align.START).on(look.theme().halo())));
    }
}
