package elboroom.cli;

import elboroom.data.ImageShape;
import elboroom.latent.Grid;
import elboroom.latent.Projection;
import elboroom.latent.Traversal;
import elboroom.model.EncodedSet;
import elboroom.model.Vae;
import elboroom.raster.Bounds;
import elboroom.raster.ColourMap;
import elboroom.raster.MosaicRaster;
import elboroom.raster.Picture;
import elboroom.raster.PointStyle;
import elboroom.raster.RingRaster;
import elboroom.raster.ScatterRaster;
import elboroom.raster.Viewport;
import java.util.Arrays;

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
     * The means of a set on a plane, in class colours.
     *
     * @param prior whether to draw the prior's circles at 1, 2 and 3 σ, and to show them whole
     * @param size width and height in pixels
     */
    static Picture map(EncodedSet set, Projection plane, boolean prior, int size) {
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
        new ScatterRaster().draw(pixels, view, x, y, set.labels(), new boolean[0], style);
        return new Picture(size, size, pixels);
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
     * @param size width and height in pixels
     */
    static Picture mosaic(Vae vae, Projection plane, double[] held, Bounds area, int size) {
        int tiles = Math.max(1, tiles(vae.shape(), size, MOSAIC_TILES));
        double half = Math.max(area.width(), area.height()) / 2;
        Grid grid = new Grid(
                area.centreX() - half,
                area.centreY() - half,
                area.centreX() + half,
                area.centreY() + half,
                tiles,
                tiles);
        float[] images = vae.decode(grid.latents(plane, held), grid.count());
        return framed(tile(images, vae.shape(), tiles, tiles), size, size);
    }

    /**
     * What a model decodes along each latent dimension, 3 σ each way, a row for each.
     *
     * @param moments where the walks pass through, and what one σ is
     * @param width of the picture in pixels; its height follows
     */
    static Picture traversal(Vae vae, Moments moments, int width) {
        int rows = vae.latentSize();
        // An odd number, so that the middle column is the middle itself.
        int steps = Math.max(3, (tiles(vae.shape(), width, TRAVERSAL_STEPS) - 1) / 2 * 2 + 1);
        Traversal walks = new Traversal(moments.mean(), moments.deviation(), TRAVERSAL_REACH, steps);
        Picture tiles = tile(vae.decode(walks.latents(), rows * steps), vae.shape(), rows, steps);
        int factor = Math.max(1, width / tiles.width());
        int margin = Math.max(0, width - factor * tiles.width());
        return framed(tiles, factor * tiles.width() + margin, factor * tiles.height() + margin);
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

    /** A picture enlarged by the greatest whole factor that fits, in the middle of a white one. */
    private static Picture framed(Picture picture, int width, int height) {
        int factor = Math.max(1, Math.min(width / picture.width(), height / picture.height()));
        int left = (width - factor * picture.width()) / 2;
        int top = (height - factor * picture.height()) / 2;
        int[] pixels = white(width, height);
        for (int row = 0; row < factor * picture.height(); row++) {
            int start = (top + row) * width + left;
            for (int column = 0; column < factor * picture.width(); column++) {
                pixels[start + column] = picture.at(column / factor, row / factor);
            }
        }
        return new Picture(width, height, pixels);
    }

    private static int[] white(int width, int height) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, BACKGROUND);
        return pixels;
    }
}
