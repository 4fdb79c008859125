package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.train.Recorder.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecorderTest {
    private static final Task LOOK = new Task(true, false, false, false);

    @TempDir
    Path runs;

    /** It takes many times as long as the others, and the next is not to wait for that. */
    @Test
    void theFirstLookIsNotCounted() {
        RunFolder folder = new RunStore(runs).create(TinyRuns.run(TinyRuns.plan()));
        RunHistory history = new RunHistory(TinyRuns.config().latentSize());
        Snapshots snapshots = Snapshots.of(folder.folder(), TinyRuns.plan());
        try (Trainer trainer = new Trainer(TinyRuns.plan(), TinyRuns.IMAGES, null, 1);
                Recorder recorder = new Recorder(
                        folder, TinyRuns.source().test(), history, snapshots, SnapshotPlan.AUTO, trainer)) {
            recorder.record(trainer, folder.file(), LOOK);
            recorder.await();
            assertThat(recorder.lookSeconds()).isPositive();
            assertThat(recorder.spentSeconds()).isLessThan(recorder.lookSeconds());
            double before = recorder.spentSeconds();
            trainer.step();
            recorder.record(trainer, folder.file(), LOOK);
            recorder.await();
            assertThat(recorder.spentSeconds()).isGreaterThanOrEqualTo(before + recorder.lookSeconds());
        }
    }
}
