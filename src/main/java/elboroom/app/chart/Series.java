package elboroom.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a chart: values over an x that never decreases. For the thread of the window. */
public final class Series {
    private static final int FIRST_CAPACITY = 256;

    private final String name;
    private final Line line;
    private final List<Runnable> listeners = new ArrayList<>();
    private double[] x = new double[FIRST_CAPACITY];
    private double[] y = new double[FIRST_CAPACITY];
    private boolean exact;
    private int size;
    private @Nullable MovingAverage averages;

    /**
     * An empty line.
     *
     * @param name in legend and read-out
     * @param line its colour and dash
     */
    public Series(String name, Line line) {
        this.name = name;
        this.line = line;
    }

    /** The n-th line of a chart in the usual colours and dashes. */
    public static Series numbered(String name, int index) {
        Line.Dash[] dashes = Line.Dash.values();
        return new Series(name, new Line(ChartTheme.colour(index), 1.6, dashes[index % dashes.length]));
    }

    /** Few values that are no noise: shown as they are, where others are averaged. */
    public Series exact() {
        exact = true;
        return this;
    }

    boolean isExact() {
        return exact;
    }

    public String name() {
        return name;
    }

    public Line line() {
        return line;
    }

    public int size() {
        return size;
    }

    public double x(int index) {
        return x[index];
    }

    public double y(int index) {
        return y[index];
    }

    /**
     * Adds a value; one that is not finite interrupts the line.
     *
     * @throws IllegalArgumentException if {@code newX} is before the last
     */
    public void append(double newX, double newY) {
        requireOrder(newX, size == 0 ? newX : x[size - 1]);
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = newX;
        y[size] = newY;
        size++;
        listeners.forEach(Runnable::run);
    }

    /** Replaces all values; the arrays are copied. */
    public void set(double[] newX, double[] newY) {
        if (newX.length != newY.length) {
            throw new IllegalArgumentException("%d x and %d y".formatted(newX.length, newY.length));
        }
        for (int i = 1; i < newX.length; i++) {
            requireOrder(newX[i], newX[i - 1]);
        }
        size = newX.length;
        x = Arrays.copyOf(newX, Math.max(FIRST_CAPACITY, size));
        y = Arrays.copyOf(newY, Math.max(FIRST_CAPACITY, size));
        changed();
    }

    public void clear() {
        size = 0;
        changed();
    }

    private static void requireOrder(double next, double last) {
        if (!(next >= last)) {
            throw new IllegalArgumentException("x goes back from %s to %s".formatted(last, next));
        }
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        averages = null;
        listeners.forEach(Runnable::run);
    }

    double[] xs() {
        return x;
    }

    double[] ys() {
        return y;
    }

    /** The average of each value and those before it, {@code window} in all; the first {@link #size} count. */
    double[] averages(int window) {
        MovingAverage known = averages;
        if (known == null || known.window() != window) {
            known = new MovingAverage(window);
            averages = known;
        }
        return known.of(y, size);
    }

    /** Index of the first value at or after x; the size if there is none. */
    int firstFrom(double at) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the value whose x is nearest; -1 if there is none. */
    int nearest(double at) {
        int after = firstFrom(at);
        if (after == size) {
            return size - 1;
        }
        return after > 0 && at - x[after - 1] < x[after] - at ? after - 1 : after;
    }
}
