package elboroom.app.geometry;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Jobs;
import elboroom.app.explore.Workspace;
import elboroom.app.map.Heat;
import elboroom.app.map.HeatScale;
import elboroom.measure.Holes;
import elboroom.raster.Bounds;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The Holes page without its looks: the hole map, its mass, and samples with what is nearest. For the thread of the window. */
public final class HolesModel implements Part {
    /** Samples that are decoded and shown. */
    static final int COUNT = 20;

    static final long FIRST_SEED = 1;

    private static final String DENSITIES = "densities";

    /** Nats either way at which the colours end. */
    private static final double MOST = 6;

    private static final HeatScale SCALE = HeatScale.diverging("log q(z) − log p(z)", "nats", MOST);

    private final Workspace workspace;
    private final Jobs jobs;
    private final FieldWork work;
    private final ReadOnlyObjectWrapper<@Nullable Heat> heat = new ReadOnlyObjectWrapper<>(this, "heat");
    private final ReadOnlyObjectWrapper<Holes.@Nullable Mass> mass = new ReadOnlyObjectWrapper<>(this, "mass");
    private final ReadOnlyObjectWrapper<@Nullable Samples> samples = new ReadOnlyObjectWrapper<>(this, "samples");
    private final ReadOnlyObjectWrapper<Source> source = new ReadOnlyObjectWrapper<>(this, "source", Source.PRIOR);
    private @Nullable Ground ground;
    private @Nullable HoleGround densities;
    private @Nullable Bounds view;
    private long seed = FIRST_SEED;
    /** Whether the samples that are shown are those that were asked for last. */
    private boolean drawn;

    private boolean active;

    /** @param engine whose network is the ground's */
    HolesModel(Workspace workspace, Engine engine, Executor ui, List<Integer> levels) {
        this.workspace = workspace;
        jobs = new Jobs(engine, ui);
        work = new FieldWork(
                jobs,
                "hole map",
                levels,
                field -> heat.set(
                        new Heat(field.place(), field.columns(), field.values()[0], SCALE, Math.log(Holes.THRESHOLD))));
    }

    // ---- what there is to see ----

    /** The map; null until its first level is there. */
    public ReadOnlyObjectProperty<@Nullable Heat> heatProperty() {
        return heat.getReadOnlyProperty();
    }

    /** Hole mass over all dimensions; null until it is known. */
    public ReadOnlyObjectProperty<Holes.@Nullable Mass> massProperty() {
        return mass.getReadOnlyProperty();
    }

    /** Decoded samples; null until they are there. */
    public ReadOnlyObjectProperty<@Nullable Samples> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /** What is sampled. */
    public ReadOnlyObjectProperty<Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty progressProperty() {
        return jobs.progressProperty();
    }

    // ---- commands ----

    @Override
    public void show(Ground shown, boolean sameSpace) {
        Ground old = ground;
        ground = shown;
        // Across the plane nothing is held: its place there does not matter.
        if (sameSpace && old != null && old.plane() == shown.plane() && shown.latentSize() > 2) {
            return;
        }
        forget();
        if (!sameSpace) {
            mass.set(null);
        }
        begin();
    }

    @Override
    public void leave() {
        ground = null;
        forget();
        mass.set(null);
    }

    private void forget() {
        jobs.cancelAll();
        work.forget();
        densities = null;
        heat.set(null);
        samples.set(null);
        drawn = false;
    }

    @Override
    public void activate(boolean on) {
        active = on;
        if (on) {
            begin();
        } else {
            cancel();
        }
    }

    /** Shows this part of the plane. */
    @Override
    public void look(Bounds seen) {
        view = seen;
        fill();
    }

    /** Draws from elsewhere. */
    public void choose(Source wanted) {
        source.set(wanted);
        draw();
    }

    /** Draws certain samples. */
    void choose(Source wanted, long from) {
        seed = from;
        choose(wanted);
    }

    /** Which samples are drawn. */
    long seed() {
        return seed;
    }

    /** Draws other samples. */
    public void redraw() {
        seed++;
        draw();
    }

    @Override
    public void cancel() {
        jobs.cancelAll();
        work.stop();
    }

    @Override
    public void again() {
        begin();
    }

    private void begin() {
        Ground on = ground;
        if (!active || on == null) {
            return;
        }
        if (jobs.runs(DENSITIES)) {
            return;
        }
        if (densities == null) {
            jobs.run(DENSITIES, (vae, watch) -> new HoleGround(on, watch), built -> {
                densities = built;
                mass.set(built.mass());
                fill();
                draw();
            });
        } else {
            fill();
            if (!drawn) {
                draw();
            }
        }
    }

    private void fill() {
        HoleGround built = densities;
        Bounds seen = view;
        if (active && built != null && seen != null) {
            work.fill(seen, 1, (vae, some) -> new float[][] {Stretch.floats(built.logRatio(some))});
        }
    }

    private void draw() {
        drawn = false;
        HoleGround built = densities;
        Ground on = ground;
        if (active && built != null && on != null) {
            Source wanted = source.get();
            long from = seed;
            Splits splits = Splits.of(workspace, on.model(), on.data());
            jobs.run(
                    "samples",
                    (vae, watch) -> built.samples(
                            vae,
                            wanted,
                            COUNT,
                            from,
                            workspace.images(splits.training()),
                            workspace.images(splits.test()),
                            watch),
                    all -> {
                        drawn = true;
                        samples.set(all);
                    });
        }
    }
}
