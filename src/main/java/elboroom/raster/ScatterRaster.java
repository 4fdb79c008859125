package elboroom.raster;

import java.util.Arrays;

/**
 * Draws points as small anti-aliased shapes straight into pixels. JavaFX's Canvas takes 87 ms for 100,000 points; this
 * takes a few. One instance keeps its stamps and serves one thread at a time.
 */
public final class ScatterRaster {
    private static final Stamp[] NONE = {};

    private PointStyle style = new PointStyle(0, 0, false);
    private Stamp[] stamps = NONE;

    /**
     * Draws points in their order, later ones on top, over what {@code target} holds. Points that are not finite are
     * skipped.
     *
     * @param target opaque pixels, row-major [view height][view width]
     * @param view in pixels of {@code target}
     * @param x first latent coordinates
     * @param y second latent coordinates
     * @param labels class of each point; colours and shapes repeat after {@link ClassColours#COUNT}
     * @param hidden classes left out; those past its end are drawn
     */
    public void draw(
            int[] target, Viewport view, float[] x, float[] y, int[] labels, boolean[] hidden, PointStyle pointStyle) {
        prepare(pointStyle);
        int width = (int) view.width();
        int height = (int) view.height();
        int reach = stamps[0].size() / 2;
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
            int kind = Math.floorMod(label, ClassColours.COUNT);
            stamp(target, width, height, stamps[kind], screenX, screenY, ClassColours.argb(kind));
        }
    }

    private void prepare(PointStyle wanted) {
        if (stamps.length > 0 && wanted.equals(style)) {
            return;
        }
        Stamp[] fresh = new Stamp[ClassColours.COUNT];
        if (wanted.shapes()) {
            Arrays.setAll(fresh, i -> new Stamp(ClassColours.shape(i), wanted.diameter(), wanted.opacity()));
        } else {
            Arrays.fill(fresh, new Stamp(PointShape.CIRCLE, wanted.diameter(), wanted.opacity()));
        }
        stamps = fresh;
        style = wanted;
    }

    private static void stamp(
            int[] target, int width, int height, Stamp stamp, double screenX, double screenY, int colour) {
        int size = stamp.size();
        int column = (int) Math.floor(screenX);
        int row = (int) Math.floor(screenY);
        int[] weights =
                stamp.weights((int) ((screenX - column) * Stamp.PHASES), (int) ((screenY - row) * Stamp.PHASES));
        int left = column - size / 2;
        int top = row - size / 2;
        int fromX = Math.max(0, -left);
        int toX = Math.min(size, width - left);
        int fromY = Math.max(0, -top);
        int toY = Math.min(size, height - top);
        for (int y = fromY; y < toY; y++) {
            int at = (top + y) * width + left;
            for (int j = fromX; j < toX; j++) {
                int weight = weights[y * size + j];
                if (weight != 0) {
                    target[at + j] = Pixels.mix(target[at + j], colour, weight);
                }
            }
        }
    }
}
