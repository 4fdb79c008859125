package elboroom.app.settings;

import elboroom.app.ShellModel;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.recent.Recent;
import elboroom.app.recent.RecentFiles;
import elboroom.data.Home;
import elboroom.data.Processors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** The settings without their looks. For the thread of the window. */
public final class SettingsModel {
    private final Home home;
    private final ShellModel shell;
    private final RecentFiles recent;
    private final CopiesModel copies;
    private final WorkQueue worker;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final IntegerProperty threads = new SimpleIntegerProperty(this, "threads");
    private final ReadOnlyIntegerWrapper remembered = new ReadOnlyIntegerWrapper(this, "remembered");
    private final ReadOnlyObjectWrapper<List<Recent>> forgotten =
            new ReadOnlyObjectWrapper<>(this, "forgotten", List.of());

    /** @param worker does what has to do with the disk */
    public SettingsModel(Home home, ShellModel shell, RecentFiles recent, CopiesModel copies, WorkQueue worker) {
        this.home = home;
        this.shell = shell;
        this.recent = recent;
        this.copies = copies;
        this.worker = worker;
        threads.set(Processors.limit());
        threads.addListener((observable, was, is) -> Processors.limit(is.intValue()));
        shown.addListener((observable, was, is) -> {
            if (is) {
                remembered.set(recent.all().size());
                forgotten.set(List.of());
                copies.refresh();
            }
        });
    }

    /** Whether they are seen. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Theme and projector mode are there. */
    public ShellModel shell() {
        return shell;
    }

    /** How many threads may compute, of models opened and runs begun from now on; 0 for as many as there are processors. */
    public IntegerProperty threadsProperty() {
        return threads;
    }

    public CopiesModel copies() {
        return copies;
    }

    /** How many files that were opened lately are remembered. */
    public ReadOnlyIntegerProperty rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }

    /** The files that were forgotten while the settings have been open; they can be brought back. */
    public ReadOnlyObjectProperty<List<Recent>> forgottenProperty() {
        return forgotten.getReadOnlyProperty();
    }

    /** Where things are, by what they are. */
    public Map<String, Path> folders() {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("Runs and their models", home.user().resolve("runs"));
        folders.put("Models that come along", home.pretrained());
        folders.put("Lessons of your own", home.user().resolve("lessons"));
        folders.put("Settings, copies and log", home.user());
        return folders;
    }

    // ---- commands ----

    /** Forgets which files were opened lately; the files stay. */
    public void forgetRecent() {
        forgotten.set(recent.all());
        recent.clear();
        remembered.set(0);
    }

    /** Remembers them again. */
    public void rememberRecent() {
        recent.restore(forgotten.get());
        forgotten.set(List.of());
        remembered.set(recent.all().size());
    }

    /** Shows a folder in the system's own program. */
    public void open(Path folder) {
        worker.submit(
                "open folder",
                () -> {
                    FolderOpener.open(folder, System.getProperty("os.name", ""));
                    return folder;
                },
                opened -> {});
    }
}
