package elboroom.app.chart;

import java.util.Arrays;

/**
 * Thins a long line to what can be seen: of all points in one column of pixels the first, the least, the greatest and the
 * last, in their order. The picture is that of all points.
 */
final class Decimation {
    private static final int PER_COLUMN = 4;

    private double[] x = new double[0];
    private double[] y = new double[0];
    private int count;

    /**
     * Thins points {@code from} (inclusive) to {@code to} (exclusive), and gives them in pixels. A value that is not finite
     * becomes not a number.
     */
    void thin(double[] xs, double[] ys, int from, int to, Scale across, Scale up) {
        int columns = (int) Math.ceil(Math.abs(across.to() - across.from())) + 2;
        int capacity = Math.min(to - from, PER_COLUMN * columns + PER_COLUMN);
        if (x.length < capacity) {
            x = new double[capacity];
            y = new double[capacity];
        }
        count = 0;
        if (to - from <= PER_COLUMN * columns) {
            for (int i = from; i < to; i++) {
                put(xs, ys, i, across, up);
            }
            return;
        }
        int first = from;
        while (first < to) {
            double column = Math.floor(across.toScreen(xs[first]));
            int least = first;
            int greatest = first;
            int last = first;
            for (int i = first + 1; i < to && across.toScreen(xs[i]) < column + 1; i++) {
                last = i;
                // Written so that a value that is not a number never wins but is passed over at the first.
                if (!(ys[i] >= ys[least])) {
                    least = Double.isNaN(ys[i]) ? least : i;
                }
                if (!(ys[i] <= ys[greatest])) {
                    greatest = Double.isNaN(ys[i]) ? greatest : i;
                }
            }
            column(xs, ys, new int[] {first, Math.min(least, greatest), Math.max(least, greatest), last}, across, up);
            first = last + 1;
        }
    }

    private void column(double[] xs, double[] ys, int[] indices, Scale across, Scale up) {
        int before = -1;
        for (int index : indices) {
            if (index != before) {
                put(xs, ys, index, across, up);
            }
            before = index;
        }
    }

    private void put(double[] xs, double[] ys, int index, Scale across, Scale up) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count + PER_COLUMN);
            y = Arrays.copyOf(y, 2 * count + PER_COLUMN);
        }
        x[count] = across.toScreen(xs[index]);
        y[count] = Double.isFinite(ys[index]) ? up.toScreen(ys[index]) : Double.NaN;
        count++;
    }

    /** Pixels across, of which the first {@link #count} count. */
    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int count() {
        return count;
    }
}
