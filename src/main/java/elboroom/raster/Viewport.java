package elboroom.raster;

/**
 * Which part of the latent plane is seen, and how large: one scale for both axes, so that circles stay circles. Screen
 * coordinates grow rightwards and downwards from the upper left corner, latent ones rightwards and upwards.
 *
 * @param centreX latent first coordinate in the middle of the view
 * @param centreY latent second coordinate in the middle of the view
 * @param pixelsPerUnit pixels for one latent unit
 * @param width of the view in pixels
 * @param height of the view in pixels
 */
public record Viewport(double centreX, double centreY, double pixelsPerUnit, double width, double height) {
    /** Deepest and widest zoom, as latent units across the shorter side. */
    private static final double MIN_SPAN = 1e-3;

    private static final double MAX_SPAN = 1e3;

    public Viewport {
        width = Math.max(1, width);
        height = Math.max(1, height);
        double side = Math.min(width, height);
        pixelsPerUnit = Math.max(side / MAX_SPAN, Math.min(side / MIN_SPAN, pixelsPerUnit));
    }

    /** The view in which all of {@code bounds} is just seen, with a margin of 4% of the shorter side around it. */
    public static Viewport fit(Bounds bounds, double width, double height) {
        double margin = 0.04 * Math.min(width, height);
        double scale = Math.min((width - 2 * margin) / bounds.width(), (height - 2 * margin) / bounds.height());
        return new Viewport(bounds.centreX(), bounds.centreY(), scale, width, height);
    }

    public double toScreenX(double x) {
        return width / 2 + (x - centreX) * pixelsPerUnit;
    }

    public double toScreenY(double y) {
        return height / 2 - (y - centreY) * pixelsPerUnit;
    }

    public double toLatentX(double screenX) {
        return centreX + (screenX - width / 2) / pixelsPerUnit;
    }

    public double toLatentY(double screenY) {
        return centreY - (screenY - height / 2) / pixelsPerUnit;
    }

    /** Moves the content with the hand by so many pixels. */
    public Viewport pan(double pixelsX, double pixelsY) {
        return new Viewport(
                centreX - pixelsX / pixelsPerUnit, centreY + pixelsY / pixelsPerUnit, pixelsPerUnit, width, height);
    }

    /** Enlarges by {@code factor}; the latent point under the given pixel stays under it. */
    public Viewport zoomAt(double screenX, double screenY, double factor) {
        Viewport zoomed = new Viewport(centreX, centreY, pixelsPerUnit * factor, width, height);
        double shift = 1 / pixelsPerUnit - 1 / zoomed.pixelsPerUnit;
        return new Viewport(
                centreX + (screenX - width / 2) * shift,
                centreY - (screenY - height / 2) * shift,
                zoomed.pixelsPerUnit,
                width,
                height);
    }

    /** The same view in another size: what filled the shorter side still fills it. */
    public Viewport resized(double newWidth, double newHeight) {
        double factor = Math.min(newWidth, newHeight) / Math.min(width, height);
        return new Viewport(centreX, centreY, pixelsPerUnit * factor, newWidth, newHeight);
    }

    /** The same view on a screen with {@code factor} times as many pixels each way. */
    public Viewport scaled(double factor) {
        return new Viewport(centreX, centreY, pixelsPerUnit * factor, width * factor, height * factor);
    }

    /** The visible part of the latent plane. */
    public Bounds bounds() {
        return new Bounds(toLatentX(0), toLatentY(height), toLatentX(width), toLatentY(0));
    }
}
