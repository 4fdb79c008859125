package elboroom.app.lessons;

import elboroom.app.concurrent.WorkQueue;
import elboroom.lesson.Lessons;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The lessons there are, read when somebody first looks. For the thread of the window. */
final class LessonList {
    private final Path folder;
    private final WorkQueue worker;
    private final ReadOnlyObjectWrapper<Lessons> lessons =
            new ReadOnlyObjectWrapper<>(this, "lessons", new Lessons(List.of(), List.of()));
    private boolean asked;

    /**
     * @param folder where lessons of one's own are looked for; need not exist
     * @param worker reads them
     */
    LessonList(Path folder, WorkQueue worker) {
        this.folder = folder;
        this.worker = worker;
    }

    /** None before they have been read. */
    ReadOnlyObjectProperty<Lessons> lessonsProperty() {
        return lessons.getReadOnlyProperty();
    }

    /** Where lessons of one's own are looked for. */
    Path folder() {
        return folder;
    }

    /** Those on the disk now; on any thread. */
    Lessons read() {
        return Lessons.read(folder);
    }

    /** Reads the lessons if they have not been. */
    void show(boolean on) {
        if (on && !asked) {
            reload();
        }
    }

    /** Reads the lessons anew. */
    void reload() {
        asked = true;
        worker.submitNamed("lessons", "reading lessons", this::read, lessons::set);
    }
}
