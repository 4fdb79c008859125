package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.train.Moment.Plane;
import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.latent.Projection;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredVae;
import elboroom.train.Snapshot;
import elboroom.train.Snapshots;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The time machine of the run that is shown: which of its moments is looked at. It either follows the newest one or stays at
 * one that was kept. For the thread of the window.
 */
public final class TimeModel {
    private static final Plane START = new Plane(0, 1);

    private final Catalogue catalogue;
    private final WorkQueue worker;
    private final ReadOnlyObjectWrapper<List<Long>> stops = new ReadOnlyObjectWrapper<>(this, "stops", List.of());
    private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(this, "step");
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", true);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyObjectWrapper<@Nullable Moment> moment = new ReadOnlyObjectWrapper<>(this, "moment");
    private final ReadOnlyObjectWrapper<@Nullable ImageSet> images = new ReadOnlyObjectWrapper<>(this, "images");
    private @Nullable VaeConfig config;
    private @Nullable Snapshots kept;
    private @Nullable Snapshot newest;
    private boolean reading;

    /** @param worker reads and decodes */
    TimeModel(Catalogue catalogue, WorkQueue worker) {
        this.catalogue = catalogue;
        this.worker = worker;
    }

    // ---- what there is to see ----

    /** Steps at which a moment was kept, rising. */
    public ReadOnlyObjectProperty<List<Long>> stopsProperty() {
        return stops.getReadOnlyProperty();
    }

    /** The step that is looked at. */
    public ReadOnlyLongProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether the newest moment is looked at, and will be. */
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Whether time goes by itself from moment to moment. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The latent space at that step; null before the first look at it. */
    public ReadOnlyObjectProperty<@Nullable Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** The test images, the first of which are laid out; null until they have been read. */
    public ReadOnlyObjectProperty<@Nullable ImageSet> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** The newest step there is anything of; 0 before there is. */
    public long end() {
        Snapshot latest = newest;
        return Math.max(stops.get().isEmpty() ? 0 : last(), latest == null ? 0 : latest.step());
    }

    // ---- commands ----

    /** Looks at another run, at its newest moment. */
    void open(RunMatter run, Snapshots snapshots) {
        close();
        config = run.run().plan().config();
        kept = snapshots;
        String test = run.dataset().testId();
        ImageSet known = images.get();
        if (known == null || !known.id().equals(test)) {
            images.set(null);
            worker.submitNamed(
                    "test images", "reading " + run.dataset().title(), () -> catalogue.open(test), images::set);
        }
        renewStops();
        if (!stops.get().isEmpty()) {
            read(last());
        }
    }

    /** Looks at no run any more. */
    void close() {
        config = null;
        kept = null;
        newest = null;
        reading = false;
        worker.cancel("snapshot");
        worker.cancel("mosaic");
        playing.set(false);
        live.set(true);
        moment.set(null);
        step.set(0);
        stops.set(List.of());
    }

    /** Takes note of what the run has come to. */
    void follow(@Nullable Snapshot latest) {
        renewStops();
        if (latest != null && latest != newest) {
            newest = latest;
            if (live.get()) {
                show(latest);
            }
        }
    }

    private void renewStops() {
        Snapshots snapshots = kept;
        if (snapshots != null && !snapshots.steps().equals(stops.get())) {
            stops.set(snapshots.steps());
        }
    }

    private long last() {
        return stops.get().get(stops.get().size() - 1);
    }

    /** Looks at a step: at the curves there, and at the moment kept nearest to it. */
    public void seek(long wanted) {
        playing.set(false);
        go(wanted);
    }

    /** The step of the moment kept nearest to a step; the same step if none is. */
    long nearest(long wanted) {
        long best = -1;
        for (long stop : stops.get()) {
            if (best < 0 || Math.abs(stop - wanted) <= Math.abs(best - wanted)) {
                best = stop;
            }
        }
        return best < 0 ? wanted : best;
    }

    /** Looks at the newest moment, and follows it. */
    public void goLive() {
        playing.set(false);
        live.set(true);
        Snapshot latest = newest;
        if (latest != null) {
            worker.cancel("snapshot");
            reading = false;
            show(latest);
        } else if (!stops.get().isEmpty()) {
            read(last());
        }
    }

    /** Lets time go by, from the start if it is at its end, or halts it. */
    public void play(boolean on) {
        if (on && stops.get().isEmpty()) {
            return;
        }
        if (on && (live.get() || step.get() >= last())) {
            go(stops.get().get(0));
        }
        playing.set(on);
    }

    /** While it is playing: goes to the next moment, once the present one has been seen. */
    public void advance() {
        if (!playing.get() || reading) {
            return;
        }
        for (long stop : stops.get()) {
            if (stop > step.get()) {
                go(stop);
                return;
            }
        }
        playing.set(false);
    }

    private void go(long wanted) {
        if (stops.get().isEmpty()) {
            return;
        }
        live.set(false);
        step.set(Math.max(0, Math.min(wanted, end())));
        long stop = nearest(step.get());
        Moment present = moment.get();
        if (reading || present == null || present.step() != stop) {
            read(stop);
        }
    }

    private void read(long stop) {
        Snapshots snapshots = kept;
        if (snapshots != null) {
            reading = true;
            worker.submit("snapshot", () -> snapshots.read(stop), this::arrived);
        }
    }

    private void arrived(Snapshot snapshot) {
        reading = false;
        // An answer that was overtaken while it was read is shown on the way to the one that is wanted.
        if (live.get()) {
            newest = newest == null ? snapshot : newest;
        }
        Moment present = moment.get();
        moment.set(Moment.of(snapshot, present == null ? START : present.plane()));
        if (live.get()) {
            step.set(snapshot.step());
        }
    }

    private void show(Snapshot snapshot) {
        Moment present = moment.get();
        moment.set(Moment.of(snapshot, present == null ? START : present.plane()));
        step.set(snapshot.step());
    }

    /**
     * Decodes a grid of points of the map's plane by the network of the moment that is shown; other dimensions are at 0, the
     * middle of the prior.
     *
     * @param x of each point
     * @param y of each point
     * @param delivery gets the pixels, [count][D]
     */
    public void decodeGrid(double[] x, double[] y, Consumer<float[]> delivery) {
        Moment present = moment.get();
        VaeConfig network = config;
        if (present == null || network == null) {
            return;
        }
        worker.submit("mosaic", () -> decode(present, network, x, y), delivery);
    }

    private static float[] decode(Moment at, VaeConfig network, double[] x, double[] y) {
        int latent = network.latentSize();
        Projection projection = at.plane().projection(latent);
        double[] middle = new double[latent];
        float[] z = new float[x.length * latent];
        for (int i = 0; i < x.length; i++) {
            double[] point = projection.lift(x[i], y[i], middle);
            for (int j = 0; j < latent; j++) {
                z[i * latent + j] = (float) point[j];
            }
        }
        try (LayeredVae vae = at.snapshot().open(network)) {
            return vae.decode(z, x.length);
        }
    }
}
