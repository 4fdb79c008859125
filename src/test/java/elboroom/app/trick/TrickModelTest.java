package elboroom.app.trick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeVae;
import elboroom.app.explore.FakeWorkspace;
import elboroom.measure.GradientEstimators;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.measure.LatentDraw;
import elboroom.train.EstimatorRace.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TrickModelTest {
    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final Engine engine = new Engine(ui, failures::add);
    private final Engine own = new Engine(ui, failures::add);
    private final Engine measuring = new Engine(ui, failures::add);
    private final WorkQueue racing = new WorkQueue("race", ui, failures::add);
    private final WorkQueue worker = new WorkQueue("worker", ui, failures::add);
    private final ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
    private final TrickModel model = new TrickModel(workspace, explore, own, measuring, racing, ui);

    @AfterEach
    void end() {
        engine.close();
        own.close();
        measuring.close();
        racing.close();
        worker.close();
        assertThat(failures).isEmpty();
    }

    private void settle() {
        ui.settle(() -> engine.idleProperty().get()
                && own.idleProperty().get()
                && measuring.idleProperty().get()
                && racing.idleProperty().get()
                && worker.idleProperty().get());
    }

    private LatentDraw drawn() {
        return Objects.requireNonNull(model.draw().drawnProperty().get()).draw();
    }

    @Test
    void drawsNothingBeforeItIsShown() {
        settle();
        assertThat(model.draw().drawnProperty().get()).isNull();
        model.show(true);
        settle();
        assertThat(drawn().z()[0]).isCloseTo(drawn().mean()[0] + FakeVae.DEVIATION * drawn().noise()[0], within(1e-6));
    }

    @Test
    void withTheNoiseHeldZFollowsTheInputAlone() {
        model.show(true);
        settle();
        LatentDraw before = drawn();
        model.draw().nextImage();
        settle();
        assertThat(drawn().noise()).isEqualTo(before.noise());
        assertThat(drawn().mean()).isNotEqualTo(before.mean());
        assertThat(drawn().z()[0] - before.z()[0]).isCloseTo(drawn().mean()[0] - before.mean()[0], within(1e-6));
    }

    @Test
    void withTheInputHeldZFollowsTheNoiseAlone() {
        model.show(true);
        settle();
        LatentDraw before = drawn();
        model.draw().setNoise(new double[] {-2, 0.5});
        settle();
        assertThat(drawn().mean()).isEqualTo(before.mean());
        assertThat(drawn().z()[0]).isCloseTo(before.mean()[0] - 2 * FakeVae.DEVIATION, within(1e-6));
    }

    @Test
    void theArrowsBehindAreOfTheImageThatIsShownAndScatterMoreWithoutTheTrick() {
        model.show(true);
        settle();
        GradientEstimators others =
                Objects.requireNonNull(model.draw().othersProperty().get());
        assertThat(others.draws()).isEqualTo(DrawModel.OTHERS);
        assertThat(others.varianceRatio(Kind.SCORE)).isGreaterThan(10);
        model.draw().nextImage();
        settle();
        assertThat(model.draw().othersProperty().get()).isNotSameAs(others);
    }

    @Test
    void aPlainAutoencoderHasNothingToDraw() {
        model.show(true);
        settle();
        explore.chooseModel("spots-code");
        settle();
        assertThat(model.draw().drawnProperty().get()).isNull();
    }

    @Test
    void anotherLatentSizeGetsNoiseOfItsOwn() {
        model.show(true);
        settle();
        double[] first = drawn().noise();
        explore.chooseModel("spots-10d");
        settle();
        assertThat(drawn().noise()).hasSize(10).startsWith(first);
    }

    private GradientEstimators measured() {
        return Objects.requireNonNull(model.variance().estimatesProperty().get());
    }

    @Test
    void measuresVarianceOnlyWhileThatPageIsSeen() {
        model.show(true);
        settle();
        assertThat(model.variance().estimatesProperty().get()).isNull();
        model.turnTo(Page.VARIANCE);
        settle();
        assertThat(measured().draws()).isEqualTo(VarianceModel.DRAWS);
        assertThat(model.variance().progressProperty().get()).isNaN();
        for (Kind kind : Kind.values()) {
            double error =
                    Math.hypot(measured().standardError(kind, 0), measured().standardError(Kind.PATHWISE, 0));
            assertThat(measured().mean(kind, 0)).isCloseTo(measured().mean(Kind.PATHWISE, 0), within(4 * error));
        }
        assertThat(measured().varianceRatio(Kind.SCORE))
                .isGreaterThan(measured().varianceRatio(Kind.SCORE_IMAGE_BASELINE));
    }

    @Test
    void whatWasCancelledKeepsItsDrawsAndGoesOn() {
        model.show(true);
        settle();
        model.variance().estimatesProperty().addListener((observable, was, is) -> {
            if (was == null && is != null) {
                model.variance().cancel();
            }
        });
        model.turnTo(Page.VARIANCE);
        settle();
        int kept = measured().draws();
        assertThat(kept).isBetween(VarianceModel.CHUNK, VarianceModel.DRAWS - 1);
        assertThat(model.variance().progressProperty().get()).isNaN();
        double[] first = measured().values(Kind.SCORE, 0);
        model.variance().again();
        settle();
        assertThat(measured().draws()).isEqualTo(VarianceModel.DRAWS);
        assertThat(measured().values(Kind.SCORE, 0)).startsWith(first);
        assertThat(model.variance().progressProperty().get()).isNaN();
        assertSameAsUndisturbed();
    }

    private void assertSameAsUndisturbed() {
        try (Engine other = new Engine(ui, failures::add)) {
            VarianceModel undisturbed = new VarianceModel(workspace, explore, other, ui);
            undisturbed.activate(true);
            ui.settle(() -> other.idleProperty().get());
            GradientEstimators all =
                    Objects.requireNonNull(undisturbed.estimatesProperty().get());
            for (Kind kind : Kind.values()) {
                assertThat(measured().values(kind, 1)).isEqualTo(all.values(kind, 1));
                assertThat(measured().mean(kind, 1)).isEqualTo(all.mean(kind, 1));
            }
        }
    }

    /** Of each kind of weights there is what was measured of it, however often one turns between them meanwhile. */
    @Test
    void otherWeightsChosenMidwayEndTheMeasurementWhichGoesOnWhenTheyAreChosenAgain() {
        model.show(true);
        settle();
        AtomicBoolean turned = new AtomicBoolean();
        model.variance().estimatesProperty().addListener((observable, was, is) -> {
            if (was == null && is != null && !turned.getAndSet(true)) {
                model.variance().choose(Weights.UNTRAINED);
                model.variance().cancel();
            }
        });
        model.turnTo(Page.VARIANCE);
        settle();
        assertThat(model.variance().estimatesProperty().get())
                .as("of the other weights nothing is known yet")
                .isNull();
        assertThat(model.variance().progressProperty().get()).isNaN();
        model.variance().choose(Weights.TRAINED);
        int kept = measured().draws();
        assertThat(kept).as("what was measured before").isBetween(VarianceModel.CHUNK, VarianceModel.DRAWS - 1);
        settle();
        assertThat(measured().draws()).isEqualTo(VarianceModel.DRAWS);
        assertSameAsUndisturbed();
    }

    private static final int STEPS = 25;

    private List<Lap> race() {
        model.race().start(STEPS);
        settle();
        return model.race().laps();
    }

    @Test
    void allTakeTheSameStepsFromTheSameWeightsAndLearn() {
        model.show(true);
        model.turnTo(Page.RACE);
        settle();
        List<Lap> laps = race();
        assertThat(laps).extracting(Lap::step).containsExactly(0L, 10L, 20L, 25L);
        assertThat(laps.get(0).elbo().values().stream().distinct()).hasSize(1);
        assertThat(laps.get(3).elbo())
                .allSatisfy((kind, elbo) -> assertThat(elbo)
                        .isGreaterThan(Objects.requireNonNull(laps.get(0).elbo().get(kind))));
        assertThat(laps.get(3).elbo().values().stream().distinct()).hasSize(4);
        assertThat(model.race().runningProperty().get()).isFalse();
    }

    @Test
    void anotherRaceStartsFromOtherWeights() {
        model.show(true);
        settle();
        double first = race().get(0).ignoring();
        Map<Kind, Double> before = model.race().laps().get(0).elbo();
        List<Lap> second = race();
        assertThat(second).hasSize(4);
        assertThat(second.get(0).ignoring()).isEqualTo(first);
        assertThat(second.get(0).elbo()).isNotEqualTo(before);
    }

    @Test
    void aStoppedRaceKeepsItsCurvesAndIsOver() {
        model.show(true);
        settle();
        model.race().lapProperty().addListener((observable, was, is) -> {
            if (is != null && is.step() == RaceModel.PER_LAP) {
                model.race().stop();
            }
        });
        model.race().start();
        settle();
        assertThat(model.race().laps()).extracting(Lap::step).containsExactly(0L, 10L);
        assertThat(model.race().runningProperty().get()).isFalse();
    }

    @Test
    void leavingTheTabEndsTheRace() {
        model.show(true);
        settle();
        model.race().start();
        model.show(false);
        settle();
        assertThat(model.race().runningProperty().get()).isFalse();
        assertThat(model.race().laps()).hasSizeLessThan(2);
    }
}
