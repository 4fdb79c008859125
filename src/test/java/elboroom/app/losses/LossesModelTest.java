package elboroom.app.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeWorkspace;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LossesModelTest {
    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final Engine engine = new Engine(ui, failures::add);
    private final Engine own = new Engine(ui, failures::add);
    private final WorkQueue worker = new WorkQueue("worker", ui, failures::add);
    private final ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
    private final LossesModel model = new LossesModel(workspace, explore, own, ui);

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

    private LossReport measured() {
        return Objects.requireNonNull(model.reportProperty().get());
    }

    @Test
    void measuresNothingBeforeItIsShown() {
        settle();
        assertThat(model.reportProperty().get()).isNull();
        model.show(true);
        settle();
        assertThat(measured().model().name()).isEqualTo("spots-2d");
        assertThat(model.surgeryProperty().get()).isNotNull();
        assertThat(model.progressProperty().get()).isNaN();
    }

    @Test
    void imagesAreOrderedByWhatTheyCost() {
        model.show(true);
        settle();
        LossReport report = measured();
        assertThat(Arrays.stream(report.order()).mapToDouble(i -> report.scores()[i]))
                .isSorted()
                .hasSize(FakeWorkspace.SIZE);
        assertThat(report.score()).isEqualTo("ELBO");
        assertThat(Arrays.stream(report.scores()).average()).hasValueCloseTo(report.elbo(), within(1e-9));
    }

    @Test
    void anAutoencodersScoreIsItsNegativeDistortion() {
        explore.chooseModel("spots-code");
        model.show(true);
        settle();
        assertThat(measured().score()).isEqualTo("negative distortion");
        assertThat(measured().averageScore()).isEqualTo(-measured().distortion());
        assertThat(model.progressProperty().get()).isNaN();
    }

    @Test
    void reconstructsByTheMeasuredModelEvenIfAnotherWasMeasuredSince() {
        model.show(true);
        settle();
        explore.chooseModel("spots-10d");
        settle();
        explore.chooseModel("spots-2d");
        settle();
        model.reconstruct(List.of(5, 3));
        settle();
        Reconstructions made =
                Objects.requireNonNull(model.reconstructionsProperty().get());
        assertThat(made.images()).containsExactly(5, 3);
        Posterior posterior = measured().evaluation().posterior();
        float[] mean = {posterior.mean(3, 0), posterior.mean(3, 1)};
        try (Vae vae = workspace.open("spots-2d")) {
            assertThat(made.reconstruction(1)).isEqualTo(vae.decode(mean, 1));
        }
    }

    @Test
    void whatWasLeftUnfinishedIsFinishedWhenTheTabIsShownAgain() {
        model.reportProperty().addListener(observable -> ui.execute(() -> model.show(false)));
        model.show(true);
        settle();
        assertThat(model.surgeryProperty().get()).isNull();
        model.show(true);
        settle();
        assertThat(model.surgeryProperty().get()).isNotNull();
    }

    @Test
    void aCancelledMeasurementLeavesNothingAndCanBeBegunAgain() {
        model.show(true);
        model.cancel();
        settle();
        assertThat(model.reportProperty().get()).isNull();
        model.measure();
        settle();
        assertThat(model.reportProperty().get()).isNotNull();
    }
}
