package elboroom.cli;

import elboroom.data.ImageShape;
import elboroom.latent.Grid;
import elboroom.latent.Projection;
import elboroom.latent.Traversal;
import elboroom.model.EncodedSet;
import elboroom.model.Vae;
import elboroom.raster.AxesFrame;
import elboroom.raster.Bounds;
import elboroom.raster.ColourMap;
import elboroom.raster.MosaicRaster;
import elboroom.raster.Picture;
import elboroom.raster.PointStyle;
import elboroom.raster.Points;
import elboroom.raster.RingRaster;
import elboroom.raster.ScatterRaster;
import elboroom.raster.Viewport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pictures that {@code render} writes, on white. */
final class LatentPictures {
    private static final int BACKGROUND = 0xFFFFFFFF;
    private static final int RING = 0xFF8A8F98;
    private static final int RINGS = 3;
    /** Of the lines, in a picture 1000 pixels wide. */
    private static final double LINE = 1.4;

    private static final int MOSAIC_TILES = 20;
    private static final int TRAVERSAL_STEPS = 13;
    private static final double TRAVERSAL_REACH = 3;

    private LatentPictures() {}

    /**
     * The means of a set on a plane, in class colours, with axes and a legend.
     *
     * @param titles of the axes, with their unit
     * @param prior whether to draw the prior's circles at 1, 2 and 3 σ, and to show them whole
     * @param width of the picture in pixels
     */
    static Picture map(
            EncodedSet set, Projection plane, List<String> classNames, AxisTitles titles, boolean prior, int width) {
        int size = AxesFrame.plotWidth(width);
        float[] x = plane.xs(set.posterior());
        float[] y = plane.ys(set.posterior());
        double[] origin = new double[plane.latentSize()];
        double middleX = plane.x(origin);
        double middleY = plane.y(origin);
        Bounds points = Bounds.of(x, y);
        Bounds seen = prior ? around(points, middleX, middleY) : points;
        Viewport view = Viewport.fit(seen, size, size);
        int[] pixels = white(size, size);
        if (prior) {
            for (int ring = 1; ring <= RINGS; ring++) {
                RingRaster.draw(pixels, view, middleX, middleY, ring, Math.max(1, LINE * size / 1000), RING);
            }
        }
        double extent = Math.max(points.width(), points.height()) * view.pixelsPerUnit();
        PointStyle style = PointStyle.of(x.length, extent, 1);
        new ScatterRaster().draw(pixels, view, new Points(x, y, set.labels()), style);
        return frame(view, titles, classNames).around(new Picture(size, size, pixels), width);
    }

    /** What stands beside the axes. */
    record AxisTitles(String x, String y) {}

    private static AxesFrame frame(Viewport view, AxisTitles titles, List<String> classNames) {
        return new AxesFrame(AxesFrame.Axis.across(titles.x(), view), AxesFrame.Axis.up(titles.y(), view), classNames);
    }

    private static Bounds around(Bounds points, double x, double y) {
        return new Bounds(
                Math.min(points.minX(), x - RINGS),
                Math.min(points.minY(), y - RINGS),
                Math.max(points.maxX(), x + RINGS),
                Math.max(points.maxY(), y + RINGS));
    }

    /**
     * What a model decodes from a square grid over an area of a plane.
     *
     * @param held what lies across the plane, [d]
     * @param area that the grid covers, widened to a square
     * @param titles of the axes, with their unit
     * @param width of the picture in pixels
     */
    static Picture mosaic(Vae vae, Projection plane, double[] held, Bounds area, AxisTitles titles, int width) {
        int size = AxesFrame.plotWidth(width);
        int tiles = Math.max(1, tiles(vae.shape(), size, MOSAIC_TILES));
        double half = Math.max(area.width(), area.height()) / 2;
        Bounds square =
                new Bounds(area.centreX() - half, area.centreY() - half, area.centreX() + half, area.centreY() + half);
        Grid grid = new Grid(square.minX(), square.minY(), square.maxX(), square.maxY(), tiles, tiles);
        float[] images = vae.decode(grid.latents(plane, held), grid.count());
        Picture plot = enlarged(tile(images, vae.shape(), tiles, tiles), size);
        Viewport view = new Viewport(
                square.centreX(), square.centreY(), plot.width() / (2 * half), plot.width(), plot.height());
        return frame(view, titles, List.of()).around(plot, width);
    }

    /**
     * What a model decodes along each latent dimension, 3 σ each way, a row for each.
     *
     * @param moments where the walks pass through, and what one σ is
     * @param unit of the walks
     * @param pictureWidth in pixels; its height follows
     */
    static Picture traversal(Vae vae, Moments moments, String unit, int pictureWidth) {
        int width = AxesFrame.plotWidth(pictureWidth);
        int rows = vae.latentSize();
        // An odd number, so that the middle column is the middle itself.
        int steps = Math.max(3, (tiles(vae.shape(), width, TRAVERSAL_STEPS) - 1) / 2 * 2 + 1);
        Traversal walks = new Traversal(moments.mean(), moments.deviation(), TRAVERSAL_REACH, steps);
        Picture tiles = tile(vae.decode(walks.latents(), rows * steps), vae.shape(), rows, steps);
        Picture plot = enlarged(tiles, width);
        List<AxesFrame.Mark> columns = new ArrayList<>();
        for (int step = 0; step < steps; step += Math.max(1, steps / 12)) {
            double value = TRAVERSAL_REACH * (2.0 * step / (steps - 1) - 1);
            String text = String.format(Locale.ROOT, "%.1f", value + 0.0).replace('-', '\u2212');
            columns.add(new AxesFrame.Mark((step + 0.5) * plot.width() / steps, text));
        }
        List<AxesFrame.Mark> names = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            names.add(new AxesFrame.Mark((row + 0.5) * plot.height() / rows, String.valueOf(row + 1)));
        }
        return new AxesFrame(
                        new AxesFrame.Axis(unit, columns), new AxesFrame.Axis("latent dimension", names), List.of())
                .around(plot, pictureWidth);
    }

    /** How many images fit beside each other, enlarged by the whole factor that makes it about {@code wanted}. */
    private static int tiles(ImageShape shape, int pixels, int wanted) {
        int side = Math.max(shape.width(), shape.height());
        int factor = Math.max(1, (int) Math.round(pixels / (double) (wanted * side)));
        return pixels / (factor * side);
    }

    private static Picture tile(float[] images, ImageShape shape, int rows, int columns) {
        return MosaicRaster.tile(images, rows, columns, shape.width(), shape.height(), ColourMap.GREY);
    }

    /** A picture enlarged by the greatest whole factor that keeps it within {@code width}. */
    private static Picture enlarged(Picture picture, int width) {
        return picture.enlarged(Math.max(1, width / picture.width()));
    }

    private static int[] white(int width, int height) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, BACKGROUND);
        return pixels;
    }
}
