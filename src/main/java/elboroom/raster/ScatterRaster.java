package elboroom.raster;

import java.util.EnumMap;
import java.util.Map;

/**
 * Draws points as small anti-aliased shapes straight into pixels. JavaFX's Canvas takes 87 ms for 100,000 points; this
 * takes a few. One instance keeps its stamps and serves one thread at a time.
 */
public final class ScatterRaster {
    private static final Stamp[] NONE = {};

    private PointStyle style = new PointStyle(0, 0, false);
    private int stride;
    private Palette prepared = Palette.CLASSES;
    private Stamp[] stamps = NONE;

    /** Draws points in the colours of their classes. */
    public void draw(
            int[] target, Viewport view, float[] x, float[] y, int[] labels, boolean[] hidden, PointStyle pointStyle) {
        draw(target, view, x, y, labels, hidden, pointStyle, Palette.CLASSES);
    }

    /**
     * Draws points in their order, later ones on top, over what {@code target} holds. Points that are not finite are
     * skipped.
     *
     * @param target opaque pixels, row-major [view height][view width]
     * @param view in pixels of {@code target}
     * @param x first latent coordinates
     * @param y second latent coordinates
     * @param labels of each point, 0 or more; colours and shapes repeat after the palette's last
     * @param hidden labels left out; those past its end are drawn
     */
    public void draw(
            int[] target,
            Viewport view,
            float[] x,
            float[] y,
            int[] labels,
            boolean[] hidden,
            PointStyle pointStyle,
            Palette palette) {
        int width = (int) view.width();
        int height = (int) view.height();
        prepare(pointStyle, palette, width);
        int[] colours = palette.argb();
        double reach = Math.ceil(pointStyle.diameter());
        double scale = view.pixelsPerUnit();
        double left = view.toScreenX(0);
        double top = view.toScreenY(0);
        for (int i = 0; i < x.length; i++) {
            double screenX = left + x[i] * scale;
            double screenY = top - y[i] * scale;
            // Written so that NaN fails it too.
            if (!(screenX > -reach && screenX < width + reach && screenY > -reach && screenY < height + reach)) {
                continue;
            }
            int label = labels[i];
            if (label < hidden.length && hidden[label]) {
                continue;
            }
            int kind = Math.floorMod(label, colours.length);
            stamp(target, width, height, stamps[kind], screenX, screenY, colours[kind]);
        }
    }

    private void prepare(PointStyle wanted, Palette palette, int width) {
        if (stamps.length > 0 && wanted.equals(style) && palette == prepared && width == stride) {
            return;
        }
        Map<PointShape, Stamp> byShape = new EnumMap<>(PointShape.class);
        Stamp[] fresh = new Stamp[palette.size()];
        for (int i = 0; i < fresh.length; i++) {
            PointShape shape = wanted.shapes() ? palette.shape(i) : PointShape.CIRCLE;
            fresh[i] =
                    byShape.computeIfAbsent(shape, key -> new Stamp(key, wanted.diameter(), wanted.opacity(), width));
        }
        stamps = fresh;
        style = wanted;
        prepared = palette;
        stride = width;
    }

    private static void stamp(
            int[] target, int width, int height, Stamp stamp, double screenX, double screenY, int colour) {
        int reach = stamp.reach();
        int column = (int) Math.floor(screenX);
        int row = (int) Math.floor(screenY);
        Stamp.Phase phase =
                stamp.phase((int) ((screenX - column) * Stamp.PHASES), (int) ((screenY - row) * Stamp.PHASES));
        int[] offsets = phase.offsets();
        int[] weights = phase.weights();
        int middle = row * width + column;
        if (column >= reach && column < width - reach && row >= reach && row < height - reach) {
            for (int i = 0; i < offsets.length; i++) {
                int at = middle + offsets[i];
                target[at] = Pixels.mix(target[at], colour, weights[i]);
            }
            return;
        }
        for (int i = 0; i < offsets.length; i++) {
            int x = column + phase.columns()[i];
            int y = row + phase.rows()[i];
            if (x >= 0 && x < width && y >= 0 && y < height) {
                int at = middle + offsets[i];
                target[at] = Pixels.mix(target[at], colour, weights[i]);
            }
        }
    }
}
