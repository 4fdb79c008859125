package elboroom.app.geometry;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Jobs;
import elboroom.app.map.Heat;
import elboroom.raster.Bounds;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The Continuity page without its looks: the map of a stretch, what is usual, and the marker. For the thread of the window. */
public final class ContinuityModel implements Part {
    private static final int SAMPLES = 2_000;
    private static final String RANKS = "ranks";

    private final Jobs jobs;
    private final FieldWork work;
    private final ReadOnlyObjectWrapper<@Nullable Heat> heat = new ReadOnlyObjectWrapper<>(this, "heat");
    private final ReadOnlyObjectWrapper<@Nullable Ranks> ranks = new ReadOnlyObjectWrapper<>(this, "ranks");
    private final ReadOnlyObjectWrapper<@Nullable PointStretch> point = new ReadOnlyObjectWrapper<>(this, "point");
    private final ReadOnlyObjectWrapper<Stretch> stretch =
            new ReadOnlyObjectWrapper<>(this, "stretch", Stretch.SIGMA_MAX);
    private @Nullable Ground ground;
    private @Nullable Bounds view;
    private @Nullable Field field;
    private double @Nullable [] marker;
    private boolean active;

    /** @param engine whose network is the ground's */
    ContinuityModel(Engine engine, Executor ui, List<Integer> levels) {
        jobs = new Jobs(engine, ui);
        work = new FieldWork(jobs, "stretch map", levels, this::filled);
    }

    // ---- what there is to see ----

    /** The map; null until its first level is there. */
    public ReadOnlyObjectProperty<@Nullable Heat> heatProperty() {
        return heat.getReadOnlyProperty();
    }

    /** What is usual under the prior; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable Ranks> ranksProperty() {
        return ranks.getReadOnlyProperty();
    }

    /** At the marker; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable PointStretch> pointProperty() {
        return point.getReadOnlyProperty();
    }

    /** What the map shows. */
    public ReadOnlyObjectProperty<Stretch> stretchProperty() {
        return stretch.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty progressProperty() {
        return jobs.progressProperty();
    }

    // ---- commands ----

    @Override
    public void show(Ground shown, boolean sameSpace) {
        ground = shown;
        forget();
        if (!sameSpace) {
            ranks.set(null);
            point.set(null);
        }
        begin();
    }

    @Override
    public void leave() {
        ground = null;
        forget();
        ranks.set(null);
        point.set(null);
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
        begin();
    }

    /** Puts the marker on a latent point, [d]. */
    void point(double[] z) {
        marker = z;
        Ground on = ground;
        if (active && on != null && z.length == on.latentSize()) {
            jobs.quick("point", vae -> PointStretch.of(vae, on, z), point::set);
        }
    }

    /** Shows another stretch. */
    public void choose(Stretch wanted) {
        stretch.set(wanted);
        paint();
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

    private void forget() {
        jobs.cancelAll();
        work.forget();
        field = null;
        heat.set(null);
    }

    private void begin() {
        Ground on = ground;
        if (!active || on == null) {
            return;
        }
        double[] z = marker;
        if (z != null && point.get() == null) {
            point(z);
        }
        Bounds seen = view;
        if (jobs.runs(RANKS)) {
            return;
        }
        if (ranks.get() == null) {
            double[] samples = on.prior().sample(SAMPLES, new SplittableRandom(1));
            PointSteps steps = new PointSteps(
                    samples, on.latentSize(), Stretch.values().length, (vae, some) -> Stretch.all(vae, on, some));
            jobs.steps(RANKS, "looking at samples of the prior", steps, values -> {
                ranks.set(Ranks.of(values));
                paint();
                begin();
            });
        } else if (seen != null) {
            work.fill(seen, Stretch.values().length, (vae, some) -> Stretch.all(vae, on, on.lift(some)));
        }
    }

    private void filled(Field filled) {
        field = filled;
        paint();
    }

    private void paint() {
        Field filled = field;
        Ranks usual = ranks.get();
        Ground on = ground;
        if (filled != null && usual != null && on != null) {
            Stretch shown = stretch.get();
            heat.set(new Heat(
                    filled.place(),
                    filled.columns(),
                    filled.values()[shown.ordinal()],
                    shown.scale(on.model().autoencoder(), usual)));
        }
    }
}
