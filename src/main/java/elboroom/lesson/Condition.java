package elboroom.lesson;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something that is so or not by the numbers of now, such as {@code rate < 8 and activeUnits = 2}. */
public final class Condition {
    /** Always so. */
    public static final Condition TRUE = new Condition("always", List.of());
    /** Never so. */
    public static final Condition FALSE = new Condition("never", null);

    private static final Pattern COMPARISON = Pattern.compile("\\s(<=|>=|<|>|=)\\s");
    /** Within which numbers count as equal. */
    private static final double EQUAL = 1e-9;

    private final String text;
    /** All of which must hold; null if it is never so. */
    private final @org.jspecify.annotations.Nullable List<Comparison> all;

    private record Comparison(Expression left, String sign, Expression right) {
        boolean holds(NumbersNow now) {
            double a = left.value(now);
            double b = right.value(now);
            // Not a number compares as false whatever the sign.
            return switch (sign) {
                case "<" -> a < b;
                case ">" -> a > b;
                case "<=" -> a <= b;
                case ">=" -> a >= b;
                default -> Math.abs(a - b) < EQUAL;
            };
        }
    }

    private Condition(String text, @org.jspecify.annotations.Nullable List<Comparison> all) {
        this.text = text;
        this.all = all;
    }

    /** @throws InputException if it is none; says what was expected, but not where */
    public static Condition of(String text) {
        List<Comparison> all = new ArrayList<>();
        for (String part : text.split("\\sand\\s", -1)) {
            Matcher sign = COMPARISON.matcher(part);
            if (!sign.find()) {
                throw new InputException("“%s”: expected a comparison such as rate < 8, with blanks around the sign"
                        .formatted(part.strip()));
            }
            all.add(new Comparison(
                    Expression.of(part.substring(0, sign.start())),
                    sign.group(1),
                    Expression.of(part.substring(sign.end()))));
        }
        return new Condition(text.strip(), List.copyOf(all));
    }

    /** False while a number in it is not known. */
    public boolean holds(NumbersNow now) {
        return all != null && all.stream().allMatch(each -> each.holds(now));
    }

    /** Whether all numbers in it are known. */
    public boolean isKnown(NumbersNow now) {
        return expressions().noneMatch(each -> Double.isNaN(each.value(now)));
    }

    Stream<Expression> expressions() {
        return all == null ? Stream.empty() : all.stream().flatMap(each -> Stream.of(each.left(), each.right()));
    }

    @Override
    public String toString() {
        return text;
    }
}
