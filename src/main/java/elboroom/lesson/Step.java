package elboroom.lesson;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lesson: it brings the window into a state, tells something, asks for a prediction, and explains.
 *
 * @param title for people
 * @param settings of the window on entering
 * @param text what is told
 * @param task what is asked; null if nothing is
 * @param answerSettings of the window once the task is done
 * @param answer told once the task is done; empty without a task
 */
public record Step(
        String title,
        Settings settings,
        List<Block> text,
        @Nullable Task task,
        Settings answerSettings,
        List<Block> answer) {
    public Step {
        text = List.copyOf(text);
        answer = List.copyOf(answer);
    }

    /** All expressions in it: in texts, options and conditions. */
    public Stream<Expression> expressions() {
        Stream<Expression> told = Stream.concat(text.stream(), answer.stream())
                .flatMap(block -> Template.of(block.text()).expressions().stream());
        return task == null ? told : Stream.concat(told, task.expressions());
    }
}
