package elboroom.raster;

/**
 * A point's picture, computed once for each of 4×4 positions between pixels, so that points glide under a slow pan or
 * zoom rather than hop from pixel to pixel.
 */
final class Stamp {
    /** Positions between two pixels, each way. */
    static final int PHASES = 4;

    private final int size;
    private final int[][] weights = new int[PHASES * PHASES][];

    /**
     * Draws the stamp.
     *
     * @param diameter in pixels
     * @param opacity 0 to 1
     */
    Stamp(PointShape shape, double diameter, double opacity) {
        double radius = diameter / 2;
        size = 2 * (int) Math.ceil(radius * 1.15) + 1;
        int middle = size / 2;
        for (int phase = 0; phase < weights.length; phase++) {
            int[] weight = new int[size * size];
            double offsetX = (phase % PHASES + 0.5) / PHASES - 0.5;
            double offsetY = (phase / PHASES + 0.5) / PHASES - 0.5;
            for (int i = 0; i < weight.length; i++) {
                double covered = shape.coverage(i % size - middle - offsetX, i / size - middle - offsetY, radius);
                weight[i] = (int) Math.round(covered * opacity * 256);
            }
            weights[phase] = weight;
        }
    }

    /** Width and height in pixels, odd. */
    int size() {
        return size;
    }

    /** Weights 0 to 256, row-major [size][size], of the stamp whose middle is at this position within its middle pixel. */
    int[] weights(int phaseX, int phaseY) {
        return weights[phaseY * PHASES + phaseX];
    }
}
