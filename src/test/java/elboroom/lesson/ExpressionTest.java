package elboroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
    /** Rate 6, of the model b-1 8; distortion 100; nothing else is known. */
    private static final NumbersNow NOW = (quantity, model) -> switch (quantity) {
        case RATE -> model.equals("b-1") ? 8 : 6;
        case DISTORTION -> 100;
        default -> Double.NaN;
    };

    @ParameterizedTest
    @CsvSource({
        "rate, 6",
        "rate of b-1, 8",
        "1 + 2 * 3, 7",
        "( 1 + 2 ) * 3, 9",
        "10 - 4 - 3, 3",
        "100 / 5 / 2, 10",
        "2 * rate of b-1 - rate, 10",
        "( distortion - 40 ) / ( rate of b-1 − rate ), 30",
        "0 − rate · 2, -12",
        "gap + 1, NaN"
    })
    void worksOut(String text, double value) {
        assertThat(Expression.of(text).value(NOW)).isEqualTo(value, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rate -",
                "rate rate",
                "( rate",
                "rate )",
                "rate of",
                "gap of b-1",
                "nothing",
                "1 ** 2",
                "rate of -"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> Expression.of(text)).isInstanceOf(InputException.class);
    }

    @Test
    void theDeepestIsRefusedInTime() {
        assertThatThrownBy(() -> Expression.of("( ".repeat(100_000))).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "rate < 8, true",
        "rate < 8 and rate of b-1 < 8, false",
        "rate = 6, true",
        "rate >= 6 and rate <= 6, true",
        "gap < 1, false",
        "gap >= 1, false"
    })
    void compares(String text, boolean holds) {
        assertThat(Condition.of(text).holds(NOW)).isEqualTo(holds);
    }

    @Test
    void fillsText() {
        assertThat(Template.of("R = {{rate}} nats, {{0 - distortion * 1000 : 0}}, {{gap}}")
                        .fill(NOW))
                .isEqualTo("R = 6.0 nats, −100,000, …");
    }
}
