package elboroom.raster;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws points as small anti-aliased shapes straight into pixels. JavaFX's Canvas takes 87 ms for 100,000 points; this
 * takes a few. One instance keeps its stamps and serves one caller at a time.
 *
 * <p>Of a million points, each costs some 6 ns to place and 20 to 30 to mix into the 6 to 20 pixels that it touches. The
 * mixing is shared out by bands of rows: each thread places all points, in their order, and draws what falls into its own
 * rows, so that every pixel is mixed by one thread in the same order, whatever their number.
 */
public final class ScatterRaster {
    private static final Stamp[] NONE = {};

    private final int bands;
    private PointStyle style = new PointStyle(0, 0, false);
    private int stride;
    private Palette prepared = Palette.CLASSES;
    private Stamp[] stamps = NONE;

    /** Draws on the caller's thread alone. */
    public ScatterRaster() {
        this(1);
    }

    /** @param threads that share the work, the caller's among them; worth it from some 100,000 points on */
    public ScatterRaster(int threads) {
        bands = threads;
    }

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
        prepare(pointStyle, palette, (int) view.width());
        Frame frame = new Frame(target, view, x, y, labels, hidden, palette.argb());
        if (bands == 1) {
            draw(frame, 0, frame.height);
        } else {
            IntStream.range(0, bands)
                    .parallel()
                    .forEach(band -> draw(frame, frame.height * band / bands, frame.height * (band + 1) / bands));
        }
    }

    /** Draws what falls into the rows from {@code first} to before {@code end}. */
    private void draw(Frame frame, int first, int end) {
        float[] x = frame.x;
        float[] y = frame.y;
        boolean[] hidden = frame.hidden;
        int[] colours = frame.colours;
        double reach = Math.ceil(style.diameter());
        double scale = frame.view.pixelsPerUnit();
        double left = frame.view.toScreenX(0);
        double top = frame.view.toScreenY(0);
        double right = frame.width + reach;
        double above = first - reach;
        double below = end + reach;
        for (int i = 0; i < x.length; i++) {
            double screenX = left + x[i] * scale;
            double screenY = top - y[i] * scale;
            // Written so that NaN fails it too.
            if (!(screenX > -reach && screenX < right && screenY > above && screenY < below)) {
                continue;
            }
            int label = frame.labels[i];
            if (label < hidden.length && hidden[label]) {
                continue;
            }
            int kind = Math.floorMod(label, colours.length);
            stamp(frame, first, end, stamps[kind], screenX, screenY, colours[kind]);
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
            Frame frame, int first, int end, Stamp stamp, double screenX, double screenY, int colour) {
        int[] target = frame.target;
        int width = frame.width;
        int reach = stamp.reach();
        int column = (int) Math.floor(screenX);
        int row = (int) Math.floor(screenY);
        Stamp.Phase phase =
                stamp.phase((int) ((screenX - column) * Stamp.PHASES), (int) ((screenY - row) * Stamp.PHASES));
        int[] offsets = phase.offsets();
        int[] weights = phase.weights();
        int middle = row * width + column;
        if (column >= reach && column < width - reach && row >= first + reach && row < end - reach) {
            for (int i = 0; i < offsets.length; i++) {
                int at = middle + offsets[i];
                target[at] = Pixels.mix(target[at], colour, weights[i]);
            }
            return;
        }
        for (int i = 0; i < offsets.length; i++) {
            int x = column + phase.columns()[i];
            int y = row + phase.rows()[i];
            if (x >= 0 && x < width && y >= first && y < end) {
                int at = middle + offsets[i];
                target[at] = Pixels.mix(target[at], colour, weights[i]);
            }
        }
    }

    /** What one call draws; see {@link #draw(int[], Viewport, float[], float[], int[], boolean[], PointStyle, Palette)}. */
    private static final class Frame {
        final int[] target;
        final Viewport view;
        final float[] x;
        final float[] y;
        final int[] labels;
        final boolean[] hidden;
        final int[] colours;
        final int width;
        final int height;

        Frame(int[] target, Viewport view, float[] x, float[] y, int[] labels, boolean[] hidden, int[] colours) {
            this.target = target;
            this.view = view;
            this.x = x;
            this.y = y;
            this.labels = labels;
            this.hidden = hidden;
            this.colours = colours;
            width = (int) view.width();
            height = (int) view.height();
        }
    }
}
