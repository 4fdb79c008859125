package elboroom.app.interpolate;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.Drawing;
import elboroom.data.ImageSet;
import elboroom.latent.LatentPath;
import elboroom.latent.PathKind;
import elboroom.latent.Routes;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Works out the ways of a trip on an engine: the straight and the spherical one at once, the geodesic after them, first by few
 * points. A newer trip ends the search for an older one. For the thread of the window.
 */
final class WaysModel {
    /** Points of a leg, both ends among them: neighbouring images differ by less than the eye minds. */
    static final int PER_LEG = 49;

    private static final int COARSE = 9;

    private final Engine engine;
    private final AtomicInteger turn = new AtomicInteger();
    private final ReadOnlyObjectWrapper<Map<PathKind, Way>> ways = new ReadOnlyObjectWrapper<>(this, "ways", Map.of());
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
    /** Whose ways are known or looked for. */
    private Trip sought = Trip.NONE;

    WaysModel(Engine engine) {
        this.engine = engine;
    }

    /** Those known so far; none of a kind that is still looked for. */
    ReadOnlyObjectProperty<Map<PathKind, Way>> waysProperty() {
        return ways.getReadOnlyProperty();
    }

    /** Whether the geodesic is still looked for. */
    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    void forget() {
        pause();
        ways.set(Map.of());
        searching.set(false);
    }

    /** Ends the search that is under way, which is then still wanted. */
    void pause() {
        turn.incrementAndGet();
        sought = Trip.NONE;
    }

    /** What the stops turned out to be, and the quick ways between them. */
    private record Quick(Trip trip, Map<PathKind, Way> ways) {}

    /**
     * Works out all ways, unless that is done or under way.
     *
     * @param images that stops without a place are from
     * @param placed told the trip with the place of every stop
     */
    void find(Trip trip, @Nullable ImageSet images, Consumer<Trip> placed) {
        if (trip.equals(sought)) {
            return;
        }
        sought = trip;
        int mine = turn.incrementAndGet();
        searching.set(true);
        engine.submit("ways", vae -> quick(vae, encoded(vae, trip, images)), found -> {
            if (turn.get() == mine) {
                sought = found.trip();
                placed.accept(found.trip());
                Map<PathKind, Way> known = new EnumMap<>(PathKind.class);
                known.putAll(found.ways());
                ways.set(known);
                search(found.trip(), mine, COARSE);
            }
        });
    }

    private void search(Trip trip, int mine, int perLeg) {
        engine.submit(
                "geodesic",
                vae -> Way.of(
                        vae,
                        PathKind.GEODESIC,
                        Routes.through(
                                vae,
                                PathKind.GEODESIC,
                                trip.latents(),
                                trip.closed(),
                                perLeg,
                                () -> turn.get() == mine)),
                way -> {
                    if (turn.get() == mine) {
                        Map<PathKind, Way> known = new EnumMap<>(PathKind.class);
                        known.putAll(ways.get());
                        known.put(PathKind.GEODESIC, way);
                        ways.set(known);
                        searching.set(perLeg < PER_LEG);
                        if (perLeg < PER_LEG) {
                            search(trip, mine, PER_LEG);
                        }
                    }
                });
    }

    private static Quick quick(Vae vae, Trip trip) {
        Map<PathKind, Way> found = new EnumMap<>(PathKind.class);
        for (PathKind kind : List.of(PathKind.LINE, PathKind.SLERP)) {
            LatentPath path = Routes.through(vae, kind, trip.latents(), trip.closed(), PER_LEG, () -> true);
            found.put(kind, Way.of(vae, kind, path));
        }
        return new Quick(trip, found);
    }

    private static Trip encoded(Vae vae, Trip trip, @Nullable ImageSet images) {
        List<Stop> stops = new ArrayList<>();
        for (Stop stop : trip.stops()) {
            float[] input = stop.isPlaced() ? null : input(vae, stop, images);
            if (input == null) {
                stops.add(stop);
            } else {
                Posterior posterior = vae.encode(input, 1);
                double[] z = new double[posterior.latentSize()];
                for (int j = 0; j < z.length; j++) {
                    z[j] = posterior.mean(0, j);
                }
                stops.add(stop.at(z));
            }
        }
        return new Trip(stops, trip.closed());
    }

    private static float @Nullable [] input(Vae vae, Stop stop, @Nullable ImageSet images) {
        if (stop.image() >= 0) {
            return images == null ? null : images.image(stop.image());
        }
        return Drawing.as(vae.shape(), stop.strokes());
    }
}
