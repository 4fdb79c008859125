package elboroom.raster;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws so many points that none is seen by itself: each is only counted at its pixel, with its colour, and the counts are
 * painted afterwards, softened over 3×3 pixels. A point costs two additions, a tenth of what a shape does, and no class hides another
 * by being drawn later: a pixel has the mean of its points' colours, and is covered as n shapes one on the other would cover it.
 *
 * <p>Several threads count a band of rows each. Points are kept {@linkplain PointsByHeight in the order of their height}, copied when they
 * are first drawn: a thread looks at those of its band, and counts them in few rows at a time, which the processor's cache holds.
 */
final class Crowd {
    /** A row and a column more on every side, whose points reach into the view. */
    private static final int BORDER = 1;
    /** Of one pixel; what comes after changes nothing that can be seen, and sums of 32 bits never overflow. */
    private static final int MOST = 0xFFFF;
    /** The weights of a point in its pixel and those around it, (1 2 1) each way, add up to this. */
    private static final int WHOLE = 16;
    /** Coverage is tabulated up to this many sixteenths of a point in a pixel, where it is complete. */
    private static final int STEPS = 64 * WHOLE;

    private static final long LOW = 0xFFFFFFFFL;

    /** [row][column][2]: red above green, blue above the count. */
    private long[] sums = {};
    /** [kind][2], what a point adds. */
    private long[] paints = {};

    private @Nullable PointsByHeight crowd;
    private boolean[] hidden = {};

    private final int[] coverage = new int[STEPS + 1];
    private int width;
    private int height;

    /** To be called before each picture. */
    void prepare(int viewWidth, int viewHeight, Points points, PointStyle style, int[] colours) {
        if (crowd == null || !crowd.isOf(points)) {
            crowd = new PointsByHeight(points);
        }
        hidden = points.hidden();
        width = viewWidth;
        height = viewHeight;
        int length = 2 * (width + 2 * BORDER) * (height + 2 * BORDER);
        if (sums.length != length) {
            sums = new long[length];
        }
        paints = new long[2 * colours.length];
        for (int kind = 0; kind < colours.length; kind++) {
            int colour = colours[kind];
            paints[2 * kind] = (long) Pixels.red(colour) << Integer.SIZE | Pixels.green(colour);
            paints[2 * kind + 1] = (long) Pixels.blue(colour) << Integer.SIZE | 1;
        }
        // How many shapes lie on a pixel on average, for each point counted in it.
        double area = Math.PI / 4 * style.diameter() * style.diameter();
        for (int n = 0; n <= STEPS; n++) {
            double shapes = area * n / WHOLE;
            coverage[n] = (int) Math.round(256 * (1 - Math.pow(1 - style.opacity(), shapes)));
        }
    }

    /**
     * Counts the points of a band of rows, in place of what was counted there before.
     *
     * @param first row of the view; the one above it belongs to the first band
     * @param end row past the last; the one below the view belongs to the last band
     */
    void count(Viewport view, int first, int end) {
        PointsByHeight points = Objects.requireNonNull(crowd);
        float[] x = points.x();
        float[] y = points.y();
        int[] labels = points.labels();
        boolean[] hide = hidden;
        int stride = width + 2 * BORDER;
        int from = first == 0 ? 0 : first + BORDER;
        int to = end == height ? height + 2 * BORDER : end + BORDER;
        long[] sum = sums;
        Arrays.fill(sum, 2 * from * stride, 2 * to * stride, 0);
        long[] paint = paints;
        int kinds = paint.length / 2;
        double scale = view.pixelsPerUnit();
        double left = view.toScreenX(0) + BORDER;
        double top = view.toScreenY(0) + BORDER;
        // A row more than needed, in case that heights and rows are rounded differently.
        int last = points.endAt((top - to - 1) / scale);
        for (int i = points.firstAt((top - from + 1) / scale); i < last; i++) {
            // Both written so that NaN fails them too.
            double row = top - y[i] * scale;
            if (!(row >= from && row < to)) {
                continue;
            }
            double column = left + x[i] * scale;
            if (!(column >= 0 && column < stride)) {
                continue;
            }
            int label = labels[i];
            if (label < hide.length && hide[label]) {
                continue;
            }
            int kind = 2 * (label < kinds ? label : label % kinds);
            int at = 2 * ((int) row * stride + (int) column);
            long blueAndCount = sum[at + 1];
            if ((blueAndCount & LOW) < MOST) {
                sum[at] += paint[kind];
                sum[at + 1] = blueAndCount + paint[kind + 1];
            }
        }
    }

    /** Paints the rows from {@code first} to before {@code end} over what {@code target} [height][width] holds. */
    void paint(int[] target, int first, int end) {
        long[] column = new long[2 * (width + 2 * BORDER)];
        for (int row = first; row < end; row++) {
            sumOfRows(row, column);
            for (int x = 0; x < width; x++) {
                int at = 2 * x;
                long blueAndCount = column[at + 1] + 2 * column[at + 3] + column[at + 5];
                if (blueAndCount == 0) {
                    continue;
                }
                long redAndGreen = column[at] + 2 * column[at + 2] + column[at + 4];
                int count = (int) blueAndCount;
                float share = 1f / count;
                int colour = Pixels.rgb(
                        (int) ((redAndGreen >>> Integer.SIZE) * share + 0.5f),
                        (int) ((redAndGreen & LOW) * share + 0.5f),
                        (int) ((blueAndCount >>> Integer.SIZE) * share + 0.5f));
                int pixel = row * width + x;
                target[pixel] = Pixels.mix(target[pixel], colour, coverage[Math.min(count, STEPS)]);
            }
        }
    }

    /** Of a row of the view and half of those above and below it, twice. */
    private void sumOfRows(int row, long[] into) {
        long[] sum = sums;
        int above = row * into.length;
        int middle = above + into.length;
        int below = middle + into.length;
        for (int i = 0; i < into.length; i++) {
            into[i] = sum[above + i] + 2 * sum[middle + i] + sum[below + i];
        }
    }
}
