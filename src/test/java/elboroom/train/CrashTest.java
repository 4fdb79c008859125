package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.InputException;
import elboroom.train.SettingChange.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program is killed in the middle of a run, as by a power cut. */
@Timeout(120)
class CrashTest {
    private static final int CHANGED_AT = 3;
    private static final int GO_ON = 7;

    @TempDir
    Path folder;

    private static TrainingPlan endless() {
        return new TrainingPlan(TinyRuns.config(), 100_000, 32, 1e-3, BetaSchedule.parse("warmup:20"));
    }

    /** The program: trains for ever, with a change on the way, and tells of every step that it is told of. */
    public static final class Victim {
        public static void main(String[] arguments) {
            RunFolder run = new RunStore(Path.of(arguments[0])).create(TinyRuns.run(endless()));
            Pace restless = new Pace(0, 0.5, 0, 0);
            int[] pauses = new int[1];
            TrainingSession[] session = new TrainingSession[1];
            synchronized (session) {
                session[0] = new TrainingSession(TinyRuns.catalogue(), run, SnapshotPlan.AUTO, restless, status -> {
                    synchronized (session) {
                        if (status.state() == SessionStatus.State.PAUSED) {
                            next(session[0], pauses[0]++);
                        }
                    }
                    System.out.println("step " + status.step());
                });
            }
            session[0].ended().join();
        }

        private static void next(TrainingSession session, int pauses) {
            if (pauses < CHANGED_AT) {
                session.step();
            } else if (pauses == CHANGED_AT) {
                session.changeBeta(2.5);
            } else {
                session.start();
            }
        }
    }

    @Test
    void aKilledRunGoesOnAsIfNothingHadHappened() throws IOException, InterruptedException {
        killAfterACheckpointWhileItRuns();
        StoredRun killed = only();
        assertThat(killed.state()).isEqualTo(StoredRun.State.INTERRUPTED);
        assertThat(killed.step()).isGreaterThan(CHANGED_AT);
        assertThat(killed.snapshots().steps()).startsWith(0L);

        Checkpoint resumed = resumed(killed);
        assertThat(resumed.step()).isEqualTo(killed.step() + GO_ON);
        SettingChange change = new SettingChange(CHANGED_AT, Setting.BETA, 1, 2.5);
        try (Trainer whole = new Trainer(endless(), List.of(change), TinyRuns.IMAGES, null, 2)) {
            while (whole.stepsTaken() < resumed.step()) {
                whole.step();
            }
            assertThat(resumed.parameters()).containsExactly(whole.checkpoint().parameters());
            assertThat(resumed.firstMoment()).containsExactly(whole.checkpoint().firstMoment());
            assertThat(resumed.secondMoment())
                    .containsExactly(whole.checkpoint().secondMoment());
        }
    }

    private void killAfterACheckpointWhileItRuns() throws IOException, InterruptedException {
        Process victim = ChildJvm.start(Victim.class, folder);
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !isAtSomeCheckpoint()) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(said.toString()).isNotNull();
            StoredRun running = only();
            assertThat(running.state()).isEqualTo(StoredRun.State.RUNNING);
            assertThatThrownBy(() -> RunFolder.open(running.folder()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another window");
            victim.destroyForcibly();
            victim.waitFor();
        }
    }

    private StoredRun only() {
        return new RunStore(folder)
                .list(problem -> {
                    throw problem;
                })
                .get(0);
    }

    private boolean isAtSomeCheckpoint() {
        Path checkpoint = RunFolder.checkpoint(folder.resolve("tiny-run"));
        return Files.exists(checkpoint) && CheckpointFile.step(checkpoint) > 100;
    }

    private Checkpoint resumed(StoredRun killed) {
        SingleSteps steps = new SingleSteps(GO_ON);
        TrainingSession session = steps.session(RunFolder.open(killed.folder()));
        SessionStatus end = session.ended().join();
        assertThat(end.problem()).isNull();
        Curves curves = session.history().curves();
        assertThat(curves.step()).isSorted().endsWith(killed.step() + GO_ON);
        assertThat(java.util.Arrays.stream(curves.steps()).sum()).isEqualTo((int) (killed.step() + GO_ON));
        return CheckpointFile.read(RunFolder.checkpoint(killed.folder()));
    }
}
