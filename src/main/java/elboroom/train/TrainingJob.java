package elboroom.train;

import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run from data to a stored model: trains with checkpoints in the model's folder, evaluates on the test split, and writes
 * the model with its card. Interrupted at any moment, it loses at most the last {@link #SECONDS_BETWEEN_CHECKPOINTS}.
 */
public final class TrainingJob {
    private static final double SECONDS_BETWEEN_CHECKPOINTS = 20;
    private static final String CHECKPOINT = "checkpoint.npz";

    private final Catalogue catalogue;
    private final RunDescription run;
    private final Path folder;

    /** @param folder of the model to be, whose last name becomes the model's */
    public TrainingJob(Catalogue catalogue, RunDescription run, Path folder) {
        this.catalogue = catalogue;
        this.run = run;
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
     * @param listener told of every step, on this thread
     * @return the stored model, or nothing if cancelled
     * @throws InputException if the folder or the data are not as needed
     * @throws DivergedException if the loss is no longer finite; a model with the last good weights is then in the folder
     */
    public Optional<StoredModel> run(Start start, Consumer<TrainingProgress> listener, BooleanSupplier cancelled) {
        Checkpoint checkpoint = prepare(start);
        ImageSet images = run.trainingImages(catalogue);
        try (Trainer trainer = new Trainer(run.plan(), images, checkpoint)) {
            run.write(folder);
            DivergedException diverged = null;
            try {
                if (!trainer.run(checkpointing(trainer, listener), cancelled)) {
                    CheckpointFile.write(trainer.checkpoint(), folder.resolve(CHECKPOINT));
                    return Optional.empty();
                }
            } catch (DivergedException e) {
                diverged = e;
            }
            ImageSet test = catalogue.open(catalogue.dataset(run.dataset()).testId());
            RunFile file = new RunFile(run, List.of(), null, "");
            StoredModel model = new ModelOfRun(catalogue, folder, file, diverged).store(trainer, images, test);
            delete(folder.resolve(CHECKPOINT));
            delete(RunDescription.file(folder));
            if (diverged != null) {
                throw diverged;
            }
            return Optional.of(model);
        }
    }

    private @Nullable Checkpoint prepare(Start start) {
        Path file = folder.resolve(CHECKPOINT);
        if (start == Start.RESUME) {
            if (!Files.exists(file)) {
                throw new InputException(folder + ": nothing to resume here; expected " + CHECKPOINT
                        + ", which an interrupted run leaves");
            }
            run.requireSameAsIn(folder);
            return CheckpointFile.read(file);
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
        // Another run's checkpoint must not be there when this one's description is.
        delete(file);
        return null;
    }

    private Consumer<TrainingProgress> checkpointing(Trainer trainer, Consumer<TrainingProgress> listener) {
        double[] last = {trainer.checkpoint().seconds()};
        return progress -> {
            listener.accept(progress);
            if (trainer.seconds() - last[0] > SECONDS_BETWEEN_CHECKPOINTS && progress.step() < progress.steps()) {
                last[0] = trainer.seconds();
                CheckpointFile.write(trainer.checkpoint(), folder.resolve(CHECKPOINT));
            }
        };
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be deleted: " + e.getMessage(), e);
        }
    }
}
