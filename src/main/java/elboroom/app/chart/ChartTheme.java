package elboroom.app.chart;

import elboroom.raster.ClassColours;

/**
 * Colours of charts, 0xAARRGGBB, which style sheets cannot reach; they match AtlantaFX's Primer themes.
 *
 * @param paper background
 * @param grid hairlines behind the data
 * @param axis the base line and its marks
 * @param text numbers and titles
 * @param strong what must be read first
 * @param accent selection and cursor
 * @param halo around text over data
 * @param pale bars that are not the point
 * @param warning limits that matter
 */
public record ChartTheme(
        int paper, int grid, int axis, int text, int strong, int accent, int halo, int pale, int warning) {
    /** For white paper, so for files too. */
    public static final ChartTheme LIGHT = new ChartTheme(
            0xFFFFFFFF, 0xFFE8EBEF, 0xFFAFB8C1, 0xFF57606A, 0xFF1F2328, 0xFF0969DA, 0xE6FFFFFF, 0xFFCCD3DB, 0xFFBC4C00);

    public static final ChartTheme DARK = new ChartTheme(
            0xFF0D1117, 0xFF21262D, 0xFF484F58, 0xFF8B949E, 0xFFF0F6FC, 0xFF58A6FF, 0xE00D1117, 0xFF3A424D, 0xFFF0883E);

    private static final int FAINT = 0x55000000;

    static ChartTheme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** Colour of the n-th of several things, safe for the colour-blind; see {@link ClassColours}. */
    public static int colour(int index) {
        return ClassColours.argb(index);
    }

    /** The same colour, mostly transparent: raw values behind their average. */
    public static int faint(int argb) {
        return argb & 0xFFFFFF | FAINT;
    }
}
