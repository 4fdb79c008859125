package elboroom.app.lessons;

import elboroom.lesson.Lesson;
import elboroom.lesson.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A lesson under way. Immutable.
 *
 * @param at number of the step that is shown, from 0
 * @param attempts of each step
 */
record Play(Lesson lesson, int at, List<Attempt> attempts) {
    Play {
        attempts = List.copyOf(attempts);
    }

    static Play start(Lesson lesson) {
        return new Play(lesson, 0, Collections.nCopies(lesson.steps().size(), Attempt.NONE));
    }

    Step step() {
        return lesson.steps().get(at);
    }

    Attempt attempt() {
        return attempts.get(at);
    }

    Play with(Attempt attempt) {
        List<Attempt> changed = new ArrayList<>(attempts);
        changed.set(at, attempt);
        return new Play(lesson, at, changed);
    }

    Play to(int step) {
        return new Play(lesson, step, attempts);
    }

    boolean isLast() {
        return at == lesson.steps().size() - 1;
    }

    /** Whether the step that is shown is done with: its answer is shown, or it asks nothing. */
    boolean isDone() {
        return attempt().revealed() || step().task() == null;
    }

    /** Steps whose answer has been shown. */
    int done() {
        return (int) attempts.stream().filter(Attempt::revealed).count();
    }

    /** Predictions that were right. */
    int right() {
        return (int) attempts.stream()
                .filter(attempt -> attempt.verdict() == Attempt.Verdict.RIGHT)
                .count();
    }
}
