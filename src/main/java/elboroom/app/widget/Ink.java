package elboroom.app.widget;

import elboroom.data.ImageShape;

/** How the values of a picture become colours; the same in both themes, as a picture is what the data say it is. */
public enum Ink {
    /** 0 is black and 1 white, as the data sets are shown everywhere. */
    PICTURE,
    /** How far off: 0 is black and 1 a bright red. */
    ERROR;

    /** ARGB pixels of an image with values in [0,1]; colour images keep their own colours. */
    int[] paint(float[] values, ImageShape shape) {
        int[] pixels = new int[shape.width() * shape.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000
                    | (shape.channels() == 3
                            ? level(values[3 * i]) << 16 | level(values[3 * i + 1]) << 8 | level(values[3 * i + 2])
                            : grey(level(values[i])));
        }
        return pixels;
    }

    private int grey(int level) {
        return this == PICTURE ? level * 0x010101 : mix(0x000000, 0xFF8A7A, level);
    }

    private static int mix(int ground, int colour, int level) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = ground >> shift & 0xFF;
            int to = colour >> shift & 0xFF;
            mixed |= (from + (to - from) * level / 255) << shift;
        }
        return mixed;
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(255 * value)));
    }
}
