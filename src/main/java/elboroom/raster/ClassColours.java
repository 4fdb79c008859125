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
        0xFF3D7AF9,
        0xFFFA3C16,
        0xFF0E6A62,
        0xFFF699A9,
        0xFFD4BB13,
        0xFF5A3AD6,
        0xFF2BC1EF,
        0xFFAD1F14,
        0xFF688B5B,
        0xFF985EA2
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
