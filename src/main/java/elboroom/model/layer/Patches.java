package elboroom.model.layer;

import java.util.Arrays;

/**
 * The geometry of a 4×4 convolution of stride 2 and padding 1, which halves each side of a picture. A picture of side 2s is
 * seen as s×s overlapping patches of 4×4; laid side by side they make convolutions into matrix products.
 *
 * <p>Pictures here are [channels][n][side][side], all rows of a channel together, so that one product serves the whole
 * minibatch; patches are [channels][4][4][n][s][s].
 *
 * @param channels of the large picture
 * @param small side s of the small picture
 */
record Patches(int channels, int small) {
    static final int KERNEL = 4;
    static final int AREA = KERNEL * KERNEL;
    private static final int PADDING = 1;

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
    void gather(float[] picture, int n, float[] patches) {
        for (int row = 0; row < rows(); row++) {
            gatherRow(picture, n, row, patches);
        }
    }

    private void gatherRow(float[] picture, int n, int row, float[] patches) {
        int side = large();
        int dy = row % AREA / KERNEL - PADDING;
        int dx = row % KERNEL - PADDING;
        int firstX = dx < 0 ? 1 : 0;
        int endX = dx > 1 ? small - 1 : small;
        int to = row * columns(n);
        for (int image = 0; image < n; image++) {
            int from = (row / AREA * n + image) * side * side;
            for (int y = 0; y < small; y++, to += small) {
                int sourceY = 2 * y + dy;
                if (sourceY < 0 || sourceY >= side) {
                    Arrays.fill(patches, to, to + small, 0);
                    continue;
                }
                patches[to] = 0;
                patches[to + small - 1] = 0;
                int source = from + sourceY * side + dx;
                for (int x = firstX; x < endX; x++) {
                    patches[to + x] = picture[source + 2 * x];
                }
            }
        }
    }

    /** Adds patches back into a picture, which is zeroed first: the transpose of {@link #gather}. */
    void scatter(float[] patches, int n, float[] picture) {
        Arrays.fill(picture, 0, largeSize(n), 0);
        for (int row = 0; row < rows(); row++) {
            scatterRow(patches, n, row, picture);
        }
    }

    private void scatterRow(float[] patches, int n, int row, float[] picture) {
        int side = large();
        int dy = row % AREA / KERNEL - PADDING;
        int dx = row % KERNEL - PADDING;
        int firstX = dx < 0 ? 1 : 0;
        int endX = dx > 1 ? small - 1 : small;
        int from = row * columns(n);
        for (int image = 0; image < n; image++) {
            int to = (row / AREA * n + image) * side * side;
            for (int y = 0; y < small; y++, from += small) {
                int targetY = 2 * y + dy;
                if (targetY < 0 || targetY >= side) {
                    continue;
                }
                int target = to + targetY * side + dx;
                for (int x = firstX; x < endX; x++) {
                    picture[target + 2 * x] += patches[from + x];
                }
            }
        }
    }
}
