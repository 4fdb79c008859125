package elboroom.app.lessons;

import elboroom.lesson.Lesson;
import elboroom.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a lesson has been played, from one start to the next.
 *
 * @param lesson its id
 * @param titles of its steps: a lesson that has changed since is begun anew
 * @param at number of the step that was shown, from 0
 * @param attempts of each step
 */
public record KeptLesson(String lesson, List<String> titles, int at, List<Attempt> attempts) {
    public KeptLesson {
        Objects.requireNonNull(lesson, "lesson");
        titles = List.copyOf(titles);
        attempts = List.copyOf(attempts);
    }

    static KeptLesson of(Play play) {
        return new KeptLesson(play.lesson().id(), titles(play.lesson()), play.at(), play.attempts());
    }

    private static List<String> titles(Lesson lesson) {
        return lesson.steps().stream().map(Step::title).toList();
    }

    /** The lesson as far as it was played; null if it is another by now. */
    @Nullable
    Play of(Lesson now) {
        int steps = now.steps().size();
        if (!titles.equals(titles(now)) || attempts.size() != steps || at < 0 || at >= steps) {
            return null;
        }
        List<Attempt> fitting = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            fitting.add(attempts.get(i).of(now.steps().get(i).task()));
        }
        return new Play(now, at, fitting);
    }
}
