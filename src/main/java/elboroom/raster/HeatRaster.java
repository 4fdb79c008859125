package elboroom.raster;

/** Draws numbers on a grid as colours, smoothly between the middles of its cells, and lines of equal value over them. */
public final class HeatRaster {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    /** Luma, of 255, above which a line is drawn dark. */
    private static final int BRIGHT = 140;

    private float[] above = {};
    private float[] row = {};
    private int[] cell = {};
    private float[] weight = {};

    /**
     * Draws over what {@code target} holds; where there is no number it stays.
     *
     * @param target row-major [view height][view width], opaque
     * @param view in pixels of {@code target}
     * @param place what all cells together cover
     * @param columns of cells
     * @param shares row-major [rows][columns], the first row uppermost: places on the colour map, NaN for no number
     * @param levels places on the colour map where a line is drawn
     */
    public void draw(
            int[] target,
            Viewport view,
            Bounds place,
            int columns,
            float[] shares,
            ColourMap colours,
            float... levels) {
        int width = (int) view.width();
        int height = (int) view.height();
        int rows = shares.length / columns;
        if (row.length < width) {
            row = new float[width];
            above = new float[width];
            cell = new int[width];
            weight = new float[width];
        }
        for (int x = 0; x < width; x++) {
            double at = (view.toLatentX(x + 0.5) - place.minX()) / place.width() * columns;
            cell[x] = at < 0 || at >= columns ? -1 : below(at, columns);
            weight[x] = share(at, cell[x], columns);
        }
        boolean first = true;
        for (int y = 0; y < height; y++) {
            double at = (place.maxY() - view.toLatentY(y + 0.5)) / place.height() * rows;
            if (at < 0 || at >= rows) {
                first = true;
                continue;
            }
            int upper = below(at, rows);
            values(shares, columns, upper * columns, rows == 1 ? 0 : columns, share(at, upper, rows), width);
            for (int x = 0; x < width; x++) {
                if (!Float.isNaN(row[x])) {
                    target[y * width + x] = colours.at(row[x]);
                }
            }
            for (float level : levels) {
                line(target, y * width, width, level, first);
            }
            float[] last = above;
            above = row;
            row = last;
            first = false;
        }
    }

    /** The cell whose middle is the last at or before a place, but the last of all. */
    private static int below(double at, int cells) {
        return (int) Math.max(0, Math.min(cells - 2, Math.floor(at - 0.5)));
    }

    private static float share(double at, int cell, int cells) {
        return cells == 1 ? 0 : (float) Math.max(0, Math.min(1, at - 0.5 - cell));
    }

    private void values(float[] shares, int columns, int at, int down, float lower, int width) {
        for (int x = 0; x < width; x++) {
            int left = cell[x];
            if (left < 0) {
                row[x] = Float.NaN;
                continue;
            }
            int right = columns == 1 ? left : left + 1;
            float top = between(shares[at + left], shares[at + right], weight[x]);
            float bottom = between(shares[at + down + left], shares[at + down + right], weight[x]);
            row[x] = between(top, bottom, lower);
        }
    }

    /** Beside a cell without a number the nearer one decides, so that the picture ends between the two. */
    private static float between(float a, float b, float weight) {
        if (Float.isNaN(a) || Float.isNaN(b)) {
            return weight < 0.5f ? a : b;
        }
        return a + weight * (b - a);
    }

    private void line(int[] target, int at, int width, float level, boolean first) {
        for (int x = 0; x < width; x++) {
            if (crosses(row[x], x > 0 ? row[x - 1] : Float.NaN, level)
                    || crosses(row[x], first ? Float.NaN : above[x], level)) {
                int under = target[at + x];
                int luma = (299 * Pixels.red(under) + 587 * Pixels.green(under) + 114 * Pixels.blue(under)) / 1000;
                target[at + x] = luma > BRIGHT ? BLACK : WHITE;
            }
        }
    }

    private static boolean crosses(float a, float b, float level) {
        return a >= level ? b < level : a < level && b >= level;
    }
}
