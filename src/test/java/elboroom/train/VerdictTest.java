package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageSet;
import elboroom.measure.DataBounds;
import elboroom.measure.Watch;
import elboroom.model.Likelihood;
import elboroom.train.SettingChange.Setting;
import elboroom.train.Trouble.Remedy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class VerdictTest {
    private static final int STEPS = 200;
    private static final ImageSet TEST = TinyRuns.catalogue().open("tiny-test");
    private static final double COLLAPSED = DataBounds.of(TEST, TinyRuns.IMAGES, Likelihood.BERNOULLI, Watch.NONE)
            .collapsed();
    private static final double START = 784 * Math.log(2);

    private final AtomicInteger reads = new AtomicInteger();

    /** A run whose distortion goes from 0 to 1 as the function says, between the average image, 0, and no training at all, 1. */
    private @Nullable Trouble judge(int steps, double rate, double beta, DoubleUnaryOperator distortion) {
        RunHistory history = new RunHistory(2);
        history.add(new TestLosses(0, TEST.size(), START, List.of(0.0, 0.0)));
        double at = START;
        for (int step = 1; step <= steps; step++) {
            at = COLLAPSED + (START - COLLAPSED) * distortion.applyAsDouble((double) step / STEPS);
            double[] kl = {rate, 0};
            history.add(step, at, kl, at + beta * rate, new StepSettings(beta, 0, 1e-2));
        }
        history.add(new TestLosses(steps, TEST.size(), at, List.of(rate, 0.0)));
        return Verdict.of(history, TinyRuns.config(), TinyRuns.IMAGES, TEST, beta, 1e-2, () -> {
            reads.incrementAndGet();
            return false;
        });
    }

    @Test
    void aRunThatLearnsIsNotEvenSuspected() {
        assertThat(judge(STEPS, 5, 1, share -> 1 - 1.5 * share)).isNull();
        assertThat(judge(STEPS, 5, 1, share -> Math.max(-0.2, 1 - 10 * share))).isNull();
        assertThat(reads).as("no image was read").hasValue(0);
    }

    @Test
    void oneThatHasNotComeFarIsNotBlamed() {
        assertThat(judge(10, 0, 1, share -> 1 - share)).as("a few steps").isNull();
        assertThat(judge(STEPS, 0, 1, share -> 1 - 0.01 * share)).as("too slow").isNull();
    }

    @Test
    void aLossThatRoseAndStayedAboveTheAverageImageIsTheRatesFault() {
        Trouble trouble = judge(STEPS, 0, 1, share -> share < 0.1 ? 1 : share < 0.5 ? 1000 : 0.1);
        assertThat(trouble).isNotNull();
        assertThat(trouble.step()).as("the first step above the start").isEqualTo(20);
        assertThat(trouble.remedy()).isEqualTo(new Remedy(Setting.LEARNING_RATE, 1e-3));
        assertThat(trouble.text())
                .contains("%.1f nats".formatted(COLLAPSED + 0.1 * (START - COLLAPSED)))
                .contains("the average image %.1f".formatted(COLLAPSED))
                .contains("At step 20", "a learning rate of 0.001 in place of 0.01");
    }

    @Test
    void aLossThatRoseAndCameDownAgainIsForgiven() {
        assertThat(judge(STEPS, 5, 1, share -> share < 0.1 ? 1000 : -0.3)).isNull();
    }

    @Test
    void aNetworkThatGivesTheAverageImageHasCollapsedAndHighBetaIsBlamedBeforeTheRate() {
        DoubleUnaryOperator down = share -> Math.max(0, 1 - 4 * share);
        Trouble byBeta = judge(STEPS, 0.01, 20, down);
        assertThat(byBeta).isNotNull();
        assertThat(byBeta.remedy()).isEqualTo(new Remedy(Setting.BETA, 1));
        assertThat(byBeta.step()).as("2 % of the way above it").isEqualTo(49);
        assertThat(byBeta.text()).contains("collapsed to the prior", "a rate of 0.01 nats", "β at 1 in place of 20");
        Trouble byRate = judge(STEPS, 0.01, 1, down);
        assertThat(byRate).isNotNull();
        assertThat(byRate.remedy()).isEqualTo(new Remedy(Setting.LEARNING_RATE, 1e-3));
        assertThat(judge(STEPS, 2, 20, down)).as("a rate is paid").isNull();
    }
}
