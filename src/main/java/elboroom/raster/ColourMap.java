package elboroom.raster;

/** A colour for every value in [0,1]: 256 steps, interpolated between a few anchor colours of equal spacing. */
public final class ColourMap {
    /** Perceptually even, dark violet to yellow; safe for all common kinds of colour blindness. */
    public static final ColourMap VIRIDIS =
            of(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725);

    /**
     * From violet over near white to brown, for differences: as perceptually even to both sides, and as safe, after Brewer's
     * PuOr.
     */
    public static final ColourMap DIVERGING = of(
            0x2D004B, 0x542788, 0x8073AC, 0xB2ABD2, 0xD8DAEB, 0xF7F7F7, 0xFEE0B6, 0xFDB863, 0xE08214, 0xB35806,
            0x7F3B08);

    public static final ColourMap GREY = of(0x000000, 0xFFFFFF);

    private static final int STEPS = 256;
    private final int[] table = new int[STEPS];

    private ColourMap(int... anchors) {
        for (int i = 0; i < STEPS; i++) {
            double position = i * (anchors.length - 1) / (double) (STEPS - 1);
            int below = Math.min((int) position, anchors.length - 2);
            table[i] = between(anchors[below], anchors[below + 1], position - below);
        }
    }

    /** A map through the given colours (0xRRGGBB), at least two, evenly spaced from 0 to 1. */
    public static ColourMap of(int... anchors) {
        if (anchors.length < 2) {
            throw new IllegalArgumentException("a colour map needs two colours or more");
        }
        return new ColourMap(anchors);
    }

    /** The opaque colour of a value; below 0 and NaN as 0, above 1 as 1. */
    public int at(double value) {
        return table[value > 0 ? (int) (Math.min(value, 1) * (STEPS - 1) + 0.5) : 0];
    }

    private static int between(int from, int to, double weight) {
        int argb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = from >> shift & 0xFF;
            argb = argb << 8 | (int) Math.round(low + weight * ((to >> shift & 0xFF) - low));
        }
        return argb;
    }
}
