package elboroom.app.chart;

import elboroom.app.chart.Lettering.Align;

/**
 * What a drawing looks like, whatever draws it.
 *
 * @param theme colours
 * @param em size of the text in pixels
 * @param widths of texts
 */
public record Look(ChartTheme theme, double em, TextWidths widths) {
    /** How wide a text is. */
    @FunctionalInterface
    public interface TextWidths {
        /** Width in pixels at a size in pixels. */
        double of(String text, double size, boolean bold);
    }

    double width(String text) {
        return widths.of(text, em, false);
    }

    double boldWidth(String text) {
        return widths.of(text, em, true);
    }

    Lettering plain(Align align) {
        return Lettering.of(em, theme.text(), align);
    }

    Lettering strong(Align align) {
        return Lettering.of(em, theme.strong(), align);
    }

    /** The middle of a pixel: where a line of one pixel is sharp. */
    static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
