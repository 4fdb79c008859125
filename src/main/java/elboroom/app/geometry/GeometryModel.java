package elboroom.app.geometry;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Jobs;
import elboroom.app.explore.CodesOf;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The Geometry tab without its looks: follows the model, the data, the plane and the marker that are explored, and works for
 * the page that is seen, while the tab is shown. It has engines of its own, so that the hand never waits for it. For the
 * thread of the window.
 */
public final class GeometryModel {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final Jobs jobs;
    private final ContinuityModel continuity;
    private final HolesModel holes;
    private final ScoresModel scores;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.CONTINUITY);
    private final ReadOnlyObjectWrapper<@Nullable Ground> ground = new ReadOnlyObjectWrapper<>(this, "ground");
    private final ObservableValue<Number> progress;
    /** What was asked for last. */
    private @Nullable Wanted wanted;

    private boolean shown;

    private record Wanted(String model, String data, PlaneChoice plane) {}

    /**
     * Follows what is explored.
     *
     * @param engine of the maps alone
     * @param scoring of the scores alone, which open several models in turn
     * @param ui runs updates of the window
     */
    public GeometryModel(Workspace workspace, ExploreModel explore, Engine engine, Engine scoring, Executor ui) {
        this(workspace, explore, engine, scoring, ui, FieldWork.LEVELS);
    }

    /** @param levels of the maps, cells along the shorter side */
    GeometryModel(
            Workspace workspace,
            ExploreModel explore,
            Engine engine,
            Engine scoring,
            Executor ui,
            List<Integer> levels) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        jobs = new Jobs(engine, ui);
        continuity = new ContinuityModel(engine, ui, levels);
        holes = new HolesModel(workspace, engine, ui, levels);
        scores = new ScoresModel(workspace, explore, scoring, ui);
        explore.stateProperty().addListener((observable, was, is) -> follow());
        progress = page.flatMap(seen -> switch (seen) {
            case CONTINUITY -> continuity.progressProperty();
            case HOLES -> holes.progressProperty();
            case SCORES -> scores.progressProperty();
        });
    }

    // ---- what there is to see ----

    public ContinuityModel continuity() {
        return continuity;
    }

    public HolesModel holes() {
        return holes;
    }

    public ScoresModel scores() {
        return scores;
    }

    public ExploreModel explored() {
        return explore;
    }

    /** The page that is seen. */
    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** What the maps are of; null until its data have been encoded. */
    public ReadOnlyObjectProperty<@Nullable Ground> groundProperty() {
        return ground.getReadOnlyProperty();
    }

    /** Share done of what is worked out for the page; not a number when nothing is. */
    public ObservableValue<Number> progressProperty() {
        return progress;
    }

    // ---- commands ----

    /** Works from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        if (on) {
            follow();
        }
        activate();
    }

    /** Turns to another page. */
    public void turnTo(Page wantedPage) {
        page.set(wantedPage);
        activate();
    }

    /** Ends what is being worked out for the page. */
    public void cancel() {
        switch (page.get()) {
            case CONTINUITY -> continuity.cancel();
            case HOLES -> holes.cancel();
            case SCORES -> scores.cancel();
        }
    }

    /** Works out what was cancelled. */
    public void again() {
        switch (page.get()) {
            case CONTINUITY -> continuity.again();
            case HOLES -> holes.again();
            case SCORES -> scores.again();
        }
    }

    private void activate() {
        Page seen = page.get();
        continuity.activate(shown && seen == Page.CONTINUITY);
        holes.activate(shown && seen == Page.HOLES);
        scores.activate(shown && seen == Page.SCORES);
    }

    private void follow() {
        if (!shown) {
            return;
        }
        ExploreState state = explore.state();
        Wanted next = new Wanted(state.model(), state.data(), state.plane());
        double[] z = point(state);
        Ground on = ground.get();
        if (!next.equals(wanted)) {
            boolean sameSpace = on != null
                    && wanted != null
                    && wanted.model().equals(next.model())
                    && wanted.data().equals(next.data());
            wanted = next;
            change(sameSpace ? on : null);
        } else if (on != null && on.latentSize() == z.length && !on.contains(z)) {
            show(on.at(z), true);
        }
        continuity.point(z);
    }

    /** @param same what is shown now, if only another plane of it is wanted */
    private void change(@Nullable Ground same) {
        ModelChoice model = explore.model();
        DataChoice data = explore.dataset();
        if (same != null) {
            lay(model, data, same.posterior(), true);
            return;
        }
        continuity.leave();
        holes.leave();
        ground.set(null);
        engine.open(model.title(), () -> workspace.open(model.name()));
        jobs.steps(
                "codes", "encoding the data", encoding(model, data), posterior -> lay(model, data, posterior, false));
    }

    /** Lays the plane of now through the codes; off the thread of the window, as principal components take a while. */
    private void lay(ModelChoice model, DataChoice data, Posterior posterior, boolean sameSpace) {
        PlaneChoice plane = explore.state().plane();
        double[] z = point(explore.state());
        jobs.quick("ground", vae -> Ground.of(model, data, posterior, plane, z), laid -> {
            double[] now = point(explore.state());
            if (now.length != laid.latentSize()) {
                // Another model was chosen while the tab was not seen.
                return;
            }
            show(laid.contains(now) ? laid : laid.at(now), sameSpace);
            continuity.point(now);
        });
    }

    private static double[] point(ExploreState state) {
        return state.latent().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void show(Ground next, boolean sameSpace) {
        ground.set(next);
        continuity.show(next, sameSpace);
        holes.show(next, sameSpace);
    }

    private Jobs.Steps<Posterior> encoding(ModelChoice model, DataChoice data) {
        CodesOf codes = new CodesOf(workspace, model.name(), data);
        return new Jobs.Steps<>() {
            @Override
            public Optional<Posterior> step(Vae vae) {
                return codes.apply(vae);
            }

            @Override
            public double share() {
                return 0;
            }
        };
    }
}
