package elboroom.raster;

/** Arithmetic on ARGB pixels, and images of numbers turned into pictures. */
public final class Pixels {
    private Pixels() {}

    /** An opaque pixel. */
    public static int rgb(int red, int green, int blue) {
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    public static int alpha(int argb) {
        return argb >>> 24;
    }

    public static int red(int argb) {
        return argb >> 16 & 0xFF;
    }

    public static int green(int argb) {
        return argb >> 8 & 0xFF;
    }

    public static int blue(int argb) {
        return argb & 0xFF;
    }

    /**
     * An opaque mixture of two colours; the alpha of both is ignored.
     *
     * @param weight of {@code over}, 0 to 256. Two channels are mixed in one multiplication: this is the innermost loop of
     *     the rasterisers.
     */
    public static int mix(int under, int over, int weight) {
        int redBlue = under & 0xFF00FF;
        int green = under & 0x00FF00;
        redBlue += (((over & 0xFF00FF) - redBlue) * weight) >> 8;
        green += (((over & 0x00FF00) - green) * weight) >> 8;
        return 0xFF000000 | redBlue & 0xFF00FF | green & 0x00FF00;
    }

    /**
     * Grey levels as a picture, 0 black and 1 white; values outside [0,1] are clipped, NaN is black.
     *
     * @param image [height][width]
     */
    public static Picture grey(float[] image, int width, int height) {
        return picture(image, width, height, ColourMap.GREY);
    }

    /**
     * Red, green and blue levels as a picture.
     *
     * @param image [height][width][3], values in [0,1]
     */
    public static Picture colour(float[] image, int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = rgb(level(image[3 * i]), level(image[3 * i + 1]), level(image[3 * i + 2]));
        }
        return new Picture(width, height, argb);
    }

    /** Any field of values in [0,1] through a colour map. */
    public static Picture picture(float[] values, int width, int height, ColourMap map) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = map.at(values[i]);
        }
        return new Picture(width, height, argb);
    }

    private static int level(float value) {
        return (int) (Math.max(0, Math.min(1, value)) * 255 + 0.5f);
    }
}
