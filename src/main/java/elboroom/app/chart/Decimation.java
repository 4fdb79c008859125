package elboroom.app.chart;

/**
 * Thins a long line to what can be seen: of all points in a column of pixels the least and the greatest value. What is thick
 * with noise is then drawn as a filled band: to stroke its thousands of strokes up and down takes ten times as long, for the
 * same picture.
 */
final class Decimation {
    /** Pixels of a column: half as many corners as there are pixels, which the eye does not miss. */
    private static final double COLUMN = 2;
    /** Points in a column below which a line is drawn as it is. */
    private static final int FEW = 2;
    /** Pixels that a column's values must be apart to count as thick; less is the slope of a smooth line. */
    private static final double THICK = 2 * COLUMN;

    private double[] x = new double[0];
    private double[] top = new double[0];
    private double[] bottom = new double[0];
    private int count;
    private int thick;
    // Of the polygon or polyline that is drawn.
    private double[] px = new double[0];
    private double[] py = new double[0];

    /**
     * Thins points {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param xs ascending
     * @param ys those that are not finite are left out, and interrupt the line where there are no others
     */
    void thin(double[] xs, double[] ys, int from, int to, Scale across, Scale up) {
        int columns = (int) Math.ceil(Math.abs(across.to() - across.from()) / COLUMN) + 2;
        count = 0;
        thick = 0;
        reserve(Math.max(columns, Math.min(to - from, FEW * columns)));
        if (to - from <= FEW * columns) {
            for (int i = from; i < to; i++) {
                double y = Double.isFinite(ys[i]) ? up.toScreen(ys[i]) : Double.NaN;
                put(across.toScreen(xs[i]), y, y);
            }
            return;
        }
        int first = from;
        while (first < to) {
            double column = COLUMN * Math.floor(across.toScreen(xs[first]) / COLUMN);
            int end = Math.max(first + 1, firstFrom(xs, first, to, across.toValue(column + COLUMN)));
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = first; i < end; i++) {
                double y = ys[i];
                if (Math.abs(y) <= Double.MAX_VALUE) {
                    least = Math.min(least, y);
                    greatest = Math.max(greatest, y);
                }
            }
            if (least <= greatest) {
                put(column + COLUMN / 2, up.toScreen(greatest), up.toScreen(least));
            } else {
                put(column + COLUMN / 2, Double.NaN, Double.NaN);
            }
            first = end;
        }
    }

    private void reserve(int capacity) {
        if (x.length < capacity) {
            x = new double[capacity];
            top = new double[capacity];
            bottom = new double[capacity];
            px = new double[2 * capacity];
            py = new double[2 * capacity];
        }
    }

    private void put(double at, double upper, double lower) {
        x[count] = at;
        top[count] = upper;
        bottom[count] = lower;
        thick += lower - upper >= THICK ? 1 : 0;
        count++;
    }

    /** Index of the first x at or after a value. */
    private static int firstFrom(double[] xs, int from, int to, double value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Draws what has been thinned: a band if much of it is thick. */
    void draw(Pen pen, Line line) {
        if (4 * thick > count) {
            int begin = 0;
            for (int i = 0; i <= count; i++) {
                if (i == count || Double.isNaN(top[i])) {
                    band(pen, begin, i, line);
                    begin = i + 1;
                }
            }
            return;
        }
        int points = 0;
        for (int i = 0; i < count; i++) {
            boolean spike = bottom[i] - top[i] >= THICK;
            px[points] = x[i];
            py[points++] = spike ? top[i] : (top[i] + bottom[i]) / 2;
            if (spike) {
                px[points] = x[i];
                py[points++] = bottom[i];
            }
        }
        pen.polyline(px, py, points, line);
    }

    /** A polygon, as much wider on either side as the line would be. */
    private void band(Pen pen, int from, int to, Line line) {
        int n = to - from;
        if (n == 1) {
            double height = bottom[from] - top[from] + line.width();
            pen.rectangle(x[from] - 0.5, top[from] - line.width() / 2, 1, height, line.argb());
            return;
        }
        for (int i = 0; i < n; i++) {
            px[i] = x[from + i];
            py[i] = top[from + i] - line.width() / 2;
            px[2 * n - 1 - i] = x[from + i];
            py[2 * n - 1 - i] = bottom[from + i] + line.width() / 2;
        }
        if (n > 1) {
            pen.polygon(px, py, 2 * n, line.argb());
        }
    }
}
