package elboroom.app.chart;

import java.util.stream.Stream;

/**
 * What an axis says.
 *
 * @param name of the quantity; empty for an axis that another chart explains
 * @param unit may be empty
 * @param decimals of its values where they are read out
 * @param brief a shorter name, where there is no room for the other; empty if there is none
 */
public record Axis(String name, String unit, int decimals, String brief) {
    public Axis(String name, String unit, int decimals) {
        this(name, unit, decimals, "");
    }

    /** The same with a shorter name beside the other. */
    public Axis orBriefly(String shorter) {
        return new Axis(name, unit, decimals, shorter);
    }

    public String title() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** The title as it fits: without the unit where that has no room, by the shorter name, and with no more of it than has. */
    String title(double room, Look look) {
        String least = brief.isEmpty() ? name : brief;
        return Stream.of(title(), name)
                .filter(each -> look.width(each) <= room)
                .findFirst()
                .orElseGet(() -> look.shortened(least, room));
    }

    /** A value with its unit. */
    String read(double value) {
        return read(value, decimals);
    }

    /** A value with its unit, and other decimals than the axis's. */
    String read(double value, int decimals) {
        String number = elboroom.app.widget.Numbers.fixed(value, decimals);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
