package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.Viewport;
import java.util.stream.IntStream;

/**
 * A grid of latent points whose decoded images make the mosaic; the first row is the uppermost.
 *
 * @param left first coordinate of the first column
 * @param top second coordinate of the first row
 * @param pitch distance between two neighbours, in latent units
 * @param rows number of rows
 * @param columns number of columns
 */
public record MosaicRequest(double left, double top, double pitch, int rows, int columns) {
    /**
     * The grid that fills a view. It is laid out from the origin, so that panning adds and drops tiles but moves none.
     *
     * @param tile width of one image on the screen, in the view's pixels
     */
    static MosaicRequest covering(Viewport view, double tile) {
        double pitch = tile / view.pixelsPerUnit();
        Bounds seen = view.bounds();
        long firstColumn = Math.round(seen.minX() / pitch);
        long lastColumn = Math.round(seen.maxX() / pitch);
        long firstRow = Math.round(seen.maxY() / pitch);
        long lastRow = Math.round(seen.minY() / pitch);
        return new MosaicRequest(
                firstColumn * pitch,
                firstRow * pitch,
                pitch,
                (int) (firstRow - lastRow) + 1,
                (int) (lastColumn - firstColumn) + 1);
    }

    public double x(int column) {
        return left + column * pitch;
    }

    public double y(int row) {
        return top - row * pitch;
    }

    /** First coordinate of every image, row by row. */
    public double[] xs() {
        return IntStream.range(0, count()).mapToDouble(i -> x(i % columns)).toArray();
    }

    /** Second coordinate of every image, row by row. */
    public double[] ys() {
        return IntStream.range(0, count()).mapToDouble(i -> y(i / columns)).toArray();
    }

    /** Number of images. */
    public int count() {
        return rows * columns;
    }

    /** All points, row-major [rows·columns][2]. */
    public float[] points() {
        float[] points = new float[2 * count()];
        for (int i = 0; i < count(); i++) {
            points[2 * i] = (float) x(i % columns);
            points[2 * i + 1] = (float) y(i / columns);
        }
        return points;
    }

    /** What the images cover: half a pitch around each point. */
    Bounds bounds() {
        return new Bounds(left - pitch / 2, y(rows - 1) - pitch / 2, x(columns - 1) + pitch / 2, top + pitch / 2);
    }
}
