package elboroom.data;

/**
 * Shape of one image; its pixels are stored row-major as [height][width][channels].
 *
 * @param height rows
 * @param width columns
 * @param channels 1 for grey, 3 for colour
 */
public record ImageShape(int height, int width, int channels) {
    /** 28 by 28, grey: MNIST and those made in its likeness. */
    public static final ImageShape MNIST = new ImageShape(28, 28, 1);

    private static final int MAX_SIZE = 1 << 24;

    public ImageShape {
        if (height < 1 || width < 1 || (channels != 1 && channels != 3)) {
            throw new InputException("image shape %d×%d×%d: height and width must be positive, channels 1 or 3"
                    .formatted(height, width, channels));
        }
        if ((double) height * width * channels > MAX_SIZE) {
            throw new InputException(
                    "image shape %d×%d×%d: expected at most %,d values".formatted(height, width, channels, MAX_SIZE));
        }
    }

    /** Number of values in one image, D. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(height, width), channels);
    }

    @Override
    public String toString() {
        return channels == 1 ? height + "×" + width : height + "×" + width + "×" + channels;
    }
}
