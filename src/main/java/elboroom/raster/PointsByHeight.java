package elboroom.raster;

/**
 * Copies of points in the order of their height, the highest first, in which those of some rows of a view stand together: a thread looks
 * at its own rows' points only, and neighbours in memory are near each other in the picture. The order is that of the 16 upper bits of
 * the height, a step of at most 1/128 of it, which one pass of counting finds.
 */
final class PointsByHeight {
    private static final int LOWER_BITS = 16;
    private static final int HEIGHTS = 1 << 16;

    private final Points points;
    private final float[] x;
    private final float[] y;
    private final int[] labels;
    /** Where the points of each height begin, those that are not finite at the ends; [heights + 1]. */
    private final int[] begins = new int[HEIGHTS + 1];

    PointsByHeight(Points points) {
        this.points = points;
        int count = points.count();
        x = new float[count];
        y = new float[count];
        labels = new int[count];
        float[] heights = points.y();
        for (float height : heights) {
            begins[rank(height) + 1]++;
        }
        for (int rank = 0; rank < HEIGHTS; rank++) {
            begins[rank + 1] += begins[rank];
        }
        int[] next = begins.clone();
        for (int i = 0; i < count; i++) {
            int at = next[rank(heights[i])]++;
            x[at] = points.x()[i];
            y[at] = heights[i];
            labels[at] = points.labels()[i];
        }
    }

    /** Whether these are copies of the same arrays. */
    boolean isOf(Points other) {
        return points.x() == other.x() && points.y() == other.y() && points.labels() == other.labels();
    }

    float[] x() {
        return x;
    }

    float[] y() {
        return y;
    }

    int[] labels() {
        return labels;
    }

    /** Index from which on points may be as low as this or lower. */
    int firstAt(double height) {
        return begins[rank((float) height)];
    }

    /** Index past the last point that may be as high as this or higher. */
    int endAt(double height) {
        return begins[rank((float) height) + 1];
    }

    /** 0 for the highest. Rounding and cutting off keep the order, so that what is compared as floats is ranked alike. */
    private static int rank(float height) {
        // −0 is as high as 0.
        int bits = Float.floatToRawIntBits(height + 0f);
        // Bits of floats rise with them if they are positive, fall if negative.
        int rising = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
        return HEIGHTS - 1 - (rising >>> LOWER_BITS);
    }
}
