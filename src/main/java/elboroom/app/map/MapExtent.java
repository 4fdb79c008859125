package elboroom.app.map;

/**
 * The part of the plane that the map shows, whatever its size in pixels.
 *
 * @param centreX middle of the view, in units of z
 * @param centreY middle of the view, in units of z
 * @param span units of z across the shorter side
 */
public record MapExtent(double centreX, double centreY, double span) {}
