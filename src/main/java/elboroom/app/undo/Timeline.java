package elboroom.app.undo;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The state now, those before and those taken back, as properties to watch. */
public final class Timeline<S> implements Undo {
    private final History<S> history;
    private final Consumer<S> first;
    private final ReadOnlyObjectWrapper<S> state;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");

    /** @param first hears of every new state before the property tells of it */
    public Timeline(S start, Consumer<S> first) {
        history = new History<>(start);
        state = new ReadOnlyObjectWrapper<>(this, "state", start);
        // Those who listen look at present(), and a property that nobody reads does not tell of a second change.
        state.addListener((observable, was, is) -> {});
        this.first = first;
    }

    public S present() {
        return history.present();
    }

    /** Goes on to another state, if it is another; see {@link History#record}. */
    public void change(S next, @Nullable String gesture) {
        if (!next.equals(present())) {
            history.record(next, gesture);
            publish();
        }
    }

    /** Goes on to another state without a step of undo. */
    public void amend(S next) {
        if (!next.equals(present())) {
            history.amend(next);
            publish();
        }
    }

    /** The next change starts a new step. */
    public void endGesture() {
        history.endGesture();
    }

    @Override
    public void undo() {
        if (history.canUndo()) {
            history.undo();
            publish();
        }
    }

    @Override
    public void redo() {
        if (history.canRedo()) {
            history.redo();
            publish();
        }
    }

    /** Drops steps to which there is no going back, because what they show is gone. */
    public void drop(Predicate<S> gone) {
        history.drop(gone);
        tellSteps();
    }

    private void publish() {
        first.accept(history.present());
        // What follows from a state may amend it.
        state.set(history.present());
        tellSteps();
    }

    private void tellSteps() {
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
    }

    public ReadOnlyObjectProperty<S> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
