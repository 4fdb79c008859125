package elboroom.app.trick;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.ModelChoice;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The Trick tab without its looks: follows what is explored while it is shown. For the thread of the window. */
public final class TrickModel {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    private final DrawModel draw;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.DRAW);
    private boolean shown;
    private String opened = "";
    private String data = "";

    /** @param engine for single draws, of this tab alone */
    public TrickModel(Workspace workspace, ExploreModel explore, Engine engine) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
        draw = new DrawModel(explore, engine, this::isReady);
        explore.stateProperty().addListener(observable -> follow());
    }

    public ExploreModel explored() {
        return explore;
    }

    /** The page about one draw. */
    public DrawModel draw() {
        return draw;
    }

    /** What is seen. */
    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public void turnTo(Page wanted) {
        page.set(wanted);
    }

    /** Works from now on, or no longer: only while the tab is shown. */
    public void show(boolean on) {
        shown = on;
        follow();
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
        boolean other = !opened.equals(model.name()) || engine.stateProperty().get() == Engine.State.FAILED;
        if (other) {
            opened = model.name();
            engine.open(model.title(), () -> workspace.open(model.name()));
        }
        if (other || !data.equals(state.data())) {
            data = state.data();
            draw.renew();
        }
        draw.follow(state.drawing() ? -1 : state.selected());
    }
}
