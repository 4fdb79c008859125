package elboroom.app.undo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo over immutable states. Changes of one gesture, such as a drag, are one step: they replace each other until
 * the gesture ends or another begins.
 */
final class History<S> {
    /** States share nearly all they hold, so many can be kept. */
    private static final int MAX_STEPS = 500;

    private final Deque<S> past = new ArrayDeque<>();
    private final Deque<S> future = new ArrayDeque<>();
    private S present;
    private @Nullable String gesture;

    History(S initial) {
        present = initial;
    }

    S present() {
        return present;
    }

    /**
     * Makes a change that can be undone.
     *
     * @param newGesture name of the gesture that this change is a part of, or null if it stands by itself
     */
    void record(S state, @Nullable String newGesture) {
        if (newGesture == null || !Objects.equals(gesture, newGesture)) {
            past.addLast(present);
            if (past.size() > MAX_STEPS) {
                past.removeFirst();
            }
        }
        gesture = newGesture;
        future.clear();
        present = state;
    }

    /** Makes a change that is no step of its own: undo goes back beyond it. */
    void amend(S state) {
        present = state;
    }

    /** The next change starts a new step. */
    void endGesture() {
        gesture = null;
    }

    /** Drops steps to which there is no going back. The present stays. */
    void drop(Predicate<S> gone) {
        past.removeIf(gone);
        future.removeIf(gone);
        gesture = null;
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    S undo() {
        if (!canUndo()) {
            throw new NoSuchElementException("nothing to undo");
        }
        future.addFirst(present);
        present = past.removeLast();
        gesture = null;
        return present;
    }

    S redo() {
        if (!canRedo()) {
            throw new NoSuchElementException("nothing to redo");
        }
        past.addLast(present);
        present = future.removeFirst();
        gesture = null;
        return present;
    }
}
