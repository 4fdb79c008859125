package elboroom.app.interpolate;

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

    boolean isPlaced() {
        return stops.size() >= 2 && stops.stream().allMatch(Stop::isPlaced);
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

    Trip closed(boolean on) {
        return new Trip(stops, on);
    }

    List<double[]> latents() {
        return stops.stream().map(Stop::latent).toList();
    }
}
