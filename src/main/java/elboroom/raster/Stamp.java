package elboroom.raster;

import java.util.Arrays;

/**
 * A point's picture, computed once for each of 4×4 positions between pixels, so that points glide under a slow pan or
 * zoom rather than hop from pixel to pixel. Only the pixels that are touched are kept.
 */
final class Stamp {
    private final int reach;
    private final Phase[] phases = new Phase[Notes.PHASES * Notes.PHASES];

    /**
     * The touched pixels of one position.
     *
     * @param columns of each, from the middle pixel
     * @param rows of each, from the middle pixel
     * @param offsets of each in the target array, from the middle pixel
     * @param weights of each, 1 to 256
     */
    record Phase(int[] columns, int[] rows, int[] offsets, int[] weights) {}

    /**
     * Draws the stamp.
     *
     * @param diameter in pixels
     * @param opacity 0 to 1
     * @param stride width of the target
     */
    Stamp(PointShape shape, double diameter, double opacity, int stride) {
        double radius = diameter / 2;
        // Half a pixel less than the shape and its greatest shift from the pixel's middle, since a pixel has width too.
        double shift = 0.5 - 0.5 / Notes.PHASES;
        reach = (int) Math.ceil(radius * shape.reach() + shift - 0.5);
        for (int i = 0; i < phases.length; i++) {
            double offsetX = (i % Notes.PHASES + 0.5) / Notes.PHASES - 0.5;
            double offsetY = (i / Notes.PHASES + 0.5) / Notes.PHASES - 0.5;
            phases[i] = draw(shape, radius, opacity, stride, offsetX, offsetY);
        }
    }

    private Phase draw(PointShape shape, double radius, double opacity, int stride, double offsetX, double offsetY) {
        int side = 2 * reach + 1;
        int[] columns = new int[side * side];
        int[] rows = new int[side * side];
        int[] offsets = new int[side * side];
        int[] weights = new int[side * side];
        int count = 0;
        for (int row = -reach; row <= reach; row++) {
            for (int column = -reach; column <= reach; column++) {
                double covered = shape.coverage(column - offsetX, row - offsetY, radius);
                int weight = (int) Math.round(covered * opacity * 256);
                if (weight > 0) {
                    columns[count] = column;
                    rows[count] = row;
                    offsets[count] = row * stride + column;
                    weights[count++] = weight;
                }
            }
        }
        return new Phase(
                Arrays.copyOf(columns, count),
                Arrays.copyOf(rows, count),
                Arrays.copyOf(offsets, count),
                Arrays.copyOf(weights, count));
    }

    /** Greatest distance of a touched pixel from the middle one, in rows or columns. */
    int reach() {
        return reach;
    }

    /** The stamp whose middle is at this position within its middle pixel, each way 0 to 3. */
    Phase phase(int x, int y) {
        return phases[y * Notes.PHASES + x];
    }
}
