package elboroom.app.map;

import javafx.scene.paint.Color;

/**
 * Colours of the map's own drawing, which style sheets cannot reach; they match AtlantaFX's Primer themes.
 *
 * @param paper background, 0xRRGGBB
 * @param grid hairlines, 0xRRGGBB
 * @param text axis numbers and titles
 * @param strong class names, marks, the marker's outer ring
 * @param halo around anything drawn over the points
 * @param prior circles of the prior
 * @param accent the marker, the selection, q(z|x)
 * @param truth the true posterior
 * @param drawn the drawn input
 */
record MapTheme(
        int paper,
        int grid,
        Color text,
        Color strong,
        Color halo,
        Color prior,
        Color accent,
        Color truth,
        Color drawn) {
    static final MapTheme LIGHT = new MapTheme(
            0xFFFFFF,
            0xEEF0F3,
            Color.web("#57606a"),
            Color.web("#1f2328"),
            Color.web("#ffffff", 0.92),
            Color.web("#424a53", 0.75),
            Color.web("#0969da"),
            Color.web("#8250df"),
            Color.web("#bf3989"));

    static final MapTheme DARK = new MapTheme(
            0x0D1117,
            0x1C222B,
            Color.web("#8b949e"),
            Color.web("#f0f6fc"),
            Color.web("#0d1117", 0.88),
            Color.web("#b1bac4", 0.7),
            Color.web("#58a6ff"),
            Color.web("#bc8cff"),
            Color.web("#f778ba"));

    static MapTheme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    Color of(MapEllipse.Kind kind) {
        return switch (kind) {
            case APPROXIMATE -> accent;
            case TRUE -> truth;
            case DRAWN -> drawn;
        };
    }
}
