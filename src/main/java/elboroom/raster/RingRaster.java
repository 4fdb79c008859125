package elboroom.raster;

/** Draws circles of the latent plane as anti-aliased lines, such as those of the prior's standard deviations. */
public final class RingRaster {
    private RingRaster() {}

    /**
     * Draws one circle over what {@code target} holds.
     *
     * @param target opaque pixels, row-major [view height][view width]
     * @param view in pixels of {@code target}
     * @param x of the middle, on the latent plane
     * @param y of the middle, on the latent plane
     * @param radius in latent units
     * @param width of the line in pixels
     * @param argb its colour; the alpha is ignored
     */
    public static void draw(int[] target, Viewport view, double x, double y, double radius, double width, int argb) {
        int columns = (int) view.width();
        int rows = (int) view.height();
        double middleX = view.toScreenX(x);
        double middleY = view.toScreenY(y);
        double pixels = radius * view.pixelsPerUnit();
        for (int row = 0; row < rows; row++) {
            double dy = row + 0.5 - middleY;
            if (Math.abs(dy) > pixels + width) {
                continue;
            }
            for (int column = 0; column < columns; column++) {
                double fromLine = Math.abs(Math.hypot(column + 0.5 - middleX, dy) - pixels);
                // Coverage of a pixel by a line across it, to within what one can see.
                double coverage = Math.min(1, width / 2 + 0.5 - fromLine);
                if (coverage > 0) {
                    int at = row * columns + column;
                    target[at] = Pixels.mix(target[at], argb, (int) Math.round(256 * coverage));
                }
            }
        }
    }
}
