package elboroom.raster;

import java.util.Arrays;

/** Sets many small images side by side, and draws them where they belong on the latent plane. */
public final class MosaicRaster {
    private int[] columnOf = {};

    /**
     * Sets images side by side without gaps.
     *
     * @param images [rows·columns][height][width][channels], values in [0,1]
     * @param rows of images
     * @param columns of images
     * @param width of one image
     * @param height of one image
     * @param grey colours for images of one channel
     * @return a picture of columns·width by rows·height
     */
    public static Picture tile(float[] images, int rows, int columns, int width, int height, ColourMap grey) {
        int values = rows * columns * width * height;
        int channels = values == 0 ? 0 : images.length / values;
        if ((channels != 1 && channels != 3) || images.length != values * channels) {
            throw new IllegalArgumentException(
                    "%d values are not %d×%d images of %d×%d".formatted(images.length, rows, columns, height, width));
        }
        int[] argb = new int[values];
        int stride = columns * width;
        int size = width * height;
        float[] image = new float[size * channels];
        for (int tile = 0; tile < rows * columns; tile++) {
            System.arraycopy(images, tile * image.length, image, 0, image.length);
            Picture picture =
                    channels == 1 ? Pixels.picture(image, width, height, grey) : Pixels.colour(image, width, height);
            int corner = tile / columns * height * stride + tile % columns * width;
            for (int row = 0; row < height; row++) {
                System.arraycopy(picture.argb(), row * width, argb, corner + row * stride, width);
            }
        }
        return new Picture(stride, rows * height, argb);
    }

    /**
     * Draws an opaque picture over what {@code target} holds, enlarged or reduced to a rectangle of the latent plane; each
     * pixel takes the colour of the nearest one in the picture, without smoothing.
     *
     * @param target row-major [view height][view width]
     * @param view in pixels of {@code target}
     * @param place of the picture's edges on the latent plane
     */
    public void draw(int[] target, Viewport view, Picture picture, Bounds place) {
        int width = (int) view.width();
        // Rounded to whole pixels: a picture shown at its own size keeps each pixel its size while it is panned.
        int left = (int) Math.round(view.toScreenX(place.minX()));
        int right = (int) Math.round(view.toScreenX(place.maxX()));
        int top = (int) Math.round(view.toScreenY(place.maxY()));
        int bottom = (int) Math.round(view.toScreenY(place.minY()));
        int fromX = Math.max(0, left);
        int toX = Math.min(width, right);
        int fromY = Math.max(0, top);
        int toY = Math.min((int) view.height(), bottom);
        if (fromX >= toX || fromY >= toY) {
            return;
        }
        if (columnOf.length < width) {
            columnOf = new int[width];
        }
        Arrays.setAll(columnOf, i -> (int) ((long) (i - left) * picture.width() / (right - left)));
        int[] argb = picture.argb();
        int drawn = -1;
        for (int row = fromY; row < toY; row++) {
            int source = (int) ((long) (row - top) * picture.height() / (bottom - top));
            int at = row * width;
            if (source == drawn) {
                System.arraycopy(target, at - width + fromX, target, at + fromX, toX - fromX);
                continue;
            }
            int start = source * picture.width();
            for (int column = fromX; column < toX; column++) {
                target[at + column] = argb[start + columnOf[column]];
            }
            drawn = source;
        }
    }
}
