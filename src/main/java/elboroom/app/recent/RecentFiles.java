package elboroom.app.recent;

import elboroom.app.concurrent.WorkQueue;
import elboroom.app.recent.Recent.Kind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The models, data and views that were opened lately, the last first. For the thread of the window. */
public final class RecentFiles {
    /** Of each kind. */
    static final int MOST = 8;

    private final WorkQueue worker;
    private final List<Recent> entries = new ArrayList<>();

    /**
     * @param remembered from the last time
     * @param worker asks the disk
     */
    public RecentFiles(List<Recent> remembered, WorkQueue worker) {
        this.worker = worker;
        restore(remembered);
    }

    /** All of them, to be remembered. */
    public List<Recent> all() {
        return List.copyOf(entries);
    }

    /** Paths of one kind. */
    public List<String> paths(Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(Recent::path)
                .toList();
    }

    /** Forgets all of them; the files stay. */
    public void clear() {
        entries.clear();
    }

    /** Puts back what was forgotten, behind what has been opened since. */
    public void restore(List<Recent> forgotten) {
        List<Recent> since = all();
        entries.clear();
        for (List<Recent> part : List.of(forgotten, since)) {
            for (int i = part.size() - 1; i >= 0; i--) {
                add(part.get(i));
            }
        }
    }

    /** Something was opened just now. */
    public void add(Kind kind, Path path) {
        add(new Recent(kind, path.toAbsolutePath().normalize().toString()));
    }

    private void add(Recent entry) {
        entries.remove(entry);
        entries.add(0, entry);
        List<Recent> same =
                entries.stream().filter(each -> each.kind() == entry.kind()).toList();
        if (same.size() > MOST) {
            entries.removeAll(same.subList(MOST, same.size()));
        }
    }

    /** Tells which paths of a kind are gone, once the disk has been asked. */
    public void findGone(Kind kind, Consumer<Set<String>> told) {
        List<String> paths = paths(kind);
        worker.submit(
                "recent " + kind,
                () -> paths.stream().filter(RecentFiles::isGone).collect(Collectors.toSet()),
                told);
    }

    private static boolean isGone(String path) {
        try {
            return !Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return true;
        }
    }
}
