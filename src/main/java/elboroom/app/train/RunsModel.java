package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.InputException;
import elboroom.raster.ColourMap;
import elboroom.raster.MosaicRaster;
import elboroom.raster.Picture;
import elboroom.train.RunStore;
import elboroom.train.StoredRun;
import elboroom.train.Thumbnail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The runs that were kept, as a list: opened, renamed, compared, exported, deleted and brought back. */
public final class RunsModel {
    private final Catalogue catalogue;
    private final RunStore store;
    private final WorkQueue worker;
    private final Consumer<String> messages;
    private final Consumer<StoredRun> opener;
    private final ReadOnlyObjectWrapper<List<StoredRun>> runs = new ReadOnlyObjectWrapper<>(this, "runs", List.of());
    private final ReadOnlyObjectWrapper<Map<Path, Picture>> thumbnails =
            new ReadOnlyObjectWrapper<>(this, "thumbnails", Map.of());
    private final Deletions deletions;
    private final Comparisons comparisons;

    /**
     * @param worker does what has to do with the disk
     * @param messages told what the user has to know
     * @param shown the run that is shown; null for none
     * @param opener shows a run
     */
    RunsModel(
            Catalogue catalogue,
            RunStore store,
            WorkQueue worker,
            Consumer<String> messages,
            ReadOnlyObjectProperty<@Nullable RunMatter> shown,
            Consumer<StoredRun> opener) {
        this.catalogue = catalogue;
        this.store = store;
        this.worker = worker;
        this.messages = messages;
        this.opener = opener;
        deletions = new Deletions(store, worker, this::refresh);
        comparisons = new Comparisons(worker, shown);
    }

    // ---- what there is to see ----

    /** The newest first. */
    public ReadOnlyObjectProperty<List<StoredRun>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /** What each run's newest model decodes around the middle of the prior, by folder; of those that have been drawn. */
    public ReadOnlyObjectProperty<Map<Path, Picture>> thumbnailsProperty() {
        return thumbnails.getReadOnlyProperty();
    }

    /** The runs that are laid over the one that is shown. */
    public Comparisons comparisons() {
        return comparisons;
    }

    /** The runs that were deleted and can be brought back. */
    public Deletions deletions() {
        return deletions;
    }

    /** Name of a data set for people. */
    public String datasetTitle(StoredRun run) {
        String id = run.file().run().dataset();
        return catalogue.find(id).map(Dataset::title).orElse(id + " (no longer there)");
    }

    // ---- commands ----

    /** Looks at the disk again. */
    public void refresh() {
        refresh(list -> {});
    }

    /** @param then told what there is */
    void refresh(Consumer<List<StoredRun>> then) {
        worker.submit(
                "runs",
                () -> {
                    List<String> problems = new ArrayList<>();
                    List<StoredRun> list = store.list(problem -> problems.add(String.valueOf(problem.getMessage())));
                    return new Listing(list, problems);
                },
                listing -> {
                    listing.problems().stream().findFirst().ifPresent(messages);
                    runs.set(listing.runs());
                    drawThumbnails(listing.runs());
                    comparisons.follow(listing.runs());
                    then.accept(listing.runs());
                });
    }

    private record Listing(List<StoredRun> runs, List<String> problems) {}

    private void drawThumbnails(List<StoredRun> list) {
        worker.submit(
                "thumbnails",
                () -> {
                    Map<Path, Picture> pictures = new HashMap<>();
                    for (StoredRun run : list) {
                        thumbnail(run).ifPresent(picture -> pictures.put(run.folder(), picture));
                    }
                    return pictures;
                },
                thumbnails::set);
    }

    private static Optional<Picture> thumbnail(StoredRun run) {
        try {
            return run.thumbnail().map(RunsModel::picture);
        } catch (InputException e) {
            // A damaged picture is no reason to complain: the run itself is as good as before.
            return Optional.empty();
        }
    }

    private static Picture picture(Thumbnail thumbnail) {
        float[] pixels = new float[thumbnail.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (thumbnail.pixels()[i] & 0xff) / 255f;
        }
        int side = thumbnail.side();
        return MosaicRaster.tile(
                pixels, side, side, thumbnail.shape().width(), thumbnail.shape().height(), ColourMap.GREY);
    }

    /** Shows a run, if the data that it is trained on is there. */
    public void open(StoredRun run) {
        if (dataset(run).isPresent()) {
            opener.accept(run);
        }
    }

    /**
     * Shows the run in a folder, if it is still there once the disk has been looked at.
     *
     * @param beside folders of the runs that are laid over it; no others are
     * @param then told once it is shown, or else cannot be
     */
    void open(String folder, List<String> beside, Runnable then) {
        refresh(list -> {
            for (StoredRun run : list) {
                String name = String.valueOf(run.folder().getFileName());
                if (name.equals(folder)) {
                    open(run);
                }
                if (beside.contains(name) != comparisons.contains(run)) {
                    compare(run, beside.contains(name));
                }
            }
            then.run();
        });
    }

    /** @throws InputException if there is no run in such a folder */
    void requireRun(String folder) {
        boolean known = runs.get().stream()
                .anyMatch(run -> String.valueOf(run.folder().getFileName()).equals(folder));
        if (!known && !store.holds(folder)) {
            throw new InputException("run '%s': not among the runs of this computer; expected its folder in %s"
                    .formatted(folder, store.folder()));
        }
    }

    private Optional<Dataset> dataset(StoredRun run) {
        String id = run.file().run().dataset();
        Optional<Dataset> found = catalogue.find(id);
        if (found.isEmpty()) {
            messages.accept("“%s” was trained on data that is no longer there (%s): open that data again first"
                    .formatted(run.title(), id));
        }
        return found;
    }

    /** Gives a run another title; an empty one is no title. */
    public void rename(StoredRun run, String title) {
        if (!title.isBlank() && !title.strip().equals(run.title()) && isFree(run, "renamed")) {
            worker.submitNamed(
                    "rename " + run.name(),
                    "renaming " + run.title(),
                    () -> {
                        store.rename(run, title.strip());
                        return run;
                    },
                    done -> refresh(),
                    this::refresh);
        }
    }

    private boolean isFree(StoredRun run, String wanted) {
        boolean free = run.state() != StoredRun.State.RUNNING;
        if (!free) {
            messages.accept("“%s” is under way: stop it first, then it can be %s".formatted(run.title(), wanted));
        }
        return free;
    }

    /** Lays a run's test losses over those of the run that is shown, or no longer. */
    public void compare(StoredRun run, boolean on) {
        if (on) {
            dataset(run)
                    .ifPresent(set -> comparisons.add(
                            run, new RunMatter(run.folder(), run.file().run(), set)));
        } else {
            comparisons.remove(run);
        }
    }

    /** Copies a run's model to a folder of its own, as those that come along are. */
    public void export(StoredRun run, Path folder) {
        worker.submitNamed(
                "export " + folder,
                "exporting " + run.title(),
                () -> {
                    store.export(run, folder);
                    return folder;
                },
                done -> messages.accept("“%s” was exported to %s".formatted(run.title(), done)));
    }

    /** Deletes a run; see {@link #deletions}. */
    public void delete(StoredRun run) {
        if (isFree(run, "deleted")) {
            deletions.delete(run);
        }
    }
}
