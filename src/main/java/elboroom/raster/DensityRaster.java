package elboroom.raster;

import java.util.Arrays;

/**
 * Draws how many points lie where: counts smoothed by a kernel of fixed size on the screen, on a logarithmic scale,
 * through viridis, transparent where there is nothing. One instance keeps its buffers and serves one thread at a time.
 */
public final class DensityRaster {
    /** Counting is done on cells of this many pixels each way: a quarter of the work, and nothing that one can see. */
    private static final int CELL = 2;

    private static final int PASSES = 3;
    private static final double MAX_OPACITY = 0.92;

    private float[] counts = {};
    private float[] scratch = {};

    /**
     * Draws the density over what {@code target} holds; parameters as in {@link ScatterRaster#draw}.
     *
     * @param kernel standard deviation of the smoothing in pixels
     */
    public void draw(int[] target, Viewport view, Points points, double kernel) {
        int width = (int) view.width();
        int height = (int) view.height();
        int columns = width / CELL + 2;
        int rows = height / CELL + 2;
        count(view, columns, rows, points);
        // Three box blurs of radius r have the variance of a Gaussian with sigma² = r(r+1).
        int radius = Math.max(1, (int) Math.round(Math.sqrt(0.25 + Math.pow(kernel / CELL, 2)) - 0.5));
        for (int pass = 0; pass < PASSES; pass++) {
            blurRows(counts, scratch, columns, rows, radius);
            blurRows(scratch, counts, rows, columns, radius);
        }
        float peak = 0;
        for (int i = 0; i < columns * rows; i++) {
            peak = Math.max(peak, counts[i]);
        }
        if (peak > 0) {
            paint(target, width, height, columns, peak);
        }
    }

    private void count(Viewport view, int columns, int rows, Points points) {
        float[] x = points.x();
        float[] y = points.y();
        int[] labels = points.labels();
        boolean[] hidden = points.hidden();
        int cells = columns * rows;
        if (counts.length < cells) {
            counts = new float[cells];
            scratch = new float[cells];
        }
        Arrays.fill(counts, 0, cells, 0);
        double scale = view.pixelsPerUnit() / CELL;
        double left = view.toScreenX(0) / CELL;
        double top = view.toScreenY(0) / CELL;
        for (int i = 0; i < x.length; i++) {
            double cellX = left + x[i] * scale;
            double cellY = top - y[i] * scale;
            if (!(cellX >= 0 && cellX < columns - 1 && cellY >= 0 && cellY < rows - 1)
                    || labels[i] < hidden.length && hidden[labels[i]]) {
                continue;
            }
            // Shared between four cells, so that a slow pan does not make the picture flicker.
            int column = (int) cellX;
            int row = (int) cellY;
            float right = (float) (cellX - column);
            float below = (float) (cellY - row);
            int at = row * columns + column;
            counts[at] += (1 - right) * (1 - below);
            counts[at + 1] += right * (1 - below);
            counts[at + columns] += (1 - right) * below;
            counts[at + columns + 1] += right * below;
        }
    }

    /** Blurs each row and writes the transpose, so that a second call blurs the columns and turns it back. */
    private static void blurRows(float[] from, float[] to, int columns, int rows, int radius) {
        float share = 1f / (2 * radius + 1);
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            float sum = 0;
            for (int i = 0; i < Math.min(radius, columns); i++) {
                sum += from[start + i];
            }
            for (int i = 0; i < columns; i++) {
                if (i + radius < columns) {
                    sum += from[start + i + radius];
                }
                if (i > radius) {
                    sum -= from[start + i - radius - 1];
                }
                to[i * rows + row] = Math.max(0, sum) * share;
            }
        }
    }

    private void paint(int[] target, int width, int height, int columns, float peak) {
        // One fiftieth of the peak is where the scale turns from linear to logarithmic.
        double unit = peak / 50;
        double norm = 1 / Math.log1p(peak / unit);
        for (int i = 0; i < columns * (height / CELL + 2); i++) {
            scratch[i] = (float) (Math.log1p(counts[i] / unit) * norm);
        }
        for (int row = 0; row < height; row++) {
            int cellRow = row / CELL;
            float below = (row % CELL + 0.5f) / CELL;
            for (int column = 0; column < width; column++) {
                int at = cellRow * columns + column / CELL;
                float right = (column % CELL + 0.5f) / CELL;
                float upper = scratch[at] + right * (scratch[at + 1] - scratch[at]);
                float lower = scratch[at + columns] + right * (scratch[at + columns + 1] - scratch[at + columns]);
                float value = upper + below * (lower - upper);
                if (value > 0.004f) {
                    int weight = (int) (256 * MAX_OPACITY * Math.min(1, 4 * value));
                    int pixel = row * width + column;
                    target[pixel] = Pixels.mix(target[pixel], ColourMap.VIRIDIS.at(value), weight);
                }
            }
        }
    }
}
