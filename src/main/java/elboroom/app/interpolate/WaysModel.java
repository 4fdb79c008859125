package elboroom.app.interpolate;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Jobs;
import elboroom.app.explore.Drawing;
import elboroom.data.ImageSet;
import elboroom.latent.Geodesic;
import elboroom.latent.LatentPath;
import elboroom.latent.PathKind;
import elboroom.latent.Routes;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Works out the ways of a trip on an engine: the straight and the spherical one at once, the geodesic after them, first by few
 * points. A newer trip ends the search for an older one, and the search can be cancelled. For the thread of the window.
 */
final class WaysModel {
    /** Points of a leg, both ends among them: neighbouring images differ by less than the eye minds. */
    static final int PER_LEG = 49;

    private static final int COARSE = 9;
    /** Of the search, what a way by few points takes. */
    private static final double COARSE_SHARE = 0.1;

    private static final String QUICK = "ways";
    private static final String SEARCH = "geodesic";

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Map<PathKind, Way>> ways = new ReadOnlyObjectWrapper<>(this, "ways", Map.of());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    /** Whose ways are known or looked for. */
    private Trip sought = Trip.NONE;
    /** Whether the geodesic is not looked for, though it is not known. */
    private boolean cancelled;

    /** Share of the search at which the way that is looked for now begins. */
    private double from;

    WaysModel(Engine engine, Executor ui) {
        jobs = new Jobs(engine, ui);
        jobs.progressProperty().addListener((observable, was, is) -> {
            if (!Double.isNaN(is.doubleValue())) {
                double to = from < COARSE_SHARE ? COARSE_SHARE : 1;
                progress.set(from + is.doubleValue() * (to - from));
            }
        });
    }

    /** Those known so far; none of a kind that is still looked for. */
    ReadOnlyObjectProperty<Map<PathKind, Way>> waysProperty() {
        return ways.getReadOnlyProperty();
    }

    /** How far the search is, from 0 to 1; not a number when nothing is looked for. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the geodesic is not known, or only by few points, and not looked for either: it was cancelled. */
    boolean isCancelled() {
        return cancelled;
    }

    void forget() {
        pause();
        ways.set(Map.of());
    }

    /** Ends all work, which is then still wanted. */
    void pause() {
        jobs.cancelAll();
        progress.set(Double.NaN);
        sought = Trip.NONE;
        cancelled = false;
    }

    /** Ends the search for the geodesic of this trip; what is known of it stays. */
    void cancel() {
        if (!Double.isNaN(progress.get())) {
            cancelled = true;
            jobs.cancel(SEARCH);
            progress.set(Double.NaN);
        }
    }

    /** Looks for the geodesic whose search was cancelled. */
    void again() {
        if (cancelled) {
            cancelled = false;
            progress.set(0);
            if (!jobs.runs(QUICK)) {
                search(sought, ways.get().containsKey(PathKind.GEODESIC) ? PER_LEG : COARSE);
            }
        }
    }

    /** What the stops turned out to be, and the quick ways between them. */
    private record Quick(Trip trip, Map<PathKind, Way> ways) {}

    /**
     * Works out all ways, unless that is done, under way or cancelled.
     *
     * @param images that stops without a place are from
     * @param placed told the trip with the place of every stop
     */
    void find(Trip trip, @Nullable ImageSet images, Consumer<Trip> placed) {
        if (trip.equals(sought)) {
            return;
        }
        sought = trip;
        cancelled = false;
        jobs.cancel(SEARCH);
        from = 0;
        progress.set(0);
        jobs.run(QUICK, (vae, watch) -> quick(vae, encoded(vae, trip, images)), found -> {
            sought = found.trip();
            placed.accept(found.trip());
            Map<PathKind, Way> known = new EnumMap<>(PathKind.class);
            known.putAll(found.ways());
            ways.set(known);
            if (!cancelled) {
                search(found.trip(), COARSE);
            }
        });
    }

    private void search(Trip trip, int perLeg) {
        from = perLeg == COARSE ? 0 : COARSE_SHARE;
        jobs.run(
                SEARCH,
                (vae, watch) -> Way.of(
                        vae,
                        PathKind.GEODESIC,
                        Routes.through(vae, PathKind.GEODESIC, trip.latents(), trip.closed(), perLeg, patience(watch))),
                way -> {
                    Map<PathKind, Way> known = new EnumMap<>(PathKind.class);
                    known.putAll(ways.get());
                    known.put(PathKind.GEODESIC, way);
                    boolean last = perLeg == PER_LEG;
                    if (last) {
                        progress.set(Double.NaN);
                    }
                    ways.set(known);
                    // Whoever saw it may have cancelled the search, or asked for another trip.
                    if (!last && !cancelled && trip.equals(sought)) {
                        search(trip, PER_LEG);
                    }
                });
    }

    private static Geodesic.Patience patience(Watch watch) {
        return new Geodesic.Patience() {
            @Override
            public boolean goesOn() {
                return !watch.cancelled();
            }

            @Override
            public void progress(double share) {
                watch.progress(share);
            }
        };
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
