package elboroom.lesson;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text with places for numbers: {@code {{rate}}}, {@code {{rate / latentSize}}}, or {@code {{rate : 3}}} for three
 * decimals.
 */
public final class Template {
    /** In place of a number that is not known yet. */
    public static final String UNKNOWN = "…";

    private static final int MOST_DECIMALS = 6;

    private final List<String> between;
    private final List<Place> places;

    private record Place(Expression expression, int decimals) {
        String text(NumbersNow now) {
            double value = expression.value(now);
            return Double.isFinite(value) ? fixed(value, decimals) : UNKNOWN;
        }
    }

    private Template(List<String> between, List<Place> places) {
        this.between = between;
        this.places = places;
    }

    /** @throws InputException if a place in it is not right; says what was expected, but not where */
    public static Template of(String text) {
        List<String> between = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new InputException("“{{” has no “}}” after it in the same paragraph");
            }
            between.add(text.substring(from, open));
            places.add(place(text.substring(open + 2, close)));
            from = close + 2;
        }
        between.add(text.substring(from));
        return new Template(List.copyOf(between), List.copyOf(places));
    }

    private static Place place(String inside) {
        int colon = inside.indexOf(':');
        if (colon < 0) {
            Expression expression = Expression.of(inside);
            return new Place(expression, expression.decimals());
        }
        String decimals = inside.substring(colon + 1).strip();
        if (!decimals.matches("[0-" + MOST_DECIMALS + "]")) {
            throw new InputException("“%s”: expected a number of decimals from 0 to %d after the colon"
                    .formatted(inside.strip(), MOST_DECIMALS));
        }
        return new Place(Expression.of(inside.substring(0, colon)), Integer.parseInt(decimals));
    }

    public List<Expression> expressions() {
        return places.stream().map(Place::expression).toList();
    }

    /** The text with the numbers of now; those that are not known yet are {@link #UNKNOWN}. */
    public String fill(NumbersNow now) {
        StringBuilder filled = new StringBuilder(between.get(0));
        for (int i = 0; i < places.size(); i++) {
            filled.append(places.get(i).text(now)).append(between.get(i + 1));
        }
        return filled.toString();
    }

    /** As the window writes numbers: a true minus sign, thousands set apart, no minus before nought. */
    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }
}
