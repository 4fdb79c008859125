package elboroom.model.layer;

import java.util.Arrays;

/**
 * The geometry of a 4×4 convolution of stride 2 and padding 1, which halves each side of a picture. A picture of side 2s is
 * seen as s×s overlapping patches of 4×4; laid side by side they make convolutions into matrix products.
 *
 * <p>Pictures here are [channels][n][side][side], all rows of a channel together, so that one product serves the whole
 * minibatch; patches are [channels][4][4][n][s][s].
 *
 * <p>Every second pixel of every second row, from one of four starts, makes a quarter [n][s][s] of a channel; each of its 16
 * rows of patches is one of the four quarters, shifted. So each pixel is taken with a stride once, and the rest is copying.
 *
 * @param channels of the large picture
 * @param small side s of the small picture
 */
record Patches(int channels, int small) {
    static final int KERNEL = 4;
    static final int AREA = KERNEL * KERNEL;
    private static final int PADDING = 1;
    private static final int QUARTERS = 4;

    /** Rows of the patch matrix. */
    int rows() {
        return channels * AREA;
    }

    /** Columns of the patch matrix for n images. */
    int columns(int n) {
        return n * small * small;
    }

    int large() {
        return 2 * small;
    }

    /** Values of n large pictures. */
    int largeSize(int n) {
        return channels * n * large() * large();
    }

    /** Copies the patches of a picture; what lies outside it is 0. */
    void gather(NativeFloats picture, int n, NativeFloats patches) {
        if (n == 0) {
            return;
        }
        int size = columns(n);
        float[] plane = new float[QUARTERS * size];
        float[][] quarters = new float[QUARTERS][size];
        float[] row = new float[size];
        for (int channel = 0; channel < channels; channel++) {
            picture.get(channel * plane.length, plane, 0, plane.length);
            split(plane, quarters);
            for (int i = 0; i < AREA; i++) {
                Shift shift = new Shift(i, small);
                int by = shift.by();
                System.arraycopy(
                        quarters[shift.quarter()], Math.max(0, by), row, Math.max(0, -by), size - Math.abs(by));
                shift.clearOutside(row, 0);
                patches.put((channel * AREA + i) * size, row, 0, size);
            }
        }
    }

    /** Adds patches up in a picture: the transpose of {@link #gather}. */
    void scatter(NativeFloats patches, int n, NativeFloats picture) {
        if (n == 0) {
            return;
        }
        int size = columns(n);
        float[] plane = new float[QUARTERS * size];
        float[][] quarters = new float[QUARTERS][size];
        float[] row = new float[size];
        for (int channel = 0; channel < channels; channel++) {
            for (float[] quarter : quarters) {
                Arrays.fill(quarter, 0);
            }
            for (int i = 0; i < AREA; i++) {
                Shift shift = new Shift(i, small);
                int by = shift.by();
                int from = (channel * AREA + i) * size;
                // The values that the shift leaves without a source are those that it would clear.
                patches.get(from + Math.max(0, -by), row, Math.max(0, by), size - Math.abs(by));
                Arrays.fill(row, 0, Math.max(0, by), 0);
                Arrays.fill(row, size - Math.max(0, -by), size, 0);
                shift.clearOutside(row, by);
                add(row, quarters[shift.quarter()], size);
            }
            merge(quarters, plane);
            picture.put(channel * plane.length, plane, 0, plane.length);
        }
    }

    private static void add(float[] row, float[] quarter, int size) {
        for (int j = 0; j < size; j++) {
            quarter[j] += row[j];
        }
    }

    /** Quarters 0 and 1 hold the even rows of a plane, 2 and 3 the odd ones; 0 and 2 the even columns. */
    private void split(float[] plane, float[][] quarters) {
        int lines = plane.length / large();
        for (int line = 0; line < lines; line++) {
            float[] even = quarters[2 * (line & 1)];
            float[] odd = quarters[2 * (line & 1) + 1];
            int to = (line >> 1) * small;
            int from = line * large();
            for (int x = 0; x < small; x++) {
                even[to + x] = plane[from + 2 * x];
                odd[to + x] = plane[from + 2 * x + 1];
            }
        }
    }

    private void merge(float[][] quarters, float[] plane) {
        int lines = plane.length / large();
        for (int line = 0; line < lines; line++) {
            float[] even = quarters[2 * (line & 1)];
            float[] odd = quarters[2 * (line & 1) + 1];
            int from = (line >> 1) * small;
            int to = line * large();
            for (int x = 0; x < small; x++) {
                plane[to + 2 * x] = even[from + x];
                plane[to + 2 * x + 1] = odd[from + x];
            }
        }
    }

    /** Where in which quarter the pixel at place i of each patch is: row 2y + i/4 − 1, column 2x + i%4 − 1. */
    private static final class Shift {
        private final int down;
        private final int right;
        private final int quarter;
        private final int small;

        Shift(int i, int small) {
            this.small = small;
            int row = i / KERNEL - PADDING;
            int column = i % KERNEL - PADDING;
            down = Math.floorDiv(row, 2);
            right = Math.floorDiv(column, 2);
            quarter = 2 * (row & 1) + (column & 1);
        }

        int quarter() {
            return quarter;
        }

        /** How much further the pixel of patch (y, x) is in the quarter than its number y·s + x. */
        int by() {
            return down * small + right;
        }

        /** Sets to 0 what belongs to patches whose pixel is outside the picture, moved on by {@code offset} in {@code row}. */
        void clearOutside(float[] row, int offset) {
            int area = small * small;
            if (down != 0) {
                int line = (down < 0 ? 0 : area - small) + offset;
                for (int image = 0; image < row.length; image += area) {
                    int from = Math.max(0, image + line);
                    int to = Math.min(row.length, image + line + small);
                    if (from < to) {
                        Arrays.fill(row, from, to, 0);
                    }
                }
            }
            if (right != 0) {
                for (int i = (right < 0 ? 0 : small - 1) + offset; i < row.length; i += small) {
                    if (i >= 0) {
                        row[i] = 0;
                    }
                }
            }
        }
    }
}
