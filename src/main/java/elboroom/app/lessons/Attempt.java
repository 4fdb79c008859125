package elboroom.app.lessons;

import elboroom.lesson.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a student has done in one step. Immutable.
 *
 * @param chosen number of the answer that was chosen, −1 for none
 * @param estimate what was typed
 * @param revealed whether the answer is shown
 * @param verdict whether it was right
 * @param shown what was measured as it was done, a line each
 */
record Attempt(int chosen, String estimate, boolean revealed, Verdict verdict, List<String> shown) {
    static final Attempt NONE = new Attempt(-1, "", false, Verdict.NONE, List.of());

    /** How it went. */
    enum Verdict {
        /** Not revealed, or nothing was asked. */
        NONE,
        /** What decides it is still being measured. */
        PENDING,
        RIGHT,
        WRONG
    }

    Attempt {
        chosen = Math.max(-1, chosen);
        estimate = estimate == null ? "" : estimate;
        verdict = verdict == null ? Verdict.NONE : verdict;
        shown = shown == null ? List.of() : List.copyOf(shown);
    }

    /** As it can be of a task, whatever a file says: without an answer that there is not. */
    Attempt of(@Nullable Task task) {
        int options = task instanceof Task.Choice choice ? choice.options().size() : 0;
        return new Attempt(chosen < options ? chosen : -1, estimate, revealed, verdict, shown);
    }

    Attempt choose(int option) {
        return new Attempt(option, estimate, revealed, verdict, shown);
    }

    Attempt type(String text) {
        return new Attempt(chosen, text, revealed, verdict, shown);
    }

    Attempt reveal(Verdict how, List<String> measured) {
        return new Attempt(chosen, estimate, true, how, measured);
    }

    Attempt judged(Verdict how) {
        return new Attempt(chosen, estimate, revealed, how, shown);
    }
}
