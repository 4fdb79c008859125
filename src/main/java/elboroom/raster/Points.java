package elboroom.raster;

/**
 * Points to draw. The arrays are not copied and must not change meanwhile.
 *
 * @param x first latent coordinates
 * @param y second latent coordinates
 * @param labels of each point, 0 or more; colours and shapes repeat after the palette's last
 * @param hidden labels left out; those past its end are drawn
 */
public record Points(float[] x, float[] y, int[] labels, boolean[] hidden) {
    /** All of the points. */
    public Points(float[] x, float[] y, int[] labels) {
        this(x, y, labels, new boolean[0]);
    }

    int count() {
        return x.length;
    }
}
