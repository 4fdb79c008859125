package elboroom.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeWorkspace;
import elboroom.measure.EvidenceSurvey.OfImage;
import elboroom.measure.GaussianFit.Step;
import elboroom.measure.Iwae.Rung;
import elboroom.measure.TruePosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work on an image that is ended in the midst of any of its stages: what is known stays, and the rest comes out the same. */
final class CancelledEvidenceTest {
    private static final int LOOK = 0;
    private static final int CLIMB = 1;
    private static final int COARSE = 2;
    private static final int NEAR = 3;
    private static final int LADDER = 4;
    private static final double STAGES = 5;

    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final Engine engine = new Engine(ui, failures::add);
    private final Engine own = new Engine(ui, failures::add);
    private final WorkQueue worker = new WorkQueue("worker", ui, failures::add);
    private final ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
    private final EvidenceModel model = new EvidenceModel(workspace, explore, own, ui);

    @AfterEach
    void end() {
        engine.close();
        own.close();
        worker.close();
        assertThat(failures).isEmpty();
    }

    private void settle() {
        ui.settle(() -> engine.idleProperty().get()
                && own.idleProperty().get()
                && worker.idleProperty().get());
    }

    private record Known(ImageEvidence look, List<Step> steps, TruePosterior near, List<Rung> ladder) {}

    private Known known() {
        return new Known(
                Objects.requireNonNull(model.lookProperty().get()),
                Objects.requireNonNull(model.climbProperty().get()).steps(),
                Objects.requireNonNull(model.nearProperty().get()),
                model.ladderProperty().get());
    }

    /** Ends the work when a stage says for the first time how far it is. */
    private void cancelDuring(int stage) {
        AtomicBoolean done = new AtomicBoolean();
        model.progressProperty().addListener((observable, was, is) -> {
            double at = is.doubleValue() * STAGES;
            if (at > stage + 1e-9 && at <= stage + 1 + 1e-9 && !done.getAndSet(true)) {
                model.cancel();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {LOOK, CLIMB, COARSE, NEAR, LADDER})
    void whatIsKnownStaysAndTheRestComesOutTheSame(int stage) {
        explore.select(4);
        model.show(true);
        settle();
        Known undisturbed = known();
        explore.select(5);
        settle();
        String other = Objects.requireNonNull(model.lookProperty().get()).name();

        cancelDuring(stage);
        explore.select(4);
        settle();
        assertThat(model.progressProperty().get()).as("ended").isNaN();
        ImageEvidence seen = Objects.requireNonNull(model.lookProperty().get());
        assertThat(seen.name())
                .isEqualTo(stage == LOOK ? other : undisturbed.look().name());
        Climb climb = model.climbProperty().get();
        TruePosterior near = model.nearProperty().get();
        assertThat(climb == null).isEqualTo(stage <= CLIMB);
        assertThat(near == null).isEqualTo(stage <= COARSE);
        if (near != null) {
            assertThat(near.columns())
                    .as("the coarse picture stays until the fine one is there")
                    .isEqualTo(stage == NEAR ? 64 : 192);
        }
        assertThat(model.ladderProperty().get()).isEmpty();

        model.showStep(2);
        int step = model.stepProperty().get();
        model.resume();
        assertThat(model.nearProperty().get()).as("going on takes nothing away").isSameAs(near);
        assertThat(model.climbProperty().get()).isSameAs(climb);
        assertThat(model.stepProperty().get()).isEqualTo(step);
        settle();
        Known now = known();
        assertThat(now.look().name()).isEqualTo(undisturbed.look().name());
        assertThat(now.look().gap()).isEqualTo(undisturbed.look().gap());
        assertThat(now.steps()).usingRecursiveComparison().isEqualTo(undisturbed.steps());
        assertThat(now.near().columns()).isEqualTo(192);
        assertThat(now.near().logDensity()).isEqualTo(undisturbed.near().logDensity());
        assertThat(now.ladder()).isEqualTo(undisturbed.ladder());
        assertThat(model.progressProperty().get()).isNaN();
    }

    @Test
    void whatWasEndedByHandWaitsUntilItIsAskedForOrAnotherImageIs() {
        cancelDuring(CLIMB);
        model.show(true);
        settle();
        explore.moveTo(0.2, 0.3);
        settle();
        assertThat(model.climbProperty().get())
                .as("a marker that moves asks for nothing here")
                .isNull();
        explore.select(6);
        settle();
        assertThat(Objects.requireNonNull(model.lookProperty().get()).name()).endsWith("#6");
        assertThat(model.ladderProperty().get()).isNotEmpty();
    }

    @Test
    void whatLeavingTheTabEndedGoesOnWhenItIsSeenAgain() {
        AtomicBoolean left = new AtomicBoolean();
        model.climbProperty().addListener((observable, was, is) -> {
            if (is != null && !left.getAndSet(true)) {
                model.show(false);
            }
        });
        model.show(true);
        settle();
        Climb climb = Objects.requireNonNull(model.climbProperty().get());
        assertThat(model.nearProperty().get()).isNull();
        model.show(true);
        settle();
        assertThat(model.climbProperty().get()).as("not climbed twice").isSameAs(climb);
        assertThat(model.ladderProperty().get()).isNotEmpty();
    }

    /** With ten dimensions the figures are of random draws, which must not depend on where the survey was ended. */
    @ParameterizedTest
    @ValueSource(strings = {"spots-2d", "spots-10d"})
    void aSurveyThatWasEndedComesOutTheSame(String of) {
        explore.chooseModel(of);
        model.show(true);
        settle();
        SurveyModel survey = model.survey();
        survey.measureAtMost(10);
        AtomicBoolean ended = new AtomicBoolean();
        survey.knownProperty().addListener((observable, was, is) -> {
            if (is.count() > 0 && is.count() < 10 && is.running() && !ended.getAndSet(true)) {
                survey.cancel();
            }
        });
        survey.show(true);
        settle();
        assertThat(survey.knownProperty().get().count()).isBetween(2, 8);
        assertThat(survey.knownProperty().get().running()).isFalse();
        survey.resume();
        settle();
        List<OfImage> disturbed = survey.measured();
        explore.chooseModel("spots-code");
        settle();
        explore.chooseModel(of);
        settle();
        assertThat(survey.knownProperty().get().count()).isEqualTo(10);
        assertThat(survey.measured()).isNotSameAs(disturbed).isEqualTo(disturbed);
    }
}
