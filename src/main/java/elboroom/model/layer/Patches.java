package elboroom.model.layer;

import java.util.Arrays;

/**
 * The geometry of a 4×4 convolution of stride 2 and padding 1, which halves each side of a picture. A picture of 2h×2w is
 * seen as h×w overlapping patches of 4×4; laid side by side they make convolutions into matrix products.
 *
 * <p>Pictures here are [channels][n][height][width], all rows of a channel together, so that one product serves the whole
 * minibatch; patches are [channels][4][4][n][h][w].
 *
 * <p>Every second pixel of every second row, from one of four starts, makes a quarter [n][h][w] of a channel; each of its 16
 * rows of patches is one of the four quarters, shifted. So each pixel is taken with a stride once, and the rest is copying.
 *
 * @param channels of the large picture
 * @param height h of the small picture, at least 2
 * @param width w of the small picture
 */
record Patches(int channels, int height, int width) {
    static final int KERNEL = 4;
    static final int AREA = KERNEL * KERNEL;
    private static final int PADDING = 1;
    private static final int QUARTERS = 4;
    /** Values of a quarter of one channel that are worked on together, 12 KB. */
    private static final int GROUP = 3136;

    /** Rows of the patch matrix. */
    int rows() {
        return channels * AREA;
    }

    /** Columns of the patch matrix for n images. */
    int columns(int n) {
        return n * height * width;
    }

    /** Values of n large pictures. */
    int largeSize(int n) {
        return channels * n * QUARTERS * height * width;
    }

    /** Copies the patches of a picture; what lies outside it is 0. */
    void gather(NativeFloats picture, int n, NativeFloats patches) {
        inGroups(n, (channel, first, group) -> {
            int large = QUARTERS * group.size;
            picture.get((channel * n + first) * QUARTERS * height * width, group.plane, 0, large);
            split(group);
            for (int i = 0; i < AREA; i++) {
                Shift shift = new Shift(i, width);
                float[] quarter = group.quarters[shift.quarter()];
                int by = shift.by();
                System.arraycopy(quarter, Math.max(0, by), group.row, Math.max(0, -by), group.size - Math.abs(by));
                multiply(group.row, group.inside[shift.border()], group.size);
                patches.put((channel * AREA + i) * columns(n) + columns(first), group.row, 0, group.size);
            }
        });
    }

    /** Adds patches up in a picture: the transpose of {@link #gather}. */
    void scatter(NativeFloats patches, int n, NativeFloats picture) {
        inGroups(n, (channel, first, group) -> {
            for (float[] quarter : group.quarters) {
                Arrays.fill(quarter, 0, group.size, 0);
            }
            for (int i = 0; i < AREA; i++) {
                Shift shift = new Shift(i, width);
                int by = shift.by();
                int length = group.size - Math.abs(by);
                patches.get((channel * AREA + i) * columns(n) + columns(first), group.row, 0, group.size);
                multiply(group.row, group.inside[shift.border()], group.size);
                // What the shift moves in from outside belongs to patches that the mask has just cleared, as what it
                // moves
                // out.
                Arrays.fill(group.shifted, 0, group.size, 0);
                System.arraycopy(group.row, Math.max(0, -by), group.shifted, Math.max(0, by), length);
                add(group.shifted, group.quarters[shift.quarter()], group.size);
            }
            merge(group);
            int large = QUARTERS * group.size;
            picture.put((channel * n + first) * QUARTERS * height * width, group.plane, 0, large);
        });
    }

    /** One channel of some images, small enough for the first-level cache. */
    private static final class Group {
        private final float[] plane;
        private final float[][] quarters;
        private final float[] row;
        private final float[] shifted;
        /** By {@link Shift#border}: 1 where a patch's pixel is inside the picture, else 0. */
        private final float[][] inside;

        private int size;

        Group(int images, int height, int width) {
            int most = images * height * width;
            plane = new float[QUARTERS * most];
            quarters = new float[QUARTERS][most];
            row = new float[most];
            shifted = new float[most];
            inside = new float[Shift.BORDERS][most];
            for (int i = 0; i < most; i++) {
                int x = i % width;
                int y = i / width % height;
                for (int border = 0; border < Shift.BORDERS; border++) {
                    inside[border][i] = Shift.inside(border, x, y, height, width) ? 1 : 0;
                }
            }
        }
    }

    /** What is done with one channel of some images, the first of which is number {@code first}. */
    private interface Work {
        void run(int channel, int first, Group group);
    }

    private void inGroups(int n, Work work) {
        int images = Math.min(n, Math.max(1, GROUP / (height * width)));
        if (images == 0) {
            return;
        }
        Group group = new Group(images, height, width);
        for (int first = 0; first < n; first += images) {
            group.size = columns(Math.min(images, n - first));
            for (int channel = 0; channel < channels; channel++) {
                work.run(channel, first, group);
            }
        }
    }

    private static void multiply(float[] row, float[] mask, int size) {
        for (int j = 0; j < size; j++) {
            row[j] *= mask[j];
        }
    }

    private static void add(float[] row, float[] quarter, int size) {
        for (int j = 0; j < size; j++) {
            quarter[j] += row[j];
        }
    }

    /** Quarters 0 and 1 hold the even rows of a plane, 2 and 3 the odd ones; 0 and 2 the even columns. */
    private void split(Group group) {
        float[] plane = group.plane;
        for (int line = 0; line < 2 * group.size / width; line++) {
            float[] even = group.quarters[2 * (line & 1)];
            float[] odd = group.quarters[2 * (line & 1) + 1];
            int to = (line >> 1) * width;
            int from = line * 2 * width;
            for (int x = 0; x < width; x++) {
                even[to + x] = plane[from + 2 * x];
                odd[to + x] = plane[from + 2 * x + 1];
            }
        }
    }

    private void merge(Group group) {
        float[] plane = group.plane;
        for (int line = 0; line < 2 * group.size / width; line++) {
            float[] even = group.quarters[2 * (line & 1)];
            float[] odd = group.quarters[2 * (line & 1) + 1];
            int from = (line >> 1) * width;
            int to = line * 2 * width;
            for (int x = 0; x < width; x++) {
                plane[to + 2 * x] = even[from + x];
                plane[to + 2 * x + 1] = odd[from + x];
            }
        }
    }

    /** Where in which quarter the pixel at place i of each patch is: row 2y + i/4 − 1, column 2x + i%4 − 1. */
    private record Shift(int down, int right, int quarter, int width) {
        /** Kinds of shifts: up, not, down times left, not, right. */
        static final int BORDERS = 9;

        Shift(int i, int width) {
            this(
                    Math.floorDiv(i / KERNEL - PADDING, 2),
                    Math.floorDiv(i % KERNEL - PADDING, 2),
                    2 * (i / KERNEL - PADDING & 1) + (i % KERNEL - PADDING & 1),
                    width);
        }

        /** How much further the pixel of patch (y, x) is in the quarter than its number y·w + x. */
        int by() {
            return down * width + right;
        }

        int border() {
            return 3 * (down + 1) + right + 1;
        }

        /** Whether, of a shift of that kind, patch (y, x) has its pixel inside the picture. */
        static boolean inside(int border, int x, int y, int height, int width) {
            int column = x + border % 3 - 1;
            int line = y + border / 3 - 1;
            return column >= 0 && column < width && line >= 0 && line < height;
        }
    }
}
