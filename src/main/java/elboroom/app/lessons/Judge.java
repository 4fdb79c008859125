package elboroom.app.lessons;

import elboroom.app.lessons.Attempt.Verdict;
import elboroom.app.widget.Numbers;
import elboroom.lesson.Condition;
import elboroom.lesson.Expression;
import elboroom.lesson.NumbersNow;
import elboroom.lesson.Task;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says by the numbers of now whether a prediction was right, and how far off it was. */
final class Judge {
    private static final double ROUNDING = 1e-9;

    private final NumbersNow numbers;

    Judge(NumbersNow numbers) {
        this.numbers = numbers;
    }

    Verdict of(Condition condition) {
        return condition.holds(numbers) ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** Of something said: pending while what decides it is not known. */
    Verdict of(Task task, Attempt attempt) {
        if (task instanceof Task.Choice choice) {
            boolean known =
                    choice.options().stream().allMatch(option -> option.right().isKnown(numbers));
            return known ? of(choice.options().get(attempt.chosen()).right()) : Verdict.PENDING;
        }
        if (task instanceof Task.Estimate estimate) {
            double value = estimate.value().value(numbers);
            double off = Math.abs(Numbers.parse(attempt.estimate()) - value);
            boolean close = off <= estimate.percent() / 100 * Math.abs(value) + ROUNDING;
            return Double.isNaN(value) ? Verdict.PENDING : close ? Verdict.RIGHT : Verdict.WRONG;
        }
        return attempt.verdict();
    }

    /** Numbers of the options that are right, once the student's own answer has been judged; none before that. */
    Set<Integer> right(@Nullable Task task, Attempt attempt) {
        boolean judged = attempt.verdict() == Verdict.RIGHT || attempt.verdict() == Verdict.WRONG;
        if (!judged || !(task instanceof Task.Choice choice)) {
            return Set.of();
        }
        return IntStream.range(0, choice.options().size())
                .filter(i -> choice.options().get(i).right().holds(numbers))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A number with what it is, such as “distance of the marker to the nearest code: 0.12”. */
    String told(Expression expression) {
        return "%s: %s"
                .formatted(expression.meaning(), Numbers.fixed(expression.value(numbers), expression.decimals()));
    }

    /** How it went, in words. */
    String words(Task task, Attempt attempt) {
        Verdict verdict = attempt.verdict();
        String first;
        if (verdict == Verdict.NONE || verdict == Verdict.PENDING) {
            first = "Measuring…";
        } else if (task instanceof Task.Estimate estimate) {
            String unit = estimate.unit().isEmpty() ? "" : " " + estimate.unit();
            first = "%s You said %s, measured is %s%s."
                    .formatted(
                            verdict == Verdict.RIGHT ? "Close." : "Not close.",
                            attempt.estimate(),
                            Numbers.fixed(
                                    estimate.value().value(numbers),
                                    estimate.value().decimals()),
                            unit);
        } else {
            first = words(task, verdict == Verdict.RIGHT);
        }
        return attempt.shown().isEmpty() ? first : first + "\n" + String.join("\n", attempt.shown());
    }

    private static String words(Task task, boolean right) {
        if (task instanceof Task.Challenge) {
            return right ? "Done." : "Not reached this time.";
        }
        if (task instanceof Task.Place) {
            return right ? "Well placed." : "Not there.";
        }
        return right ? "As you said." : "Not what you said.";
    }
}
