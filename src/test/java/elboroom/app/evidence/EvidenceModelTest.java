package elboroom.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeWorkspace;
import elboroom.measure.EvidenceSurvey;
import elboroom.measure.EvidenceSurvey.OfImage;
import elboroom.measure.Iwae;
import elboroom.measure.TruePosterior;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EvidenceModelTest {
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

    private ImageEvidence known() {
        return Objects.requireNonNull(model.lookProperty().get());
    }

    @Test
    void worksNothingOutBeforeItIsShownAndThenAllOfTheFirstImage() {
        settle();
        assertThat(model.lookProperty().get()).isNull();
        model.show(true);
        settle();
        assertThat(known().name()).endsWith("#0");
        assertThat(known().gap()).isPositive().isCloseTo(known().gapDirect(), within(0.05));
        assertThat(model.progressProperty().get()).isNaN();
        List<Iwae.Rung> ladder = model.ladderProperty().get();
        assertThat(ladder.get(0).bound())
                .isCloseTo(known().elbo(), within(5 * ladder.get(0).standardError() + 0.01));
        assertThat(ladder.get(ladder.size() - 1).k()).isEqualTo(5000);
    }

    @Test
    void theBestGaussianLiesBetweenElboAndEvidenceAndItsStepsOnlyClimb() {
        model.show(true);
        settle();
        Climb climb = Objects.requireNonNull(model.climbProperty().get());
        assertThat(climb.best().elbo()).isBetween(known().elbo() - 0.02, known().logEvidence() + 0.02);
        assertThat(climb.steps().stream().map(step -> step.elbo())).isSorted();
        model.showStep(1000);
        assertThat(model.shownStep()).isSameAs(climb.best());
        model.showStep(-1);
        assertThat(model.stepProperty().get()).isZero();
    }

    @Test
    void theCloseViewHoldsNearlyAllOfThePosterior() {
        model.show(true);
        settle();
        TruePosterior near = Objects.requireNonNull(model.nearProperty().get());
        double mass = 0;
        for (int i = 0; i < near.logDensity().length; i++) {
            mass += near.mass(i / near.columns(), i % near.columns());
        }
        assertThat(mass).isBetween(0.9, 1.01);
    }

    @Test
    void followsWhatIsExploredAndIsFollowed() {
        model.show(true);
        settle();
        explore.select(3);
        settle();
        assertThat(known().name()).endsWith("#3");
        model.choose(7);
        settle();
        assertThat(explore.state().selected()).isEqualTo(7);
        assertThat(known().name()).endsWith("#7");
        int label = Objects.requireNonNull(model.imagesProperty().get()).label(9);
        model.chooseNextOf(label);
        settle();
        assertThat(model.image()).isGreaterThan(7);
        assertThat(Objects.requireNonNull(model.imagesProperty().get()).label(model.image()))
                .isEqualTo(label);
    }

    @Test
    void aPlaceOfThePlaneChoosesTheImageWhoseCodeIsNearest() {
        settle();
        var scatter = explore.scatterProperty().get();
        model.chooseNear(scatter.x()[5] + 1e-4, scatter.y()[5]);
        assertThat(scatter.x()[explore.state().selected()]).isEqualTo(scatter.x()[5]);
        assertThat(scatter.y()[explore.state().selected()]).isEqualTo(scatter.y()[5]);
    }

    @Test
    void withMoreDimensionsThereIsABoundWithItsErrorAndNoPlane() {
        explore.chooseModel("spots-10d");
        model.show(true);
        settle();
        assertThat(known().isExact()).isFalse();
        assertThat(known().landscape()).isNull();
        assertThat(known().standardError()).isPositive();
        assertThat(known().gapDirect()).isNaN();
        assertThat(model.nearProperty().get()).isNull();
        assertThat(model.ladderProperty().get()).isNotEmpty();
    }

    @Test
    void anAutoencoderHasNone() {
        explore.chooseModel("spots-code");
        model.show(true);
        settle();
        assertThat(model.hasEvidence()).isFalse();
        assertThat(model.lookProperty().get()).isNull();
        assertThat(model.progressProperty().get()).isNaN();
    }

    @Test
    void whatWasCancelledCanBeWorkedOutAgain() {
        model.show(true);
        model.cancel();
        settle();
        assertThat(model.lookProperty().get()).isNull();
        model.resume();
        settle();
        assertThat(model.lookProperty().get()).isNotNull();
    }

    @Test
    void theSurveyGoesOnWhereItWasCancelledAndRanksTheGaps() {
        model.show(true);
        settle();
        SurveyModel survey = model.survey();
        survey.measureAtMost(8);
        AtomicBoolean cancelled = new AtomicBoolean();
        survey.knownProperty().addListener((observable, was, is) -> {
            if (is.count() > 0 && is.running() && !cancelled.getAndSet(true)) {
                survey.cancel();
            }
        });
        survey.show(true);
        settle();
        assertThat(survey.knownProperty().get().count()).isEqualTo(2);
        assertThat(survey.knownProperty().get().running()).isFalse();
        survey.resume();
        settle();
        SurveyModel.Known known = survey.knownProperty().get();
        assertThat(known.count()).isEqualTo(8);
        assertThat(known.running()).isFalse();
        SurveyDigest digest = known.digest();
        assertThat(digest.largest()).hasSize(8);
        assertThat(digest.largest().stream().map(digest::gap)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(digest.gap(0)).isCloseTo(known().gap(), within(0.02));
    }

    @Test
    void theSurveyGoesOverAllImagesAndWhenHeldWaitsToBeAsked() {
        model.show(true);
        settle();
        SurveyModel survey = model.survey();
        survey.show(true);
        survey.cancel();
        model.show(false);
        model.show(true);
        settle();
        assertThat(survey.knownProperty().get().count())
                .as("it was ended by hand")
                .isZero();
        survey.resume();
        model.show(false);
        settle();
        assertThat(survey.knownProperty().get().running()).isFalse();
        model.show(true);
        settle();
        SurveyModel.Known known = survey.knownProperty().get();
        assertThat(known.count()).isEqualTo(FakeWorkspace.SIZE).isEqualTo(known.wanted());
        assertThat(known.running()).isFalse();
        assertThat(known.digest().largest()).hasSize(SurveyDigest.MOST);
        double least = known.digest().gap(known.digest().largest().get(SurveyDigest.MOST - 1));
        assertThat(IntStream.range(0, known.count())
                        .filter(i -> known.digest().gap(i) > least)
                        .boxed())
                .as("no larger gap is left out")
                .isSubsetOf(known.digest().largest());
    }

    @Test
    void aLongSurveyCountsToItsFirstFewHundredAndThenToAll() {
        assertThat(new SurveyModel.Known(digest(0), 10_000, true).next()).isEqualTo(SurveyModel.FIRST);
        assertThat(new SurveyModel.Known(digest(499), 10_000, true).next()).isEqualTo(SurveyModel.FIRST);
        assertThat(new SurveyModel.Known(digest(500), 10_000, true).next()).isEqualTo(10_000);
        assertThat(new SurveyModel.Known(digest(3), 100, true).next()).isEqualTo(100);
    }

    private static SurveyDigest digest(int images) {
        return SurveyDigest.of(
                new EvidenceSurvey(Collections.nCopies(images, new OfImage(-90, 0, -92, 2, 100)), true, 2));
    }
}
