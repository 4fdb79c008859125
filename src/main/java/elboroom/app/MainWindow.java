package elboroom.app;

import elboroom.app.explore.ExploreState;
import elboroom.app.explore.Workspace;
import elboroom.data.Home;
import elboroom.data.InputException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window on the screen, as it was left the last time. Without any model it asks for one first. What it shows is kept every
 * few seconds, as a computer that is shut down does not wait for it to be closed.
 */
final class MainWindow implements AutoCloseable {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;
    /** No more of a lesson than this is played again after a power cut. */
    private static final int KEEP_SECONDS = 5;

    private final Stage stage;
    private final Workspace workspace;
    private final Home home;
    private final WindowStateFile file;
    private final WindowState remembered;
    private final @Nullable Path view;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(MainWindow::keeper);
    private @Nullable Room room;
    private CompletableFuture<?> kept = CompletableFuture.completedFuture(null);

    /**
     * @param stage not shown yet
     * @param remembered see {@link #left}
     * @param view to open in it, or null
     */
    MainWindow(Stage stage, Workspace workspace, Home home, WindowState remembered, @Nullable Path view) {
        this.view = view;
        this.stage = stage;
        this.workspace = workspace;
        this.home = home;
        this.remembered = remembered;
        file = file(home);
        stage.setTitle("ELBO Room");
        stage.getIcons()
                .add(new Image(Objects.requireNonNull(MainWindow.class.getResource("icon.png"))
                        .toExternalForm()));
        reopenOwnModel();
        if (workspace.models().isEmpty()) {
            NoModelView ask =
                    new NoModelView(workspace, home.pretrained(), remembered.dark(), () -> enter(stage.getScene()));
            stage.setScene(new Scene(ask, remembered.width(), remembered.height()));
        } else {
            enter(null);
        }
        place();
        keeper.scheduleWithFixedDelay(
                () -> Platform.runLater(this::keep), KEEP_SECONDS, KEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** What a window of this user was left like the last time; read from the disk. */
    static WindowState left(Home home) {
        return file(home).load();
    }

    private static WindowStateFile file(Home home) {
        return new WindowStateFile(home.user().resolve("window.json"));
    }

    private static Thread keeper(Runnable work) {
        Thread thread = new Thread(work, "window state");
        thread.setDaemon(true);
        return thread;
    }

    /** A model from a folder of the user's own is not in the list before it has been asked for. */
    private void reopenOwnModel() {
        ExploreState explored = remembered.explore();
        if (workspace.models().isEmpty() && explored != null) {
            try {
                workspace.find(explored.model());
            } catch (InputException e) {
                // It is no longer there: there is no model after all.
                return;
            }
        }
    }

    private void enter(@Nullable Scene size) {
        Room entered = new Room(workspace, home, remembered);
        room = entered;
        stage.setScene(
                size == null
                        ? entered.scene(remembered.width(), remembered.height())
                        : entered.scene(size.getWidth(), size.getHeight()));
        if (view != null) {
            entered.views().open(view);
        }
    }

    static Path logs(Home home) {
        return home.user().resolve("logs");
    }

    private void place() {
        // Asked for on the stage, not on its scene alone: some window managers open it at 200×200 otherwise.
        stage.setWidth(remembered.width());
        stage.setHeight(remembered.height());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(remembered.maximised());
        Double x = remembered.x();
        Double y = remembered.y();
        // A screen that was there last time may be gone.
        if (x != null
                && y != null
                && !Screen.getScreensForRectangle(new Rectangle2D(x, y, 64, 64)).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
    }

    /** What the window is built of; null while there is no model. */
    @Nullable
    Room room() {
        return room;
    }

    /** Writes what the window shows now; done when it is on the disk. */
    CompletableFuture<?> keep() {
        Room open = room;
        if (open != null && !keeper.isShutdown()) {
            WindowState state = state(open);
            kept = CompletableFuture.runAsync(() -> file.save(state), keeper);
        }
        return kept;
    }

    /** Ends all threads and remembers the window. */
    @Override
    public void close() {
        Room open = room;
        if (open != null) {
            open.close();
        }
        keep();
        keeper.shutdown();
    }

    /** Done when what {@link #close} found, and a run that was under way, have been saved. */
    CompletableFuture<?> ended() {
        Room closed = room;
        return closed == null ? kept : CompletableFuture.allOf(kept, closed.ended());
    }

    private WindowState state(Room open) {
        return new WindowState(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized(),
                open.shell().darkProperty().get(),
                open.shell().projectorProperty().get(),
                open.settings().threadsProperty().get(),
                open.shell().tabProperty().get(),
                open.explore().state(),
                open.train().setup().setup(),
                open.compare().state(),
                open.lessons().progress(),
                open.recent().all());
    }
}
