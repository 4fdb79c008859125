package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.data.Shapes;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.model.dl4j.BatchLosses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    /** Not a multiple of the batch: the last step of an epoch is smaller. */
    private static final ImageSet IMAGES = Shapes.DEFAULT.generate("shapes-train", 150, 5);

    private static final int EPOCHS = 3;
    private static final int STEPS = 5 * EPOCHS;

    private static TrainingPlan plan(long seed, double learningRate) {
        VaeConfig config = new VaeConfig(
                ImageShape.MNIST, new Architecture.Mlp(List.of(12)), 2, Likelihood.BERNOULLI, 1, 0, false, seed);
        return new TrainingPlan(config, EPOCHS, 32, learningRate);
    }

    private static Checkpoint trained(TrainingPlan plan) {
        try (Trainer trainer = new Trainer(plan, IMAGES, null)) {
            return trained(trainer, STEPS);
        }
    }

    private static Checkpoint trained(Trainer trainer, long steps) {
        while (trainer.stepsTaken() < steps) {
            trainer.step();
        }
        return trainer.checkpoint();
    }

    @Test
    void theSeedDecidesEverything() {
        Checkpoint once = trained(plan(3, 1e-3));
        assertThat(trained(plan(3, 1e-3)).parameters()).containsExactly(once.parameters());
        assertThat(trained(plan(4, 1e-3)).parameters()).isNotEqualTo(once.parameters());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4, 5, 7, 14, 15})
    void resumedAnywhereARunEndsTheSame(long stop) {
        TrainingPlan plan = plan(0, 1e-2);
        Checkpoint whole = trained(plan);
        Checkpoint half;
        try (Trainer trainer = new Trainer(plan, IMAGES, null)) {
            half = trained(trainer, stop);
            assertThat(half.step()).isEqualTo(stop);
        }
        try (Trainer trainer = new Trainer(plan, IMAGES, half)) {
            Checkpoint end = trained(trainer, trainer.steps());
            assertThat(end.step()).isEqualTo(STEPS);
            assertThat(end.parameters()).containsExactly(whole.parameters());
            assertThat(end.firstMoment()).containsExactly(whole.firstMoment());
            assertThat(end.secondMoment()).containsExactly(whole.secondMoment());
        }
    }

    @Test
    void theObjectiveIsTheSumOfItsPartsAndFalls() {
        try (Trainer trainer = new Trainer(plan(0, 1e-2), IMAGES, null)) {
            assertThat(trainer.steps()).isEqualTo(STEPS);
            BatchLosses first = trainer.step();
            assertThat(first.klPerDimension()).hasSize(2);
            double rate = first.klPerDimension()[0] + first.klPerDimension()[1];
            assertThat(first.objective())
                    .isCloseTo(first.distortion() + rate, org.assertj.core.data.Offset.offset(1e-2));
            trained(trainer, STEPS - 1);
            assertThat(trainer.step().objective()).isLessThan(first.objective());
        }
    }

    @Test
    void aRunThatDivergesKeepsFiniteWeights() {
        try (Trainer trainer = new Trainer(plan(0, 1e10), IMAGES, null)) {
            assertThatThrownBy(() -> trained(trainer, STEPS))
                    .isInstanceOfSatisfying(
                            DivergedException.class, e -> assertThat(e.step()).isBetween(2L, (long) STEPS))
                    .hasMessageContaining("learning rate");
            for (float weight : trainer.checkpoint().parameters()) {
                assertThat(weight).isFinite();
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Checkpoint small = new Checkpoint(1, new float[3], new float[3], new float[3], 0);
        assertThatThrownBy(() -> new Trainer(plan(0, 1e-3), IMAGES, small))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("3 parameters");
        VaeConfig wide = new VaeConfig(
                new ImageShape(8, 8, 1), new Architecture.Mlp(List.of(4)), 2, Likelihood.BERNOULLI, 1, 0, false, 0);
        assertThatThrownBy(() -> new Trainer(new TrainingPlan(wide, 1, 32, 1e-3), IMAGES, null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("28×28")
                .hasMessageContaining("8×8");
    }
}
