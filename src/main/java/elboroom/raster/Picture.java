package elboroom.raster;

/**
 * A picture as pixels.
 *
 * @param width columns
 * @param height rows
 * @param argb row-major [height][width], 8 bits each of alpha, red, green and blue, not premultiplied
 */
public record Picture(int width, int height, int[] argb) {
    public Picture {
        if (width < 1 || height < 1 || argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "%d pixels do not make a picture of %d×%d".formatted(argb.length, width, height));
        }
    }

    public int at(int column, int row) {
        return argb[row * width + column];
    }

    /** The same with every pixel as a square of {@code factor}. */
    public Picture enlarged(int factor) {
        int across = factor * width;
        int[] pixels = new int[Math.multiplyExact(across, factor * height)];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = at(i % across / factor, i / across / factor);
        }
        return new Picture(across, factor * height, pixels);
    }
}
