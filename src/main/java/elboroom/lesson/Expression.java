package elboroom.lesson;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A number to be worked out of others, such as {@code ( distortion of mnist-ae-2d - distortion ) / 2}: names of
 * {@link Quantity}, some with {@code of} and a model's name, and plain numbers, between + − * and /, which have blanks around
 * them because names of models have dashes in them.
 */
public final class Expression {
    private static final int MOST_WORDS = 60;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private final String text;
    private final Node root;
    private final List<Term> terms;

    /**
     * A quantity that is asked for.
     *
     * @param model that it is asked of; empty for the one that is shown
     */
    public record Term(Quantity quantity, String model) {}

    /** Part of an expression. */
    @FunctionalInterface
    private interface Node {
        double value(NumbersNow now);
    }

    private Expression(String text, Node root, List<Term> terms) {
        this.text = text;
        this.root = root;
        this.terms = List.copyOf(terms);
    }

    /** @throws InputException if it is none; says what was expected, but not where */
    public static Expression of(String text) {
        Parser parser = new Parser(text.strip());
        return new Expression(text.strip(), parser.whole(), parser.terms);
    }

    /** Not a number while one in it is not known. */
    public double value(NumbersNow now) {
        return root.value(now);
    }

    /** The quantities in it. */
    public List<Term> terms() {
        return terms;
    }

    /** Of the most exact number in it. */
    public int decimals() {
        return terms.stream().mapToInt(term -> term.quantity().decimals()).max().orElse(0);
    }

    /** What it is, in words: of a single quantity its meaning, else the expression itself. */
    public String meaning() {
        Optional<Quantity> single = Quantity.of(text);
        return single.map(Quantity::meaning).orElse(text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** By descent: sums of products of numbers, names and sums in brackets. */
    private static final class Parser {
        private final String text;
        private final List<String> words;
        private final List<Term> terms = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
            words = Stream.of(text.split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS + 1L)
                    .toList();
            if (words.size() > MOST_WORDS) {
                throw new InputException("expected at most %d words in what is to be worked out".formatted(MOST_WORDS));
            }
        }

        Node whole() {
            Node sum = sum();
            if (at < words.size()) {
                throw new InputException("“%s”: expected +, −, * or / with blanks around it in place of “%s”"
                        .formatted(text, words.get(at)));
            }
            return sum;
        }

        private Node sum() {
            Node sum = product();
            while (next("+") || next("-", "−")) {
                boolean minus = !words.get(at - 1).equals("+");
                Node left = sum;
                Node right = product();
                sum = minus ? now -> left.value(now) - right.value(now) : now -> left.value(now) + right.value(now);
            }
            return sum;
        }

        private Node product() {
            Node product = factor();
            while (next("*", "·") || next("/")) {
                boolean over = words.get(at - 1).equals("/");
                Node left = product;
                Node right = factor();
                product = over ? now -> left.value(now) / right.value(now) : now -> left.value(now) * right.value(now);
            }
            return product;
        }

        private Node factor() {
            if (at >= words.size()) {
                throw new InputException("“%s” ends where a number or a name was expected".formatted(text));
            }
            if (next("(")) {
                Node inside = sum();
                if (!next(")")) {
                    throw new InputException("“%s”: expected a “)” with blanks around it".formatted(text));
                }
                return inside;
            }
            String word = words.get(at++);
            if (NUMBER.matcher(word).matches()) {
                double number = Double.parseDouble(word);
                return now -> number;
            }
            Quantity quantity = Quantity.of(word)
                    .orElseThrow(() -> new InputException(
                            "“%s” is no number and no name of one; expected a name such as distortion, rate or elbo"
                                    .formatted(word)));
            String model = next("of") ? model(quantity) : "";
            terms.add(new Term(quantity, model));
            return now -> now.value(quantity, model);
        }

        private String model(Quantity quantity) {
            if (at >= words.size() || !words.get(at).matches("[\\w.+-]*\\w[\\w.+-]*")) {
                throw new InputException("“%s”: expected a model's name after “of”".formatted(text));
            }
            if (!quantity.source().byModel()) {
                throw new InputException(
                        "“%s” is no number of a model; expected it without “of”".formatted(quantity.key()));
            }
            return words.get(at++);
        }

        private boolean next(String... wanted) {
            boolean found = at < words.size() && List.of(wanted).contains(words.get(at));
            at += found ? 1 : 0;
            return found;
        }
    }
}
