package elboroom.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.concurrent.Updates;
import elboroom.app.concurrent.WorkQueue;
import elboroom.data.Catalogue;
import elboroom.train.RunFolder;
import elboroom.train.RunStore;
import elboroom.train.StoredRun;
import elboroom.train.TinyRuns;
import elboroom.train.TrainingSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of a small network, opened one upon the other. */
final class SessionOpenerTest {
    private final Updates ui = new Updates();
    private final List<Throwable> failures = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void ofTwoThatAreAskedForAtOnceOneIsLeftAndTheOthersFolderIsFree() {
        RunStore store = new RunStore(folder);
        List<SessionOpener.Opened> shown = new ArrayList<>();
        try (WorkQueue worker = new WorkQueue("runs", ui, failures::add)) {
            AtomicInteger ended = new AtomicInteger();
            SessionOpener opener =
                    new SessionOpener(catalogue(), worker, () -> {}, () -> ui.execute(ended::incrementAndGet));
            CompletableFuture<RunFolder> made = new CompletableFuture<>();
            opener.open(
                    "first",
                    () -> {
                        made.complete(store.create(TinyRuns.run()));
                        return made.join();
                    },
                    shown::add);
            made.join();
            opener.open("second", () -> store.create(TinyRuns.run()), shown::add);
            // The one that was never shown is told of, too.
            ui.settle(() ->
                    !opener.openingProperty().get() && worker.idleProperty().get() && ended.get() == 1);
            assertThat(shown).hasSize(1);
            TrainingSession session = Objects.requireNonNull(opener.session());
            assertThat(session).isSameAs(shown.get(0).session());
            for (StoredRun run : store.list(failures::add)) {
                if (!run.folder().equals(session.folder())) {
                    try (RunFolder free = RunFolder.open(run.folder())) {
                        assertThat(free.folder()).isEqualTo(run.folder());
                    }
                }
            }
            opener.close().join();
            assertThat(session.ended()).isDone();
        }
        assertThat(failures).isEmpty();
    }

    private static Catalogue catalogue() {
        Catalogue catalogue = new Catalogue(Path.of("assets"));
        catalogue.put(TinyRuns.source());
        return catalogue;
    }
}
