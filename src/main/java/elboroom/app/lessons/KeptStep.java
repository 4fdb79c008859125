package elboroom.app.lessons;

import java.util.Objects;

/**
 * The step of a lesson that was on the screen, in a file.
 *
 * @param lesson its id
 * @param step from 0
 * @param attempt what had been done in it
 */
public record KeptStep(String lesson, int step, Attempt attempt) {
    public KeptStep {
        Objects.requireNonNull(lesson, "lesson");
        Objects.requireNonNull(attempt, "attempt");
    }
}
