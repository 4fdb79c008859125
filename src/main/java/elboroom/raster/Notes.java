package elboroom.raster;

import java.util.Arrays;

/** Where points of which kind are to be drawn, in the order in which they were noted: a number each. */
final class Notes {
    /** Positions between two pixels, each way: {@value #PHASES}. */
    static final int PHASE_BITS = 2;

    static final int PHASES = 1 << PHASE_BITS;
    private static final int LEAST = 1024;
    private static final int X_BITS = 24;
    private static final int KIND_BITS = 16;

    private long[] values = {};
    private int count;

    void clear() {
        count = 0;
    }

    /**
     * Notes a point.
     *
     * @param x in parts of a pixel, {@value #PHASES} to each; like y above −2²³ and below 2²³
     * @param kind below 2¹⁶
     */
    void add(int x, int y, int kind) {
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.max(LEAST, count + count / 2));
        }
        long place = (long) y << X_BITS + KIND_BITS | (x & (1L << X_BITS) - 1) << KIND_BITS;
        values[count++] = place | kind;
    }

    int count() {
        return count;
    }

    long at(int index) {
        return values[index];
    }

    static int x(long note) {
        return (int) (note << Long.SIZE - X_BITS - KIND_BITS >> Long.SIZE - X_BITS);
    }

    static int y(long note) {
        return (int) (note >> X_BITS + KIND_BITS);
    }

    static int kind(long note) {
        return (int) note & (1 << KIND_BITS) - 1;
    }
}
