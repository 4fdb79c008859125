package elboroom.app.chart;

/**
 * How text is drawn.
 *
 * @param size pixels
 * @param argb colour
 * @param align which part of the text is at its x
 * @param bold whether it is heavy
 * @param halo colour around the letters, so that they are read on anything; 0 for none
 */
public record Lettering(double size, int argb, Align align, boolean bold, int halo) {
    /** How far the base line is below the middle of a line of text, in its size: half the height of a digit. */
    static final double DROP = 0.36;

    /** Which part of a text is at its x. */
    public enum Align {
        START,
        MIDDLE,
        END
    }

    static Lettering of(double size, int argb, Align align) {
        return new Lettering(size, argb, align, false, 0);
    }

    Lettering heavy() {
        return new Lettering(size, argb, align, true, halo);
    }

    Lettering on(int ground) {
        return new Lettering(size, argb, align, bold, ground);
    }
}
