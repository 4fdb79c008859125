package elboroom.app.interpolate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is chosen about a way.
 *
 * @param stops at least two, in their order
 * @param closed whether the way goes back to the first stop in the end
 */
record Trip(List<Stop> stops, boolean closed) {
    static final int MOST_STOPS = 8;
    static final Trip NONE = new Trip(List.of(), false);

    Trip {
        stops = List.copyOf(stops);
    }

    static String name(int stop) {
        return String.valueOf((char) ('A' + stop));
    }

    @JsonIgnore
    boolean isPlaced() {
        return stops.size() >= 2 && stops.stream().allMatch(Stop::isPlaced);
    }

    /** @throws InputException unless it leads through a space of so many dimensions, by way of so many images */
    void check(int latents, int images) {
        boolean fits =
                isPlaced() && stops.size() <= MOST_STOPS && stops.stream().allMatch(stop -> stop.fits(latents, images));
        if (!fits) {
            throw new InputException(
                    "its stops do not fit; expected 2 to %d places of %d finite numbers each, of no image or one of the %,d"
                            .formatted(MOST_STOPS, latents, images));
        }
    }

    Trip with(int index, Stop stop) {
        List<Stop> changed = new ArrayList<>(stops);
        if (index < changed.size()) {
            changed.set(index, stop);
        } else {
            changed.add(stop);
        }
        return new Trip(changed, closed);
    }

    Trip without(int index) {
        List<Stop> changed = new ArrayList<>(stops);
        changed.remove(index);
        return new Trip(changed, closed && changed.size() > 2);
    }

    /** Ways from one stop to the next. */
    int legs() {
        return closed ? stops.size() : Math.max(0, stops.size() - 1);
    }

    Trip closed(boolean on) {
        return new Trip(stops, on);
    }

    List<double[]> latents() {
        return stops.stream().map(Stop::latent).toList();
    }
}
