package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.train.StoredRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The runs that were chosen to be laid over the one that is shown. A run that is shown itself stays chosen, but is not
 * laid over itself. For the thread of the window.
 */
public final class Comparisons {
    private final WorkQueue worker;
    private final ReadOnlyObjectProperty<@Nullable RunMatter> shown;
    private final Map<Path, RunData> chosen = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<RunData>> drawn = new ReadOnlyObjectWrapper<>(this, "drawn", List.of());

    /**
     * @param worker does what has to do with the disk
     * @param shown the run that the others are laid over
     */
    Comparisons(WorkQueue worker, ReadOnlyObjectProperty<@Nullable RunMatter> shown) {
        this.worker = worker;
        this.shown = shown;
        shown.addListener(observable -> draw());
    }

    /** Curves of the runs that are laid over those of the one that is shown. */
    public ReadOnlyObjectProperty<List<RunData>> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** The run that they are laid over; null for none. */
    ReadOnlyObjectProperty<@Nullable RunMatter> shownProperty() {
        return shown;
    }

    /** Whether it was chosen. */
    boolean contains(StoredRun run) {
        return chosen.containsKey(run.folder());
    }

    /** Whether it is the one that the others are laid over. */
    boolean isShown(StoredRun run) {
        return isShown(run.folder());
    }

    private boolean isShown(Path folder) {
        RunMatter matter = shown.get();
        return matter != null && matter.folder().equals(folder);
    }

    /** Folders of the runs that were chosen, by name. */
    List<String> folders() {
        return chosen.keySet().stream()
                .map(folder -> String.valueOf(folder.getFileName()))
                .sorted()
                .toList();
    }

    void remove(StoredRun run) {
        chosen.remove(run.folder());
        draw();
    }

    /** Adds a run once its curves are read. */
    void add(StoredRun run, RunMatter matter) {
        worker.submitNamed(
                "compare " + run.name(),
                "reading the curves of " + run.title(),
                () -> RunData.of(matter, run.history(), run.file().changes(), run.trouble()),
                data -> {
                    chosen.put(run.folder(), data);
                    draw();
                });
    }

    /** Takes note of what the store says: what is chosen goes by its present title, and goes with its run. */
    void follow(List<StoredRun> kept) {
        Map<Path, String> titles = kept.stream().collect(Collectors.toMap(StoredRun::folder, StoredRun::title));
        chosen.keySet().retainAll(titles.keySet());
        chosen.replaceAll((folder, data) -> {
            String title = titles.getOrDefault(folder, data.title());
            return title.equals(data.title()) ? data : data.titled(title);
        });
        draw();
    }

    private void draw() {
        List<RunData> now = chosen.entrySet().stream()
                .filter(entry -> !isShown(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!sameAs(now)) {
            drawn.set(now);
        }
    }

    /** By identity: equality of curves would compare every point. */
    private boolean sameAs(List<RunData> now) {
        List<RunData> before = drawn.get();
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (before.get(i) != now.get(i)) {
                return false;
            }
        }
        return true;
    }
}
