package elboroom.train;

import elboroom.model.StoredModel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run as it lies in the store.
 *
 * @param folder where
 * @param file what it is
 * @param state what can be done with it
 * @param model that it came to; null if there is none yet
 */
public record StoredRun(
        Path folder, RunFile file, State state, @Nullable StoredModel model) {
    /** What a stored run is up to. */
    public enum State {
        /** Done; it can be continued from any of its snapshots. */
        FINISHED,
        /** Not done, and nobody is at it: it can be gone on with, exactly as if it had not stopped. */
        INTERRUPTED,
        /** A session has it now, in this window or another. */
        RUNNING
    }

    /** Its title, for people. */
    public String title() {
        return file.run().title();
    }

    /** Name of its folder. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }
}
