package elboroom.app.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NumbersTest {
    /** What the platform writes; the project's own way is only faster. */
    private static String formatted(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.replace("-", "") : text.replace('-', '−');
    }

    @Test
    void numbersAreWrittenAsThePlatformRoundsThem() {
        Random random = new Random(0);
        for (int i = 0; i < 20_000; i++) {
            int decimals = random.nextInt(6);
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4);
            assertThat(Numbers.fixed(value, decimals)).isEqualTo(formatted(value, decimals));
            // Halves, as far as doubles have them.
            double half = (random.nextInt(4001) - 2000 + 0.5) / Math.pow(10, decimals);
            assertThat(Numbers.fixed(half, decimals)).isEqualTo(formatted(half, decimals));
        }
    }

    @Test
    void thousandsAreSetApartAndNothingIsNegativeZero() {
        assertThat(Numbers.fixed(-1234567.891, 1)).isEqualTo("−1,234,567.9");
        assertThat(Numbers.fixed(1000, 0)).isEqualTo("1,000");
        assertThat(Numbers.fixed(999.96, 1)).isEqualTo("1,000.0");
        assertThat(Numbers.fixed(-0.004, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(0.05, 2)).isEqualTo("0.05");
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("–");
    }
}
