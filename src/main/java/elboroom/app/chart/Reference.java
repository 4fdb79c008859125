package elboroom.app.chart;

/**
 * A level to compare with, such as a bound.
 *
 * @param value on the upright axis; where it is not seen, the plot's edge says in which direction it lies
 * @param label what it is
 */
public record Reference(double value, String label) {}
