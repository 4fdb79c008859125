package elboroom.raster;

/**
 * Colours and shapes of a set of points, by label. The array is not copied and must not change.
 *
 * @param argb opaque colours, at least one; labels past the last start over
 * @param ordered whether the labels have an order, which the colours show; otherwise they differ by {@link PointShape}
 *     besides, where points are large enough for it
 */
public record Palette(int[] argb, boolean ordered) {
    /** For classes, which have no order: {@link ClassColours}. */
    public static final Palette CLASSES = classes();

    /** Neither the darkest violet, lost on near black, nor the lightest yellow, lost on white. */
    private static final double FIRST_VALUE = 0.1;

    private static final double LAST_VALUE = 0.93;

    public Palette {
        if (argb.length == 0) {
            throw new IllegalArgumentException("a palette needs a colour");
        }
    }

    private static Palette classes() {
        int[] colours = new int[ClassColours.COUNT];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = ClassColours.argb(i);
        }
        return new Palette(colours, false);
    }

    /** For so many values in ascending order: viridis from dark to light. Order speaks for itself, so all are discs. */
    public static Palette values(int count) {
        int[] colours = new int[count];
        for (int i = 0; i < count; i++) {
            double share = count == 1 ? 0.5 : i / (count - 1.0);
            colours[i] = ColourMap.VIRIDIS.at(FIRST_VALUE + share * (LAST_VALUE - FIRST_VALUE));
        }
        return new Palette(colours, true);
    }

    /** Number of labels that can be told apart. */
    public int size() {
        return argb.length;
    }

    /** Opaque colour of a label, 0 or more. */
    public int argb(int label) {
        return argb[Math.floorMod(label, argb.length)];
    }

    /** Shape of a label, 0 or more. */
    public PointShape shape(int label) {
        return ordered ? PointShape.CIRCLE : ClassColours.shape(label);
    }
}
