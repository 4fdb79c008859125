package elboroom.train;

import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.data.InputException;

/**
 * What a run is of: stored beside its checkpoint, so that it is resumed as what it was.
 *
 * @param dataset id of the catalogue entry, such as {@code mnist}
 * @param images train on this many of its first images, 0 for all
 * @param title of the model to be
 * @param plan network, objective and duration
 */
public record RunDescription(String dataset, int images, String title, TrainingPlan plan) {
    public RunDescription {
        if (images < 0) {
            throw new InputException("images: must be 1 or more, or 0 for all, not " + images);
        }
    }

    ImageSet trainingImages(Catalogue catalogue) {
        ImageSet all = catalogue.open(catalogue.dataset(dataset).trainId());
        return images == 0 || images >= all.size() ? all : all.first(images);
    }

    /** All that must stay when it is gone on with: the number of epochs and the title may change. */
    private String essence() {
        String length = plan.betaSchedule().dependsOnLength() ? ", %d epochs".formatted(plan.epochs()) : "";
        return "data %s (%s images), %s, beta schedule %s, batch %d, learning rate %s%s"
                .formatted(
                        dataset,
                        images == 0 ? "all" : images,
                        plan.config(),
                        plan.betaSchedule(),
                        plan.batch(),
                        plan.learningRate(),
                        length);
    }

    /**
     * Refuses to go on with this run as with another one.
     *
     * @param where this one is, for the message
     * @throws InputException if they differ in more than title and number of epochs
     */
    void requireSame(RunDescription other, Object where) {
        if (!essence().equals(other.essence())) {
            throw new InputException("%s: its run is of another kind; it is: %s; asked for now: %s"
                    .formatted(where, essence(), other.essence()));
        }
    }

    /** The same under another title. */
    public RunDescription titled(String newTitle) {
        return new RunDescription(dataset, images, newTitle, plan);
    }

    /** The same but for what is to make it better. */
    public RunDescription with(Trouble.Remedy remedy) {
        return new RunDescription(dataset, images, title, plan.with(remedy.setting(), remedy.value()));
    }
}
