package elboroom.app.trick;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.ModelChoice;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The Trick tab without its looks: follows what is explored while it is shown. For the thread of the window. */
public final class TrickModel {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final DrawModel draw;
    private final VarianceModel variance;
    private final RaceModel race;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.DRAW);
    private boolean shown;
    private String data = "";

    /**
     * Follows what is explored.
     *
     * @param engine for single draws, of this tab alone
     * @param measuring an engine for what takes seconds, of this tab alone
     * @param training a worker that trains, of this tab alone
     * @param ui runs updates of the window
     */
    public TrickModel(
            Workspace workspace,
            ExploreModel explore,
            Engine engine,
            Engine measuring,
            WorkQueue training,
            Executor ui) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        draw = new DrawModel(explore, engine, this::isReady);
        variance = new VarianceModel(workspace, explore, measuring, ui);
        race = new RaceModel(workspace, explore, training, ui);
        explore.stateProperty().addListener(observable -> follow());
    }

    public ExploreModel explored() {
        return explore;
    }

    /** The page about one draw. */
    public DrawModel draw() {
        return draw;
    }

    /** The page about how much gradients vary. */
    public VarianceModel variance() {
        return variance;
    }

    /** The page where each trains a network. */
    public RaceModel race() {
        return race;
    }

    /** What is seen. */
    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public void turnTo(Page wanted) {
        page.set(wanted);
        work();
    }

    /** Works from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        work();
        follow();
    }

    /** Only the page that is seen has something measured. */
    private void work() {
        variance.activate(shown && page.get() == Page.VARIANCE);
        if (!shown) {
            race.stop();
        }
    }

    /** Plain autoencoders draw nothing: there is no trick to show. */
    private boolean isReady() {
        return shown && !explore.model().autoencoder();
    }

    private void follow() {
        if (!shown) {
            return;
        }
        ExploreState state = explore.state();
        ModelChoice model = explore.model();
        boolean other = engine.keepOpen(model.name(), model.title(), () -> workspace.open(model.name()));
        if (other || !data.equals(state.data())) {
            data = state.data();
            draw.renew();
        }
        draw.follow(state.drawing() ? -1 : state.selected());
    }
}
