package elboroom.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.InputException;
import elboroom.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged runs: each file that a run's folder holds. The list of runs never fails, and never writes beside the folder. */
class RunFuzzTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private RunStore store;
    private StoredRun run;

    @BeforeEach
    void train() {
        store = new RunStore(folder.resolve("runs"));
        TrainingSession session = new TrainingSession(
                TinyRuns.catalogue(), store.create(TinyRuns.run(TinyRuns.plan())), new SnapshotPlan(3), status -> {});
        session.start();
        assertThat(session.ended().join().state()).isEqualTo(SessionStatus.State.FINISHED);
        run = store.list(problem -> {
                    throw problem;
                })
                .get(0);
    }

    @AfterEach
    void nothingIsBeside() throws IOException {
        store.close();
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(folder.resolve("runs"));
        }
    }

    /** What the list shows of the run; the first problem is thrown. */
    private void list() {
        List<InputException> problems = new ArrayList<>();
        for (StoredRun stored : store.list(problems::add)) {
            stored.title();
            stored.history();
            stored.thumbnail();
        }
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }

    private void fuzz(long seed, String name) throws Exception {
        Path file = run.folder().resolve(name);
        Fuzz.run(seed, List.of(Files.readAllBytes(file)), 64 * MEGABYTE, bytes -> {
            Files.write(file, bytes);
            list();
        });
    }

    @Test
    void descriptions() throws Exception {
        fuzz(1, "run.json");
    }

    @Test
    void curves() throws Exception {
        fuzz(2, "history.csv");
    }

    @Test
    void cards() throws Exception {
        fuzz(3, "card.json");
    }

    @Test
    void checkpoints() throws Exception {
        Path file = folder.resolve("runs/checkpoint.npz");
        CheckpointFile.write(TinyRuns.trained(TinyRuns.plan()), file);
        Fuzz.run(4, List.of(Files.readAllBytes(file)), 64 * MEGABYTE, bytes -> {
            Files.write(file, bytes);
            CheckpointFile.step(file);
            CheckpointFile.read(file);
        });
    }

    @Test
    void thumbnails() throws Exception {
        try (Stream<Path> files = Files.list(run.folder())) {
            Path file = files.filter(f -> f.toString().contains("thumb"))
                    .findFirst()
                    .orElseThrow();
            Fuzz.run(5, List.of(Files.readAllBytes(file)), 16 * MEGABYTE, bytes -> {
                Files.write(file, bytes);
                Thumbnail.read(file);
            });
        }
    }

    @Test
    void snapshots() throws Exception {
        Snapshots snapshots = run.snapshots();
        long last = snapshots.whole().get(snapshots.whole().size() - 1);
        for (String name : List.of("%09d.npz".formatted(last), "%09d-moments.npz".formatted(last))) {
            Path file = run.folder().resolve("snapshots").resolve(name);
            byte[] whole = Files.readAllBytes(file);
            Fuzz.run(6, List.of(whole), 64 * MEGABYTE, bytes -> {
                Files.write(file, bytes);
                snapshots.read(last).open(TinyRuns.config()).close();
                snapshots.stateBefore(last);
            });
            Files.write(file, whole);
        }
    }
}
