package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.InputException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BetaScheduleTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static double share(String schedule, long step) {
        return BetaSchedule.parse(schedule).share(step, 10, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "constant, 0, 1",
        "constant, 99, 1",
        // Two epochs of ten steps.
        "warmup:2, 0, 0",
        "warmup:2, 5, 0.25",
        "warmup:2, 20, 1",
        "warmup:2, 60, 1",
        "warmup:0.5, 1, 0.2",
        // Half of a hundred steps.
        "warmup:50%, 25, 0.5",
        "warmup:50%, 50, 1",
        // Cycles of 25 steps, the first half of each rising.
        "cyclical:4, 0, 0",
        "cyclical:4, 5, 0.4",
        "cyclical:4, 13, 1",
        "cyclical:4, 24, 1",
        "cyclical:4, 25, 0",
        "cyclical:4, 80, 0.4",
        "cyclical:4:1, 15, 0.6",
        // A length that the cycles do not divide: ⌈100/3⌉ = 34 steps each, τ in units of 100/3.
        "cyclical:3, 33, 1",
        "cyclical:3, 34, 0",
        "cyclical:3, 39, 0.3",
    })
    void share(String schedule, long step, double expected) {
        assertThat(share(schedule, step)).isCloseTo(expected, EXACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constant",
                "warmup:2",
                "warmup:0.5",
                "warmup:50%",
                "warmup:12.5%",
                "cyclical:4",
                "cyclical:4:0.25"
            })
    void isReadAsItIsWritten(String text) {
        assertThat(BetaSchedule.parse(text)).hasToString(text);
        assertThat(BetaSchedule.parse(BetaSchedule.parse(text).toString())).isEqualTo(BetaSchedule.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Constant",
                "warmup",
                "warmup:",
                "warmup:0",
                "warmup:-1",
                "warmup:.",
                "warmup:101%",
                "warmup:1e9",
                "cyclical",
                "cyclical:0",
                "cyclical:1001",
                "cyclical:4:0",
                "cyclical:4:1.1",
                "cyclical:4:0.5:1",
                "cyclical:99999999999"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> BetaSchedule.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("beta schedule");
    }

    @Test
    void onlyWhatIsMeasuredInRunsDependsOnTheirLength() {
        assertThat(BetaSchedule.parse("warmup:3").dependsOnLength()).isFalse();
        assertThat(BetaSchedule.parse("warmup:30%").dependsOnLength()).isTrue();
        assertThat(BetaSchedule.parse("cyclical:3").dependsOnLength()).isTrue();
    }
}
