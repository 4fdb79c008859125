package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.undo.Undo;
import elboroom.train.RunStore;
import elboroom.train.StoredRun;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Deletions of runs as steps that can be taken back, one after the other, and done again: what was deleted is kept until
 * the program ends. For the thread of the window.
 */
public final class Deletions implements Undo {
    private final RunStore store;
    private final WorkQueue worker;
    private final Runnable onChanged;
    private final Deque<RunStore.Deleted> gone = new ArrayDeque<>();
    private final Deque<StoredRun> back = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<RunStore.@Nullable Deleted> last = new ReadOnlyObjectWrapper<>(this, "last");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");

    /**
     * @param worker does what has to do with the disk
     * @param onChanged told when the store is another, or may be
     */
    Deletions(RunStore store, WorkQueue worker, Runnable onChanged) {
        this.store = store;
        this.worker = worker;
        this.onChanged = onChanged;
    }

    /** The run that {@link #undo} would bring back; null if there is none. */
    public ReadOnlyObjectProperty<RunStore.@Nullable Deleted> lastProperty() {
        return last.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    void delete(StoredRun run) {
        back.clear();
        take(run);
    }

    private void take(StoredRun run) {
        worker.submitNamed(
                "delete " + run.name(),
                "deleting " + run.title(),
                () -> store.delete(run),
                deleted -> {
                    gone.push(deleted);
                    changed();
                },
                this::changed);
    }

    @Override
    public void undo() {
        if (!gone.isEmpty()) {
            RunStore.Deleted deleted = gone.pop();
            tell();
            worker.submitNamed(
                    "bring back " + deleted.place(),
                    "bringing back " + deleted.run().title(),
                    () -> store.restore(deleted),
                    restored -> {
                        back.push(restored);
                        changed();
                    },
                    () -> {
                        gone.push(deleted);
                        changed();
                    });
        }
    }

    @Override
    public void redo() {
        if (!back.isEmpty()) {
            StoredRun run = back.pop();
            tell();
            take(run);
        }
    }

    private void changed() {
        tell();
        onChanged.run();
    }

    private void tell() {
        last.set(gone.peek());
        canUndo.set(!gone.isEmpty());
        canRedo.set(!back.isEmpty());
    }
}
