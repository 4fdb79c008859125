package elboroom.raster;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Draws points as small anti-aliased shapes straight into pixels. JavaFX's Canvas takes 87 ms for 100,000 points; this
 * takes a few. One instance keeps its stamps and serves one caller at a time.
 *
 * <p>Several threads share the points out twice: first each places as many of them, in their order, and notes them for the bands of
 * rows that they touch; then each draws one band, so that every pixel is mixed by one thread in the points' order, whatever the
 * number of threads. {@value #MANY} points and more are a {@link Crowd} while they are smaller than {@value #SMALL} pixels.
 */
public final class ScatterRaster {
    /** Points from which on they may be a crowd, and several threads are worth it. */
    public static final int MANY = 100_000;
    /** Pixels of diameter from which on they are no crowd. */
    private static final double SMALL = 3;

    private static final Stamp[] NONE = {};

    private final int bands;
    /** Of points placed by one thread for one band, [thread][band]. */
    private final Notes[][] notes;

    private final Crowd crowd = new Crowd();

    private PointStyle style = new PointStyle(0, 0, false);
    private int stride;
    private Palette prepared = Palette.CLASSES;
    private Stamp[] stamps = NONE;

    /** Draws on the caller's thread alone. */
    public ScatterRaster() {
        this(1);
    }

    /** @param threads that share the work, the caller's among them; worth it from {@link #MANY} points on */
    public ScatterRaster(int threads) {
        bands = threads;
        notes = new Notes[threads][threads];
        for (Notes[] ofThread : notes) {
            Arrays.setAll(ofThread, band -> new Notes());
        }
    }

    /** Draws points in the colours of their classes. */
    public void draw(int[] target, Viewport view, Points points, PointStyle pointStyle) {
        draw(target, view, points, pointStyle, Palette.CLASSES);
    }

    /**
     * Draws points in their order, later ones on top, over what {@code target} holds. Points that are not finite are
     * skipped.
     *
     * @param target opaque pixels, row-major [view height][view width]
     * @param view in pixels of {@code target}
     */
    public void draw(int[] target, Viewport view, Points points, PointStyle pointStyle, Palette palette) {
        if (points.count() >= MANY && pointStyle.diameter() < SMALL) {
            drawCrowd(target, view, points, pointStyle, palette);
        } else {
            drawShapes(target, view, points, pointStyle, palette);
        }
    }

    private void drawCrowd(int[] target, Viewport view, Points points, PointStyle pointStyle, Palette palette) {
        int height = (int) view.height();
        crowd.prepare((int) view.width(), height, points, pointStyle, palette.argb());
        inParallel(band -> crowd.count(view, firstRow(height, band), firstRow(height, band + 1)));
        inParallel(band -> crowd.paint(target, firstRow(height, band), firstRow(height, band + 1)));
    }

    private void drawShapes(int[] target, Viewport view, Points points, PointStyle pointStyle, Palette palette) {
        int width = (int) view.width();
        int height = (int) view.height();
        prepare(pointStyle, palette, width);
        int reach = (int) Math.ceil(pointStyle.diameter());
        PointPlaces places = new PointPlaces(view, points, palette.size(), reach);
        inParallel(part -> places.note(notes[part], share(points.count(), part), share(points.count(), part + 1)));
        inParallel(band -> {
            int first = firstRow(height, band);
            int end = firstRow(height, band + 1);
            for (Notes[] ofThread : notes) {
                draw(target, width, first, end, ofThread[band], palette.argb());
            }
        });
    }

    private int firstRow(int height, int band) {
        return PointPlaces.firstRow(height, band, bands);
    }

    /** The first point of a thread's share. */
    private int share(int count, int thread) {
        return (int) ((long) count * thread / bands);
    }

    private void inParallel(IntConsumer work) {
        if (bands == 1) {
            work.accept(0);
        } else {
            IntStream.range(0, bands).parallel().forEach(work);
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

    /** Draws what of the points falls into the rows from {@code first} to before {@code end}. */
    private void draw(int[] target, int width, int first, int end, Notes points, int[] colours) {
        for (int point = 0; point < points.count(); point++) {
            long note = points.at(point);
            int kind = Notes.kind(note);
            int x = Notes.x(note);
            int y = Notes.y(note);
            Stamp.Phase phase = stamps[kind].phase(x & Notes.PHASES - 1, y & Notes.PHASES - 1);
            stamp(
                    target,
                    width,
                    first,
                    end,
                    stamps[kind].reach(),
                    phase,
                    x >> Notes.PHASE_BITS,
                    y >> Notes.PHASE_BITS,
                    colours[kind]);
        }
    }

    private static void stamp(
            int[] target,
            int width,
            int first,
            int end,
            int reach,
            Stamp.Phase phase,
            int column,
            int row,
            int colour) {
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
}
