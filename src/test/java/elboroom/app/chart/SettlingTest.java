package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SettlingTest {
    private final Settling hundredSteps = new Settling(0.02, 100);

    @Test
    void ofALongRunItIsAShare() {
        assertThat(hundredSteps.end(0, 10_000)).isEqualTo(200);
    }

    @Test
    void ofOneThatIsNotSoLongItIsASpan() {
        assertThat(hundredSteps.end(0, 4_690)).isEqualTo(100);
    }

    @Test
    void ofAShortRunItIsNoMoreThanAFifth() {
        assertThat(hundredSteps.end(10, 210)).isEqualTo(10 + 40);
    }

    @Test
    void withoutItEverythingHasToFit() {
        assertThat(Settling.NONE.end(3, 1_000)).isEqualTo(3);
    }
}
