package elboroom.app.widget;

import java.util.Locale;

/** Numbers as the window writes them: a fixed number of decimals, a true minus sign, thousands set apart. */
public final class Numbers {
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private Numbers() {}

    /** A number, or a dash if it is not finite. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }

    /** A number typed by hand, with either minus sign and either decimal mark; NaN if it is none. */
    public static double parse(String text) {
        try {
            return Double.parseDouble(text.strip().replace('−', '-').replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The name of a latent dimension, counted from 1 as in the literature: z₁ for dimension 0. */
    public static String latentName(int dimension) {
        StringBuilder name = new StringBuilder("z");
        for (char digit : Integer.toString(dimension + 1).toCharArray()) {
            name.append(SUBSCRIPTS.charAt(digit - '0'));
        }
        return name.toString();
    }
}
