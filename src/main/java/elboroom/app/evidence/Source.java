package elboroom.app.evidence;

import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.measure.Evidence;
import elboroom.model.Vae;
import org.jspecify.annotations.Nullable;

/** The explored model on this tab's own engine, and its decoded plane, which is kept for the next image. */
final class Source {
    private final Workspace workspace;
    private final ExploreModel explore;
    private final Engine engine;
    // On the engine's thread.
    private @Nullable Vae decodedBy;
    private @Nullable Evidence plane;

    Source(Workspace workspace, ExploreModel explore, Engine engine) {
        this.workspace = workspace;
        this.explore = explore;
        this.engine = engine;
    }

    Workspace workspace() {
        return workspace;
    }

    ExploreModel explore() {
        return explore;
    }

    /** The engine, with the explored model open or being opened. */
    Engine engine() {
        ModelChoice model = explore.model();
        engine.keepOpen(model.name(), model.title(), () -> workspace.open(model.name()));
        return engine;
    }

    void cancel(String key) {
        engine.cancel(key);
    }

    /** On the engine's thread: null where evidence cannot be had exactly. */
    @Nullable
    Evidence plane(Vae vae) {
        if (decodedBy != vae) {
            decodedBy = vae;
            plane = Evidence.exactFor(vae) ? new Evidence(vae) : null;
        }
        return plane;
    }
}
