package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.InputException;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.train.SettingChange.Setting;
import elboroom.train.StoredRun.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RunStoreTest {
    @TempDir
    Path folder;

    private RunStore store;

    @BeforeEach
    void openStore() {
        store = new RunStore(folder.resolve("runs"));
    }

    private StoredRun only() {
        List<StoredRun> runs = store.list(problem -> {
            throw problem;
        });
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private StoredRun finished() {
        return finished(TinyRuns.plan());
    }

    private StoredRun finished(TrainingPlan plan) {
        TrainingSession session = new TrainingSession(
                TinyRuns.catalogue(), store.create(TinyRuns.run(plan)), new SnapshotPlan(1), status -> {});
        session.start();
        assertThat(session.ended().join().state()).isEqualTo(SessionStatus.State.FINISHED);
        return only();
    }

    @ParameterizedTest
    @CsvSource({
        "Watch it collapse!, watch-it-collapse",
        "Ziffern für Zoë, ziffern-für-zoë",
        "数字, 数字",
        "../../etc, etc",
        "a/b\\c:d, a-b-c-d",
        "CON, run-con",
        "con.txt, run-con.txt",
        "'  ', run-",
        "..., run-",
        "β = 4, β-4"
    })
    void foldersAreNamedByTheTitle(String title, String expected) {
        assertThat(RunStore.name(title)).isEqualTo(expected);
        assertThat(RunStore.name(title.repeat(100))).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void theSameTitleTwiceMakesTwoRuns() {
        RunDescription run = TinyRuns.run(TinyRuns.plan());
        try (RunFolder first = store.create(run);
                RunFolder second = store.create(run)) {
            assertThat(first.folder()).hasFileName("tiny-run");
            assertThat(second.folder()).hasFileName("tiny-run-2");
            assertThat(store.list(problem -> {})).extracting(StoredRun::state).containsOnly(State.RUNNING);
        }
        assertThat(store.list(problem -> {})).extracting(StoredRun::state).containsOnly(State.INTERRUPTED);
    }

    @Test
    void aFinishedRunIsAModelWithItsHistoryAndAPicture() {
        StoredRun run = finished();
        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(run.step()).isEqualTo(TinyRuns.STEPS);
        assertThat(run.history().curves().points()).isEqualTo(TinyRuns.STEPS);
        assertThat(run.history().tests()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(run.thumbnail())
                .hasValueSatisfying(
                        picture -> assertThat(picture.pixels()).hasSize(picture.side() * picture.side() * 784));
        assertThat(new ModelStore(List.of(store.folder()))
                        .find("tiny-run")
                        .card()
                        .title())
                .isEqualTo("Tiny run");
    }

    @Test
    void renamesRunAndModel() {
        StoredRun run = finished();
        store.rename(run, "Zoë’s");
        assertThat(only().title()).isEqualTo("Zoë’s");
        assertThat(only().model().card().title()).isEqualTo("Zoë’s");
        try (RunFolder busy = RunFolder.open(run.folder())) {
            assertThat(busy.file().run().title()).isEqualTo("Zoë’s");
            assertThatThrownBy(() -> store.rename(run, "x"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("being trained");
            assertThatThrownBy(() -> store.delete(run)).isInstanceOf(InputException.class);
        }
    }

    @Test
    void whatWasDeletedCanBeBroughtBackUntilTheProgramEnds() throws IOException {
        StoredRun run = finished();
        RunStore.Deleted deleted = store.delete(run);
        assertThat(store.list(problem -> {})).isEmpty();
        try (RunStore other = new RunStore(store.folder())) {
            other.purge();
        }
        store.restore(deleted);
        assertThat(only().step()).isEqualTo(TinyRuns.STEPS);

        RunStore.Deleted again = store.delete(only());
        store.create(TinyRuns.run(TinyRuns.plan())).close();
        store.restore(again);
        assertThat(store.list(problem -> {})).extracting(StoredRun::name).contains("tiny-run", "tiny-run-2");

        RunStore.Deleted last = store.delete(store.list(problem -> {}).get(0));
        store.close();
        new RunStore(store.folder()).purge();
        assertThat(last.place()).doesNotExist();
        try (var left = Files.list(store.folder().resolve(".trash"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void exportsAModelAsThoseThatComeWithTheProgram() throws IOException {
        StoredRun run = finished();
        Path target = folder.resolve("my-model");
        StoredModel model = store.export(run, target);
        assertThat(model.card().name()).isEqualTo("my-model");
        assertThat(new ModelStore(List.of(folder)).find("my-model").card()).isEqualTo(model.card());
        assertThat(target.resolve("model.zip"))
                .hasBinaryContent(Files.readAllBytes(run.folder().resolve("model.zip")));
        assertThat(model.encodedSet("tiny-test")).isPresent();
        assertThat(target).isDirectoryNotContaining("glob:**{lock,run.json,snapshots}");
        assertThatThrownBy(() -> store.export(run, target)).isInstanceOf(InputException.class);
    }

    @Test
    void aBranchIsTheRunItselfWithOtherSettingsFromItsStepOn() {
        StoredRun run = finished(new TrainingPlan(TinyRuns.config(), 2 * TinyRuns.EPOCHS, 32, 1e-2));
        long step = 7;
        assertThat(run.snapshots().steps()).contains(step);
        assertThat(run.snapshots().whole()).contains(6L).doesNotContain(step);
        TrainingPlan longer = new TrainingPlan(TinyRuns.config(), 2 * TinyRuns.EPOCHS + 1, 32, 1e-2);
        RunDescription description = new RunDescription("tiny", 0, "Branch", longer);
        RunFolder branch = store.branch(run, step, description, Map.of(Setting.BETA, 4.0));
        assertThat(branch.file().branch()).isEqualTo(new RunFile.Branch("Tiny run", step));
        TrainingSession session = new TrainingSession(TinyRuns.catalogue(), branch, SnapshotPlan.AUTO, status -> {});
        session.start();
        assertThat(session.ended().join().state()).isEqualTo(SessionStatus.State.FINISHED);
        Checkpoint whole = TinyRuns.trained(longer, new SettingChange(step, Setting.BETA, 1, 4));
        assertThat(session.latest().parameters()).containsExactly(whole.parameters());
        assertThat(session.history().curves().steps()).containsOnly(1).hasSize(2 * TinyRuns.STEPS + 5);
        assertThatThrownBy(() -> store.branch(run, 999, description, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no snapshot");
        RunDescription other = new RunDescription("tiny", 9, "Branch", longer);
        assertThatThrownBy(() -> store.branch(run, step, other, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("another kind");
    }

    @Test
    void aBranchComesToItsStepByItselfAndIsChangedFromThereOnWhateverItIsToldBefore() throws InterruptedException {
        StoredRun run = finished(new TrainingPlan(TinyRuns.config(), 2 * TinyRuns.EPOCHS, 32, 1e-2));
        long step = 7;
        RunFolder folder = store.branch(run, step, run.file().run().titled("Branch"), Map.of());
        assertThat(CheckpointFile.step(RunFolder.checkpoint(folder.folder()))).isEqualTo(6);
        BlockingQueue<SessionStatus> heard = new LinkedBlockingQueue<>();
        TrainingSession session = new TrainingSession(TinyRuns.catalogue(), folder, SnapshotPlan.AUTO, heard::add);
        session.changeBeta(4);
        SessionStatus status = heard.take();
        while (status.state() != SessionStatus.State.PAUSED || status.fullBeta() != 4) {
            assertThat(status.state().ended()).as(status.toString()).isFalse();
            status = heard.take();
        }
        assertThat(status.step()).isEqualTo(step);
        assertThat(session.latest().parameters())
                .containsExactly(run.snapshots().read(step).parameters());
        assertThat(session.changes()).containsExactly(new SettingChange(step, Setting.BETA, 1, 4));
        session.closeAndSave();
        session.ended().join();
    }

    @Test
    void oneBadFolderDoesNotHideTheOthers() throws IOException {
        store.create(TinyRuns.run(TinyRuns.plan())).close();
        Path bad = Files.createDirectories(store.folder().resolve("bad"));
        for (String text : List.of("{", "{}", "[]", "{\"format\":\"elbo-room run 1\"}")) {
            Files.writeString(bad.resolve("run.json"), text);
            List<InputException> problems = new java.util.ArrayList<>();
            assertThat(store.list(problems::add)).hasSize(1);
            assertThat(problems).hasSize(1);
            assertThat(problems.get(0)).hasMessageStartingWith(bad.toString());
        }
    }
}
