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

    /** A text as it fits: its middle is left out where it has no room, as names often begin or end alike. */
    String shortened(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int kept = (fits + tooLong) / 2;
            if (width(withoutMiddle(text, kept)) <= room) {
                fits = kept;
            } else {
                tooLong = kept;
            }
        }
        return withoutMiddle(text, fits);
    }

    /** Does not part what is one character in two. */
    private static String withoutMiddle(String text, int kept) {
        int head = (kept + 1) / 2;
        int tail = text.length() - kept / 2;
        if (head > 0 && Character.isHighSurrogate(text.charAt(head - 1))) {
            head--;
        }
        if (tail < text.length() && Character.isLowSurrogate(text.charAt(tail))) {
            tail++;
        }
        return text.substring(0, head) + "…" + text.substring(tail);
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
