package elboroom.app.losses;

import elboroom.app.chart.Trail.Place;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.train.RunsModel;
import elboroom.data.InputException;
import elboroom.train.StoredRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The ways of the kept runs over the rate-distortion plane, of the data set that is explored. They are read away from the
 * thread of the window, while the tab is shown. For the thread of the window.
 */
public final class TrailsModel {
    /** More could not be told apart on a chart. */
    private static final int MOST_PLACES = 64;

    private final ExploreModel explore;
    private final RunsModel runs;
    private final WorkQueue worker;
    private final Consumer<StoredRun> opener;
    private final ReadOnlyObjectWrapper<List<RunTrail>> trails = new ReadOnlyObjectWrapper<>(this, "trails", List.of());
    /** What was read before; the worker's. A run that has got on is another one. */
    private final Map<StoredRun, List<Place>> read = new HashMap<>();

    private String dataset = "";
    private boolean shown;

    /**
     * The way of a run.
     *
     * @param run that was kept
     * @param places by its test losses, in the order of time; one at least
     */
    public record RunTrail(StoredRun run, List<Place> places) {
        public RunTrail {
            places = List.copyOf(places);
        }

        /** Where it has come to. */
        public Place end() {
            return places.get(places.size() - 1);
        }
    }

    /**
     * Follows what is explored.
     *
     * @param runs that were kept
     * @param worker reads their curves
     * @param opener shows a run
     */
    public TrailsModel(ExploreModel explore, RunsModel runs, WorkQueue worker, Consumer<StoredRun> opener) {
        this.explore = explore;
        this.runs = runs;
        this.worker = worker;
        this.opener = opener;
        explore.stateProperty().addListener(observable -> follow());
        runs.runsProperty().addListener(observable -> renew());
    }

    /** The newest first; those of autoencoders, which have no rate, are left out. */
    public ReadOnlyObjectProperty<List<RunTrail>> trailsProperty() {
        return trails.getReadOnlyProperty();
    }

    /** Reads from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        if (on) {
            dataset = "";
            follow();
            runs.refresh();
        }
    }

    /** Shows a run where it was trained. */
    public void open(StoredRun run) {
        opener.accept(run);
    }

    private void follow() {
        String wanted = explore.dataset().dataset();
        if (shown && !wanted.equals(dataset)) {
            dataset = wanted;
            renew();
        }
    }

    private void renew() {
        if (!shown) {
            return;
        }
        List<StoredRun> wanted = runs.runsProperty().get().stream()
                .filter(run -> run.file().run().dataset().equals(dataset))
                .filter(run -> !run.file().run().plan().config().autoencoder())
                .toList();
        worker.submitNamed("trails", "reading the curves of the runs", () -> read(wanted), trails::set);
    }

    private List<RunTrail> read(List<StoredRun> wanted) {
        read.keySet().retainAll(wanted);
        List<RunTrail> all = new ArrayList<>();
        for (StoredRun run : wanted) {
            List<Place> places = read.computeIfAbsent(run, TrailsModel::places);
            if (!places.isEmpty()) {
                all.add(new RunTrail(run, places));
            }
        }
        return all;
    }

    private static List<Place> places(StoredRun run) {
        try {
            return thinned(run.history().tests().stream()
                    .map(test -> new Place(test.rate(), test.distortion()))
                    .filter(Place::isFinite)
                    .toList());
        } catch (InputException e) {
            // The Train tab says what is wrong with it when it is opened; the other runs are as good as before.
            return List.of();
        }
    }

    /** The first, the last and some of those between, evenly. */
    private static List<Place> thinned(List<Place> places) {
        if (places.size() <= MOST_PLACES) {
            return places;
        }
        List<Place> some = new ArrayList<>();
        for (int i = 0; i < MOST_PLACES; i++) {
            some.add(places.get(i * (places.size() - 1) / (MOST_PLACES - 1)));
        }
        return some;
    }
}
