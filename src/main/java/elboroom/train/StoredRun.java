package elboroom.train;

import elboroom.model.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as it lies in the store.
 *
 * @param folder where
 * @param file what it is
 * @param state what can be done with it
 * @param step steps that it has come, as far as they are saved
 * @param model that it came to; null if there is none yet
 */
public record StoredRun(
        Path folder,
        RunFile file,
        State state,
        long step,
        @Nullable StoredModel model) {
    /** What a stored run is up to. */
    public enum State {
        /** Done; it can be continued from any of its snapshots. */
        FINISHED,
        /** It has a model and can be gone on with: it was stopped, or it diverged. */
        STOPPED,
        /** Not done, and nobody is at it: it can be gone on with, exactly as if it had not stopped. */
        INTERRUPTED,
        /** A session has it now, in this window or another. */
        RUNNING
    }

    /** What it came to, such as that it diverged; null if it did well, is under way or may yet do well. */
    public @Nullable Trouble trouble() {
        return state == State.RUNNING ? null : file.trouble();
    }

    /** Whether it ended with a loss that was no longer a finite number. */
    public boolean diverged() {
        Trouble trouble = trouble();
        return trouble != null && trouble.diverged();
    }

    /** Its title, for people. */
    public String title() {
        return file.run().title();
    }

    /** Name of its folder. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The models kept on the way; looks into the folder. */
    public Snapshots snapshots() {
        Snapshots snapshots = Snapshots.of(folder, file.run().plan());
        snapshots.load();
        return snapshots;
    }

    /**
     * The curves; reads the file.
     *
     * @throws elboroom.data.InputException if it is wrong
     */
    public RunHistory history() {
        RunHistory history = new RunHistory(file.run().plan().config().latentSize());
        Path csv = RunFolder.history(folder);
        if (Files.exists(csv)) {
            HistoryFile.read(csv, history, Long.MAX_VALUE);
        }
        return history;
    }

    /** The curves as CSV, to be copied elsewhere. */
    public Path historyFile() {
        return RunFolder.history(folder);
    }

    /**
     * A small picture, if there is one; reads the file.
     *
     * @throws elboroom.data.InputException if it is wrong
     */
    public Optional<Thumbnail> thumbnail() {
        return Thumbnail.read(RunFolder.thumbnail(folder));
    }
}
