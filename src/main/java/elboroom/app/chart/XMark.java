package elboroom.app.chart;

/**
 * Something that happened at an x, such as another learning rate.
 *
 * @param x where
 * @param label a word or two
 */
public record XMark(double x, String label) {}
