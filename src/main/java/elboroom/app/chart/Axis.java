package elboroom.app.chart;

/**
 * What an axis says.
 *
 * @param name of the quantity; empty for an axis that another chart explains
 * @param unit may be empty
 * @param decimals of its values where they are read out
 */
public record Axis(String name, String unit, int decimals) {
    public String title() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** The title as it fits: without the unit where that has no room, and with no more of the name than has. */
    String title(double room, Look look) {
        return look.width(title()) <= room ? title() : look.shortened(name, room);
    }

    /** A value with its unit. */
    String read(double value) {
        String number = elboroom.app.widget.Numbers.fixed(value, decimals);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
