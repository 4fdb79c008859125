package elboroom.train;

import elboroom.data.Catalogue;
import elboroom.data.InputException;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.train.SessionStatus.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A run from data to a stored model in one go: a {@link TrainingSession} that is started and waited for. */
public final class TrainingJob {
    private final Catalogue catalogue;
    private final RunDescription run;
    private final SnapshotPlan snapshots;
    private final Path folder;

    /** @param folder of the model to be, whose last name becomes the model's */
    public TrainingJob(Catalogue catalogue, RunDescription run, SnapshotPlan snapshots, Path folder) {
        this.catalogue = catalogue;
        this.run = run;
        this.snapshots = snapshots;
        this.folder = folder;
    }

    /** What to do with a folder that holds something already. */
    public enum Start {
        /** Refuse if there is a model or an unfinished run. */
        FRESH,
        /** Go on with the unfinished run. */
        RESUME,
        /** Replace whatever is there. */
        OVERWRITE
    }

    /**
     * Runs to the end, or until {@code cancelled}, which leaves a checkpoint.
     *
     * @param listener told where it stands, on another thread
     * @param cancelled asked as often as the listener is told
     * @return the stored model, or nothing if cancelled
     * @throws InputException if the folder or the data are not as needed
     * @throws DivergedException if the loss is no longer finite; a model with the last good weights is then in the folder
     */
    public Optional<StoredModel> run(Start start, Consumer<SessionStatus> listener, BooleanSupplier cancelled) {
        TrainingSession[] session = new TrainingSession[1];
        session[0] = new TrainingSession(catalogue, open(start), snapshots, status -> {
            if (status.state().isMoving()) {
                listener.accept(status);
                if (cancelled.getAsBoolean()) {
                    session[0].closeAndSave();
                }
            }
        });
        session[0].start();
        SessionStatus end = await(session[0]);
        DivergedException divergence = session[0].divergence();
        if (divergence != null) {
            throw divergence;
        }
        if (end.state() == State.FAILED) {
            throw new InputException(String.valueOf(end.problem()));
        }
        return end.state() == State.FINISHED ? Optional.of(ModelStore.read(folder)) : Optional.empty();
    }

    private static SessionStatus await(TrainingSession session) {
        try {
            return session.ended().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("training failed", e.getCause());
        }
    }

    /** Takes possession of the folder, as {@code start} says. */
    public RunFolder open(Start start) {
        Path file = RunFolder.checkpoint(folder);
        if (start == Start.RESUME) {
            if (!Files.exists(file)) {
                throw new InputException(folder + ": nothing to resume here; expected " + file.getFileName()
                        + ", which an interrupted run leaves");
            }
            RunFolder open = RunFolder.open(folder);
            try {
                open.file().run().requireSame(run, folder);
                open.set(open.file().with(run));
                return open;
            } catch (InputException e) {
                open.close();
                throw e;
            }
        }
        if (start == Start.FRESH) {
            if (Files.exists(file)) {
                throw new InputException(folder
                        + ": holds an unfinished run; add --resume to go on with it, or --overwrite to replace it");
            }
            if (Files.exists(StoredModel.network(folder))) {
                throw new InputException(
                        folder + ": holds a model already; choose another folder, or add --overwrite to replace it");
            }
        }
        return RunFolder.create(folder, RunFile.of(run));
    }
}
