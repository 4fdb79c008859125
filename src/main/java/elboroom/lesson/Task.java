package elboroom.lesson;

import java.util.List;
import java.util.stream.Stream;

/** What a student is asked to do before the answer is told. */
public sealed interface Task {
    /** What is asked. */
    List<Block> question();

    /** All expressions in it. */
    Stream<Expression> expressions();

    /**
     * One of several answers is to be chosen.
     *
     * @param options two or more
     */
    record Choice(List<Block> question, List<Option> options) implements Task {
        public Choice {
            question = List.copyOf(question);
            options = List.copyOf(options);
        }

        @Override
        public Stream<Expression> expressions() {
            return Stream.concat(
                    told(question),
                    options.stream()
                            .flatMap(option -> Stream.concat(
                                    Template.of(option.text()).expressions().stream(),
                                    option.right().expressions())));
        }
    }

    /**
     * An answer to choose from.
     *
     * @param right when it is, by the numbers of now
     */
    record Option(String text, Condition right) {}

    /**
     * A number is to be estimated.
     *
     * @param value what it is
     * @param percent by which an estimate may be off and still be called close
     * @param unit may be empty
     */
    record Estimate(List<Block> question, Expression value, double percent, String unit) implements Task {
        public Estimate {
            question = List.copyOf(question);
        }

        @Override
        public Stream<Expression> expressions() {
            return Stream.concat(told(question), Stream.of(value));
        }
    }

    /**
     * The marker is to be put somewhere on the map.
     *
     * @param right whether it is where it should be
     * @param shown what is told of it afterwards
     */
    record Place(List<Block> question, Condition right, List<Expression> shown) implements Task {
        public Place {
            question = List.copyOf(question);
            shown = List.copyOf(shown);
        }

        @Override
        public Stream<Expression> expressions() {
            return Stream.concat(told(question), Stream.concat(right.expressions(), shown.stream()));
        }
    }

    /**
     * Something is to be brought about, and is done as soon as it is true.
     *
     * @param shown numbers to watch on the way
     */
    record Challenge(List<Block> question, Condition reached, List<Expression> shown) implements Task {
        public Challenge {
            question = List.copyOf(question);
            shown = List.copyOf(shown);
        }

        @Override
        public Stream<Expression> expressions() {
            return Stream.concat(told(question), Stream.concat(reached.expressions(), shown.stream()));
        }
    }

    private static Stream<Expression> told(List<Block> blocks) {
        return blocks.stream().flatMap(block -> Template.of(block.text()).expressions().stream());
    }
}
