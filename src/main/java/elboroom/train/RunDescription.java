package elboroom.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import elboroom.data.AtomicFiles;
import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a run is of: stored beside its checkpoint, so that it is resumed as what it was.
 *
 * @param dataset id of the catalogue entry, such as {@code mnist}
 * @param images train on this many of its first images, 0 for all
 * @param title of the model to be
 * @param plan network, objective and duration
 */
public record RunDescription(String dataset, int images, String title, TrainingPlan plan) {
    private static final String FILE = "run.json";

    public RunDescription {
        if (images < 0) {
            throw new InputException("images: must be 1 or more, or 0 for all, not " + images);
        }
    }

    ImageSet trainingImages(Catalogue catalogue) {
        ImageSet all = catalogue.open(catalogue.dataset(dataset).trainId());
        return images == 0 || images >= all.size() ? all : all.first(images);
    }

    /** All but the number of epochs, which may grow, and the title. */
    private String essence() {
        return "data %s (%s images), %s, beta schedule %s, batch %d, learning rate %s"
                .formatted(
                        dataset,
                        images == 0 ? "all" : images,
                        plan.config(),
                        plan.betaSchedule(),
                        plan.batch(),
                        plan.learningRate());
    }

    void write(Path folder) {
        AtomicFiles.write(
                folder.resolve(FILE),
                out -> out.write(new ObjectMapper().writeValueAsBytes(new Stored(essence(), plan.epochs()))));
    }

    /** Refuses to go on with the run in {@code folder} unless it is this one. */
    void requireSameAsIn(Path folder) {
        Path file = file(folder);
        try {
            Stored stored = new ObjectMapper().readValue(file.toFile(), Stored.class);
            if (!essence().equals(stored.essence())) {
                throw new InputException("%s: its unfinished run is of another kind; it was: %s; asked for now: %s"
                        .formatted(folder, stored.essence(), essence()));
            }
        } catch (JsonProcessingException e) {
            throw new InputException(file + ": not a right description of a run: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where the description of the run in a folder is. */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    private record Stored(String essence, int epochs) {}
}
