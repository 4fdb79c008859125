package elboroom.lesson;

import elboroom.lesson.Lines.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;

/** Reads what a step asks, below one of four headings. */
final class TaskReader {
    private static final String USUALLY_WITHIN = "10";
    private static final Set<String> NAMES = Set.of("Predict", "Estimate", "Place", "Challenge");

    private final Lines lines;
    /** Of the heading, from 0. */
    private final int line;

    private final List<Pair> pairs;
    private final List<Block> question;

    private TaskReader(Lines lines, int line) {
        this.lines = lines;
        this.line = line;
        pairs = lines.pairs();
        question = BlockReader.read(lines);
    }

    static boolean isTask(String heading) {
        return NAMES.contains(heading);
    }

    /** @param line of the heading, which has been taken */
    static Task read(Lines lines, String heading, int line) {
        TaskReader reader = new TaskReader(lines, line);
        if (reader.question.isEmpty()) {
            throw lines.wrong(line, "expected a question below “## %s”".formatted(heading));
        }
        return switch (heading) {
            case "Predict" -> reader.choice();
            case "Estimate" -> reader.estimate();
            case "Place" -> {
                reader.only("right", "show");
                yield new Task.Place(reader.question, reader.needed("right", Condition::of), reader.shown());
            }
            default -> {
                reader.only("reach", "show");
                yield new Task.Challenge(reader.question, reader.needed("reach", Condition::of), reader.shown());
            }
        };
    }

    private Task choice() {
        only();
        List<Task.Option> options = options();
        if (options.size() < 2) {
            throw lines.wrong(
                    line, "expected two or more answers to choose from, lines such as “- [x] more” and “- [ ] less”");
        }
        if (options.stream().allMatch(option -> option.right() == Condition.FALSE)) {
            throw lines.wrong(line, "none of the answers can be right; expected one with “[x]” or “[if rate < 8]”");
        }
        return new Task.Choice(question, options);
    }

    private Task estimate() {
        only("value", "within", "unit");
        Expression value = needed("value", Expression::of);
        String within = pair("within").map(Pair::value).orElse(USUALLY_WITHIN);
        if (!within.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            throw lines.wrong(
                    pair("within").map(Pair::line).orElse(line), "within: expected a number of per cent, such as 10");
        }
        return new Task.Estimate(
                question,
                value,
                Double.parseDouble(within),
                pair("unit").map(Pair::value).orElse(""));
    }

    private List<Task.Option> options() {
        List<Task.Option> options = new ArrayList<>();
        for (lines.skipBlank(); !lines.ended(); lines.skipBlank()) {
            Matcher option = BlockReader.OPTION.matcher(lines.line());
            if (!option.matches()) {
                break;
            }
            int at = lines.at();
            lines.take();
            String text = lines.continued(option.group(2));
            lines.placed(at, () -> Template.of(text));
            options.add(new Task.Option(text, right(option.group(1).strip(), at)));
        }
        return options;
    }

    private Condition right(String mark, int at) {
        if (mark.isEmpty()) {
            return Condition.FALSE;
        }
        if (mark.equalsIgnoreCase("x")) {
            return Condition.TRUE;
        }
        if (!mark.startsWith("if ")) {
            throw lines.wrong(
                    at,
                    "“[%s]”: expected [x] for right, [ ] for wrong, or such as [if rate < 8]"
                            .formatted(Lines.cut(mark)));
        }
        return lines.placed(at, () -> Condition.of(mark.substring(3)));
    }

    // ---- pairs ----

    private void only(String... known) {
        for (Pair pair : pairs) {
            if (!List.of(known).contains(pair.key())) {
                throw lines.wrong(
                        pair.line(),
                        known.length == 0
                                ? "“%s”: expected the question, nothing to set".formatted(pair.key())
                                : "“%s”: expected one of %s".formatted(pair.key(), String.join(", ", known)));
            }
        }
    }

    private Optional<Pair> pair(String key) {
        return pairs.stream().filter(pair -> pair.key().equals(key)).findFirst();
    }

    private <T> T needed(String key, Function<String, T> reader) {
        Pair pair = pair(key).orElseThrow(() -> lines.wrong(line, "expected a line “%s: …” below it".formatted(key)));
        return lines.placed(pair.line(), () -> reader.apply(pair.value()));
    }

    private List<Expression> shown() {
        List<Expression> shown = new ArrayList<>();
        pair("show").ifPresent(pair -> {
            for (String part : pair.value().split(",", -1)) {
                shown.add(lines.placed(pair.line(), () -> Expression.of(part)));
            }
        });
        return shown;
    }
}
