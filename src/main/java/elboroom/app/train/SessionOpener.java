package elboroom.app.train;

import elboroom.app.concurrent.WorkQueue;
import elboroom.data.Catalogue;
import elboroom.train.RunFolder;
import elboroom.train.SnapshotPlan;
import elboroom.train.TrainingSession;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Opens sessions away from the thread of the window, one at a time: the one before is saved and ended first. */
final class SessionOpener {
    private final Catalogue catalogue;
    private final WorkQueue worker;
    private final Runnable changed;
    private final Runnable ended;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening");
    private @Nullable TrainingSession session;
    private CompletableFuture<?> left = CompletableFuture.completedFuture(null);
    /** Grows whenever a session is left: what is opened by then is not shown any more. */
    private int turn;
    /** Opened last, shown or not; its thread keeps it until it has ended. For the worker alone. */
    private WeakReference<TrainingSession> latest = new WeakReference<>(null);

    private volatile boolean closed;

    /**
     * A session in its folder.
     *
     * @param folder of the run
     * @param session paused
     */
    record Opened(Path folder, TrainingSession session) {}

    /**
     * @param changed told on a session's thread that there is something new in it
     * @param ended told on any thread that a session has ended and saved what it came to, shown or not
     */
    SessionOpener(Catalogue catalogue, WorkQueue worker, Runnable changed, Runnable ended) {
        this.catalogue = catalogue;
        this.worker = worker;
        this.changed = changed;
        this.ended = ended;
    }

    /** Whether one is being opened. */
    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** The session, ended or not; null if there is none. */
    @Nullable
    TrainingSession session() {
        return session;
    }

    /**
     * Leaves the present session and opens another.
     *
     * @param description for the status line
     * @param folder takes possession of the run's folder, on the worker
     * @param delivery gets the session
     */
    void open(String description, Callable<RunFolder> folder, Consumer<Opened> delivery) {
        leave();
        int mine = turn;
        opening.set(true);
        worker.submitNamed(
                "open run",
                description,
                () -> {
                    endLatest();
                    RunFolder taken = folder.call();
                    TrainingSession opened =
                            new TrainingSession(catalogue, taken, SnapshotPlan.AUTO, status -> changed.run());
                    latest = new WeakReference<>(opened);
                    opened.ended().whenComplete((status, failure) -> {
                        if (!closed) {
                            ended.run();
                        }
                    });
                    if (closed) {
                        opened.closeAndSave();
                    }
                    return new Opened(taken.folder(), opened);
                },
                opened -> deliver(opened, mine, delivery),
                () -> {
                    if (mine == turn) {
                        opening.set(false);
                    }
                });
    }

    private void deliver(Opened opened, int mine, Consumer<Opened> delivery) {
        if (mine == turn) {
            opening.set(false);
            session = opened.session();
            delivery.accept(opened);
        } else {
            opened.session().closeAndSave();
            left = CompletableFuture.allOf(left, opened.session().ended());
        }
    }

    /** Its folder may be the one that is wanted; and nobody else ends one that was overtaken before it was shown. */
    private void endLatest() {
        TrainingSession before = latest.get();
        if (before != null) {
            before.closeAndSave();
            before.ended().handle((status, failure) -> status).join();
        }
    }

    /** Has the present session saved and ended, if there is one; done when it has. */
    CompletableFuture<?> leave() {
        turn++;
        opening.set(false);
        TrainingSession now = session;
        session = null;
        if (now != null) {
            now.closeAndSave();
            left = now.ended();
        }
        return left;
    }

    /** The same for good. */
    CompletableFuture<?> close() {
        closed = true;
        return leave();
    }
}
