package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.train.StoredRun.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that trains one small run after the other, and finishes what an earlier one left, is killed at random moments: while
 * it trains, writes, or does neither. The number of kills is that of the system property {@code kills}, or a few.
 */
class KillsTest {
    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int LATEST_MILLIS = 300;
    private static final int RUNS_OF_EACH = 3;
    private static final int MOST_LINES = 6;
    private static final String BEGUN = "begun ";
    private static final String FINISHED = "finished ";

    @TempDir
    Path folder;

    private Path runs;
    private byte[] expected;

    private static TrainingPlan plan() {
        return new TrainingPlan(TinyRuns.config(), 10, 32, 1e-2);
    }

    /** The program; its arguments are the folder, and how many runs it begins. */
    public static final class Victim {
        public static void main(String[] arguments) {
            System.out.println("ready");
            RunStore store = new RunStore(Path.of(arguments[0]));
            for (StoredRun run : store.list(KillsTest::fail)) {
                if (run.state() == State.INTERRUPTED) {
                    finish(RunFolder.open(run.folder()));
                }
            }
            for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
                finish(store.create(TinyRuns.run(plan())));
            }
        }
    }

    private static void fail(RuntimeException problem) {
        throw problem;
    }

    /** As fast as it can, with a checkpoint whenever there is time for one: much to be caught at. */
    private static void finish(RunFolder run) {
        Path name = run.folder().getFileName();
        System.out.println(BEGUN + name);
        TrainingSession session =
                new TrainingSession(TinyRuns.catalogue(), run, SnapshotPlan.AUTO, new Pace(0, 0.5, 0, 0), status -> {});
        session.start();
        SessionStatus end = session.ended().join();
        if (end.state() != SessionStatus.State.FINISHED) {
            throw new IllegalStateException(name + ": " + end);
        }
        System.out.println(FINISHED + name);
    }

    /** What every run of these must end with, killed or not: the same network gives the same file. */
    @BeforeEach
    void trainOneInPeace() throws IOException {
        Path peace = folder.resolve("peace");
        finish(new RunStore(peace).create(TinyRuns.run(plan())));
        expected = Files.readAllBytes(peace.resolve("tiny-run/model.zip"));
        runs = folder.resolve("runs");
    }

    @Test
    @Timeout(60 + 30 * 200)
    void noFinishedRunIsLostAndTheOthersAreFinishedByTheNext() throws Exception {
        Random random = new Random(1);
        List<String> finished = new ArrayList<>();
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process victim = ChildJvm.start(Victim.class, runs, 1000);
            finished.addAll(finishedUntilKilled(victim, random));
            interrupted += assertNothingLost(finished) > 0 ? 1 : 0;
        }
        // Those that were under way are finished by a program that nobody kills.
        Process last = ChildJvm.start(Victim.class, runs, 0);
        String said = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(last.waitFor()).as(said).isZero();
        assertThat(assertNothingLost(finished)).isZero();
        assertThat(finished.size() + interrupted).isPositive();
        System.out.printf(
                "%d kills: %d runs finished, a run under way after %d of the kills%n",
                KILLS, finished.size(), interrupted);
    }

    /** After some of its lines, and then some time: at any moment of a run, whatever else the computer does. */
    private static List<String> finishedUntilKilled(Process victim, Random random)
            throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            for (int lines = 1 + random.nextInt(MOST_LINES); lines > 0; lines--) {
                said.add(out.readLine());
            }
            assertThat(victim.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS))
                    .as("%s", said)
                    .isFalse();
            // By its handle: the process would close the stream that is still to be read.
            victim.toHandle().destroyForcibly();
            victim.waitFor();
            out.lines().forEach(said::add);
        }
        return finished(said);
    }

    private static List<String> finished(List<String> said) {
        assertThat(said).isNotEmpty().allMatch(line -> line.matches("ready|(begun|finished) tiny-run(-\\d+)?"));
        return said.stream()
                .filter(line -> line.startsWith(FINISHED))
                .map(line -> line.substring(FINISHED.length()))
                .toList();
    }

    /** @return how many runs are not finished */
    private int assertNothingLost(List<String> finished) throws IOException {
        List<StoredRun> stored = new RunStore(runs).list(KillsTest::fail);
        assertThat(stored).extracting(StoredRun::name).containsAll(finished);
        int unfinished = 0;
        for (StoredRun run : stored) {
            if (run.state() == State.FINISHED) {
                assertThat(Files.readAllBytes(run.folder().resolve("model.zip")))
                        .as(run.name())
                        .isEqualTo(expected);
            } else {
                assertThat(run.state()).isEqualTo(State.INTERRUPTED);
                assertThat(finished).doesNotContain(run.name());
                unfinished++;
            }
        }
        return unfinished;
    }

    @Test
    @Timeout(240)
    void twoProgramsAtOnceKeepOutOfEachOthersWay() throws Exception {
        Process one = ChildJvm.start(Victim.class, runs, RUNS_OF_EACH);
        Process two = ChildJvm.start(Victim.class, runs, RUNS_OF_EACH);
        List<String> finished = new ArrayList<>();
        for (Process program : List.of(one, two)) {
            String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor()).as(said).isZero();
            finished.addAll(finished(said.lines().toList()));
        }
        assertThat(finished).hasSize(2 * RUNS_OF_EACH).doesNotHaveDuplicates();
        assertThat(assertNothingLost(finished)).isZero();
    }
}
