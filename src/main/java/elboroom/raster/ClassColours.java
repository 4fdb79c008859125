package elboroom.raster;

/**
 * Ten class colours in the spirit of Okabe and Ito (2008) and Tol (2021), found by maximising the least distance between
 * any two in OKLab, as seen with normal sight and (Machado 2009) without green or red cones, within a lightness that
 * stands out from white and from near black alike. Each comes with a shape, so that colour never speaks alone.
 */
public final class ClassColours {
    /** Number of colours; classes past it start over. */
    public static final int COUNT = 10;

    private static final int[] COLOURS = {
        0xFF2B8AFA,
        0xFFFA500F,
        0xFF226385,
        0xFFFA9DAC,
        0xFFDDB61B,
        0xFF7F2FCA,
        0xFF3DC9EF,
        0xFFA6363B,
        0xFF4B9B65,
        0xFFB073BA
    };

    private ClassColours() {}

    /** Opaque colour of a class, 0 or more. */
    public static int argb(int label) {
        return COLOURS[Math.floorMod(label, COUNT)];
    }

    /** Shape of a class, 0 or more; the five shapes take turns. */
    public static PointShape shape(int label) {
        PointShape[] shapes = PointShape.values();
        return shapes[Math.floorMod(label, COUNT) % shapes.length];
    }
}
