package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.InputException;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.train.SessionStatus.State;
import elboroom.train.SettingChange.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrainingSessionTest {
    @TempDir
    Path folder;

    private final BlockingQueue<SessionStatus> heard = new LinkedBlockingQueue<>();

    private TrainingSession session(TrainingPlan plan) {
        RunFolder run = new RunStore(folder).create(TinyRuns.run(plan));
        return new TrainingSession(TinyRuns.catalogue(), run, SnapshotPlan.AUTO, heard::add);
    }

    private TrainingSession reopened() {
        RunFolder run = RunFolder.open(folder.resolve("tiny-run"));
        return new TrainingSession(TinyRuns.catalogue(), run, SnapshotPlan.AUTO, heard::add);
    }

    private SessionStatus awaitState(State state) throws InterruptedException {
        while (true) {
            SessionStatus status = heard.poll(50, TimeUnit.SECONDS);
            assertThat(status).as("waiting for %s", state).isNotNull();
            if (status.state() == state) {
                return status;
            }
            assertThat(status.state().ended())
                    .as("%s while waiting for %s", status, state)
                    .isFalse();
        }
    }

    private static float[] parameters(TrainingSession session) {
        return session.latest().parameters();
    }

    @Test
    void trainsToTheEndAsAnUndisturbedTrainerDoes() throws InterruptedException {
        TrainingSession session = session(TinyRuns.plan());
        assertThat(awaitState(State.PAUSED).step()).isZero();
        session.start();
        SessionStatus end = session.ended().join();
        assertThat(end.state()).as(end.toString()).isEqualTo(State.FINISHED);
        assertThat(end.step()).isEqualTo(TinyRuns.STEPS);
        assertThat(parameters(session))
                .containsExactly(TinyRuns.trained(TinyRuns.plan()).parameters());
        assertThat(session.history().curves().points()).isEqualTo(TinyRuns.STEPS);
        assertThat(session.history().tests())
                .extracting(TestLosses::step)
                .startsWith(0L)
                .endsWith((long) TinyRuns.STEPS);
        StoredRun stored = new RunStore(folder)
                .list(e -> {
                    throw e;
                })
                .get(0);
        assertThat(stored.state()).isEqualTo(StoredRun.State.FINISHED);
        assertThat(stored.model().card().training().epochs()).isEqualTo(TinyRuns.EPOCHS);
    }

    @Test
    void aSingleStepShowsItsMinibatchAndPauses() throws InterruptedException {
        TrainingSession session = session(TinyRuns.plan());
        awaitState(State.PAUSED);
        session.step();
        assertThat(awaitState(State.PAUSED).step()).isEqualTo(1);
        StepReport report = session.lastStep();
        assertThat(report.step()).isEqualTo(1);
        assertThat(report.indices()).hasSize(32);
        assertThat(java.util.Arrays.copyOf(report.images(), 784))
                .containsExactly(TinyRuns.IMAGES.image(report.indices()[0]));
        assertThat(report.reconstructions()).hasSize(32 * 784);
        double distortion = 0;
        for (int i = 0; i < report.images().length; i++) {
            double x = report.images()[i];
            double p = report.reconstructions()[i];
            distortion -= (x * Math.log(p) + (1 - x) * Math.log(1 - p)) / 32;
        }
        assertThat(report.distortion()).as("that of the reconstructions shown").isCloseTo(distortion, within(0.01));
        assertThat(report.objective()).isCloseTo(report.distortion() + report.rate(), within(1e-6));
        assertThat(report.encoderGradient()).isPositive();
        assertThat(report.decoderGradient()).isPositive();
        session.closeAndSave();
        assertThat(session.ended().join().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void closedAndOpenedAgainItEndsTheSameChangesIncluded() throws InterruptedException {
        TrainingSession session = session(TinyRuns.plan());
        for (int step = 0; step < 6; step++) {
            awaitState(State.PAUSED);
            session.step();
        }
        assertThat(awaitState(State.PAUSED).step()).isEqualTo(6);
        assertThatThrownBy(() -> session.changeLearningRate(0)).isInstanceOf(InputException.class);
        session.changeBeta(3);
        assertThat(awaitState(State.PAUSED).beta()).isEqualTo(3);
        session.changeLearningRate(2e-2);
        assertThat(awaitState(State.PAUSED).learningRate()).isEqualTo(2e-2);
        session.step();
        awaitState(State.PAUSED);
        session.closeAndSave();
        session.ended().join();
        heard.clear();
        TrainingSession again = reopened();
        assertThat(awaitState(State.PAUSED).step()).isEqualTo(7);
        again.start();
        again.ended().join();
        Checkpoint whole = TinyRuns.trained(
                TinyRuns.plan(),
                new SettingChange(6, Setting.BETA, 1, 3),
                new SettingChange(6, Setting.LEARNING_RATE, 1e-2, 2e-2));
        assertThat(parameters(again)).containsExactly(whole.parameters());
        assertThat(parameters(again))
                .isNotEqualTo(TinyRuns.trained(TinyRuns.plan()).parameters());
    }

    @Test
    void theFirstSnapshotIsTheInitialNetwork() throws InterruptedException {
        TrainingSession session = session(TinyRuns.plan());
        session.start();
        session.ended().join();
        List<Long> steps = session.snapshots().steps();
        assertThat(steps).startsWith(0L).endsWith((long) TinyRuns.STEPS);
        try (Trainer fresh = new Trainer(TinyRuns.plan(), TinyRuns.IMAGES, null)) {
            assertThat(session.snapshots().read(0).parameters())
                    .containsExactly(fresh.checkpoint().parameters());
        }
        assertThat(session.snapshots().read(TinyRuns.STEPS).parameters()).containsExactly(parameters(session));
    }

    @Test
    void aRunThatIsBeingTrainedCannotBeOpenedTwice() throws InterruptedException {
        TrainingSession session = session(TinyRuns.plan());
        awaitState(State.PAUSED);
        assertThatThrownBy(this::reopened).isInstanceOf(InputException.class).hasMessageContaining("already");
        session.closeAndSave();
        session.ended().join();
        TrainingSession again = reopened();
        again.closeAndSave();
        assertThat(again.ended().join().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void whatCannotBeSavedIsSaidAndTheRunGoesOn() throws InterruptedException, IOException {
        TrainingSession session = session(TinyRuns.plan());
        awaitState(State.PAUSED);
        session.step();
        awaitState(State.PAUSED);
        session.step();
        assertThat(awaitState(State.PAUSED).problem()).isNull();
        Path description = session.folder().resolve("run.json");
        Path checkpoint = session.folder().resolve("checkpoint.npz");
        Files.delete(description);
        Files.createDirectories(description.resolve("in the way"));
        session.step();
        SessionStatus unsaved = awaitState(State.PAUSED);
        assertThat(unsaved.step()).isEqualTo(3);
        assertThat(unsaved.problem()).startsWith("cannot save").contains("run.json");
        assertThat(CheckpointFile.read(checkpoint).step()).as("last good one").isEqualTo(2);
        Files.delete(description.resolve("in the way"));
        Files.delete(description);
        session.closeAndSave();
        SessionStatus end = session.ended().join();
        assertThat(end.problem()).isNull();
        assertThat(CheckpointFile.read(checkpoint).step()).isEqualTo(3);
    }

    @Test
    void aStoppedRunHasAModelAndCanBeGoneOnWith() throws InterruptedException {
        TrainingSession session = session(TinyRuns.plan());
        awaitState(State.PAUSED);
        session.step();
        awaitState(State.PAUSED);
        session.stop();
        assertThat(session.ended().join().state()).isEqualTo(State.STOPPED);
        StoredRun stored = new RunStore(folder).list(e -> {}).get(0);
        assertThat(stored.state()).isEqualTo(StoredRun.State.STOPPED);
        assertThat(stored.step()).isEqualTo(1);
        TrainingSession again = reopened();
        again.start();
        assertThat(again.ended().join().state()).isEqualTo(State.FINISHED);
        assertThat(parameters(again))
                .containsExactly(TinyRuns.trained(TinyRuns.plan()).parameters());
    }

    private static TrainingPlan tooFast(boolean autoencoder) {
        VaeConfig config = new VaeConfig(
                TinyRuns.config().shape(),
                new Architecture.Mlp(List.of(64, 32)),
                2,
                Likelihood.BERNOULLI,
                1,
                0,
                autoencoder,
                0);
        return new TrainingPlan(config, 40, 32, 10);
    }

    @Test
    void anAutoencoderThatCannotOverflowIsSeenToBecomeWorse() {
        TrainingSession session = session(tooFast(true));
        session.start();
        SessionStatus end = session.ended().join();
        assertThat(end.state()).isEqualTo(State.FINISHED);
        assertThat(heard)
                .extracting(SessionStatus::problem)
                .anyMatch(problem -> problem != null && problem.contains("larger than it was at the start"));
        assertThat(end.problem()).contains("it has learnt nothing", "learning rate of 1.0 in place of 10.0");
        assertThat(end.trouble().step()).as("where").isBetween(1L, 5L);
        assertThat(end.trouble().remedy()).isEqualTo(new Trouble.Remedy(SettingChange.Setting.LEARNING_RATE, 1));
        StoredRun stored = new RunStore(folder).list(e -> {}).get(0);
        assertThat(stored.model().card().provenance()).containsEntry("trouble", end.problem());
    }

    @Test
    void aLearningRateOfTenDivergesAndALowerOneIsOffered() {
        TrainingSession session = session(tooFast(false));
        session.start();
        SessionStatus end = session.ended().join();
        assertThat(end.state()).as(end.toString()).isEqualTo(State.DIVERGED);
        DivergedException why = session.divergence();
        assertThat(why.step()).isGreaterThan(why.lastGoodStep());
        assertThat(why.suggestedLearningRate()).isEqualTo(1);
        assertThat(end.step()).isEqualTo(why.lastGoodStep());
        assertThat(end.problem()).contains("step " + why.step(), "learning rate of 1.0");
        for (float weight : parameters(session)) {
            assertThat(weight).isFinite();
        }
        StoredRun stored = new RunStore(folder).list(e -> {}).get(0);
        assertThat(stored.model().card().provenance()).containsEntry("trouble", why.getMessage());
        assertThat(stored.trouble()).isEqualTo(end.trouble());
        assertThat(stored.diverged()).isTrue();
    }

    @Test
    void whatWentWrongIsForgottenOnceTheRunGoesOnAndDoesWell() throws InterruptedException {
        TrainingSession session = session(tooFast(false));
        session.start();
        assertThat(session.ended().join().state()).isEqualTo(State.DIVERGED);
        heard.clear();
        TrainingSession again = reopened();
        awaitState(State.PAUSED);
        assertThat(onlyRun().trouble()).as("somebody is at it").isNull();
        again.changeLearningRate(1e-3);
        again.start();
        assertThat(again.ended().join().state()).isEqualTo(State.FINISHED);
        assertThat(onlyRun().trouble()).isNull();
    }

    private StoredRun onlyRun() {
        return new RunStore(folder).list(e -> {}).get(0);
    }

    @Test
    void closingEndsAllThreads() throws InterruptedException {
        TrainingSession session = session(new TrainingPlan(TinyRuns.config(), 1_000_000, 32, 1e-3));
        session.start();
        awaitState(State.RUNNING);
        session.closeAndSave();
        assertThat(session.ended().join().state()).isEqualTo(State.CLOSED);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .doesNotContain("recorder");
        assertThat(new RunStore(folder).list(e -> {}).get(0).step())
                .isEqualTo(session.status().step());
    }

    @Test
    void aLongRunKeepsLittle() {
        TrainingSession session = session(new TrainingPlan(TinyRuns.config(), 1_000, 32, 1e-3));
        session.start();
        assertThat(session.ended().join().step()).isEqualTo(5_000);
        assertThat(session.history().curves().points()).isLessThanOrEqualTo(RunHistory.MAX_POINTS + 1);
        assertThat(session.history().tests()).hasSizeLessThanOrEqualTo(RunHistory.MAX_TESTS);
        assertThat(session.snapshots().steps()).hasSizeLessThanOrEqualTo(SnapshotPlan.MOST + 1);
        assertThat(session.snapshots().whole()).hasSizeLessThanOrEqualTo(SnapshotPlan.MOST_WHOLE + 1);
    }

    @Test
    void missingDataIsAFailureWithAReason() {
        RunDescription run = new RunDescription("nowhere", 0, "x", TinyRuns.plan());
        TrainingSession session = new TrainingSession(
                TinyRuns.catalogue(), new RunStore(folder).create(run), SnapshotPlan.AUTO, heard::add);
        SessionStatus end = session.ended().join();
        assertThat(end.state()).isEqualTo(State.FAILED);
        assertThat(end.problem()).contains("nowhere");
    }

    @Test
    void closedWhileItsModelIsStoredTheRunHasOnlyThatLeftToDo() {
        RunFolder run = new RunStore(folder).create(TinyRuns.run(TinyRuns.plan()));
        TrainingSession[] session = new TrainingSession[1];
        session[0] = new TrainingSession(TinyRuns.catalogue(), run, SnapshotPlan.AUTO, status -> {
            if (status.state() == State.STORING) {
                session[0].closeAndSave();
            }
        });
        session[0].start();
        assertThat(session[0].ended().join().state()).isEqualTo(State.CLOSED);
        assertThat(folder.resolve("tiny-run/card.json")).doesNotExist();
        TrainingSession again = reopened();
        assertThat(again.ended().join().state()).isEqualTo(State.FINISHED);
        assertThat(folder.resolve("tiny-run/card.json")).exists();
        assertThat(folder.resolve("tiny-run/checkpoint.npz")).doesNotExist();
    }
}
