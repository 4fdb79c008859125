package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.InputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPlanTest {
    private static List<Long> kept(SnapshotPlan plan, long steps) {
        List<Long> kept = new ArrayList<>();
        for (long step = 0; step <= steps; step++) {
            if (plan.due(step, steps, kept)) {
                kept.add(step);
                kept.removeAll(plan.superfluous(steps, kept));
                assertThat(kept).hasSizeLessThanOrEqualTo(SnapshotPlan.MOST + 1);
            }
        }
        return kept;
    }

    @Test
    void theBeginningIsKeptClosely() {
        List<Long> kept = kept(SnapshotPlan.AUTO, 4_690);
        assertThat(kept).startsWith(0L, 3L, 9L, 20L).endsWith(4_690L).hasSize(SnapshotPlan.MOST);
        for (int i = 1; i < kept.size(); i++) {
            assertThat(Math.sqrt(kept.get(i)) - Math.sqrt(kept.get(i - 1)))
                    .as("distance of %d", kept.get(i))
                    .isBetween(1.0, 2.0);
        }
    }

    @Test
    void aNumberOfStepsIsDoubledWhenThereAreTooMany() {
        assertThat(kept(new SnapshotPlan(10), 40)).containsExactly(0L, 10L, 20L, 30L, 40L);
        List<Long> many = kept(new SnapshotPlan(10), 1_000);
        assertThat(many)
                .hasSizeLessThanOrEqualTo(SnapshotPlan.MOST)
                .startsWith(0L, 40L, 80L)
                .endsWith(1_000L);
    }

    @Test
    void fewAreWhole() {
        List<Long> whole = new ArrayList<>();
        for (long step = 0; step <= 4_690; step++) {
            if (SnapshotPlan.AUTO.dueWhole(step, 4_690, whole)) {
                whole.add(step);
            }
        }
        assertThat(whole).hasSize(SnapshotPlan.MOST_WHOLE).startsWith(0L, 313L).endsWith(4_690L);
    }

    @Test
    void aLongerRunNeedsFewerOfThoseThatItHas() {
        List<Long> kept = new ArrayList<>(kept(SnapshotPlan.AUTO, 400));
        kept.removeAll(SnapshotPlan.AUTO.superfluous(1_600, kept));
        assertThat(kept)
                .hasSizeLessThanOrEqualTo(SnapshotPlan.MOST / 2 + 1)
                .startsWith(0L)
                .endsWith(400L);
    }

    @Test
    void noneAreNone() {
        assertThat(kept(SnapshotPlan.NONE, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "Auto", "99999999999999999999"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> SnapshotPlan.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("auto");
    }
}
