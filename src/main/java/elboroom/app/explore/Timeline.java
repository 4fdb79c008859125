package elboroom.app.explore;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The state now, those before and those taken back, as properties to watch. */
final class Timeline {
    private final History<ExploreState> history;
    private final Consumer<ExploreState> first;
    private final ReadOnlyObjectWrapper<ExploreState> state;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");

    /** @param first hears of every new state before the property tells of it */
    Timeline(ExploreState start, Consumer<ExploreState> first) {
        history = new History<>(start);
        state = new ReadOnlyObjectWrapper<>(this, "state", start);
        this.first = first;
    }

    ExploreState present() {
        return history.present();
    }

    /** Goes on to another state, if it is another; see {@link History#record}. */
    void change(ExploreState next, @Nullable String gesture) {
        if (!next.equals(present())) {
            history.record(next, gesture);
            publish();
        }
    }

    /** Goes on to another state without a step of undo. */
    void amend(ExploreState next) {
        if (!next.equals(present())) {
            history.amend(next);
            publish();
        }
    }

    void endGesture() {
        history.endGesture();
    }

    /** Goes back one step, if there is one. */
    void undo() {
        if (history.canUndo()) {
            history.undo();
            publish();
        }
    }

    /** Goes forward one step again, if one was taken back. */
    void redo() {
        if (history.canRedo()) {
            history.redo();
            publish();
        }
    }

    private void publish() {
        ExploreState next = history.present();
        first.accept(next);
        state.set(next);
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
    }

    ReadOnlyObjectProperty<ExploreState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
