package elboroom.app.map;

/**
 * A single point of interest on the map besides the data, such as where a drawn digit lies.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param label a word beside it, may be empty
 * @param kind what it stands for, which chooses the colour
 */
public record MapMark(double x, double y, String label, MapEllipse.Kind kind) {}
