package elboroom.app;

import elboroom.app.explore.Workspace;
import elboroom.data.Home;
import elboroom.model.layer.LayeredVae;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Starts the window, or the tour, and waits until it is over. The toolkit starts once in the life of a program. */
public final class ElboRoomApp {
    private static final double TOUR_WIDTH = 1280;
    private static final double TOUR_HEIGHT = 800;

    private final Home home;
    private final Function<Home, Workspace> workspaces;

    public ElboRoomApp(Home home) {
        this(home, StoredWorkspace::new);
    }

    /** @param workspaces finds models and data; called on the thread of the window */
    ElboRoomApp(Home home, Function<Home, Workspace> workspaces) {
        this.home = home;
        this.workspaces = workspaces;
    }

    /**
     * Opens the window and returns when it has been closed.
     *
     * @throws NoDisplayException if the toolkit cannot start; it cannot be started again in this process
     */
    public void open() {
        run(this::show);
    }

    /**
     * Walks through all tabs without anybody and writes a picture of each state. Needs no display if the system properties
     * for one that is not there were set before the toolkit started.
     *
     * @param folder for the pictures
     * @return the pictures, in the order of the tour
     */
    public List<Path> tour(Path folder) {
        return run(end -> tour(folder, end));
    }

    /**
     * Opens the window, measures how quick it is, and closes it.
     *
     * @param moves of the pointer to measure; 0 measures the start only
     */
    public WindowFigures measure(int moves) {
        return run(end -> measure(moves, end));
    }

    private void measure(int moves, CompletableFuture<WindowFigures> end) {
        Room room = new Room(workspaces.apply(home), home, WindowState.INITIAL);
        Stage stage = new Stage();
        Scene scene = room.scene(TOUR_WIDTH, TOUR_HEIGHT);
        stage.setScene(scene);
        stage.show();
        new WindowStopwatch(room, scene, moves, figures -> {
                    room.close();
                    stage.hide();
                    end.complete(figures);
                })
                .start();
    }

    private static <T> T run(Consumer<CompletableFuture<T>> start) {
        CompletableFuture<T> end = new CompletableFuture<>();
        startToolkit(() -> {
            try {
                start.accept(end);
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
        try {
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            Platform.exit();
        }
    }

    private static void startToolkit(Runnable first) {
        LayeredVae.loadNativeCode();
        try {
            PulseRate.raise();
            Platform.startup(first);
        } catch (RuntimeException | LinkageError e) {
            // UnsupportedOperationException where there is no display, LinkageError where its libraries are missing.
            throw new NoDisplayException(e);
        }
    }

    private void show(CompletableFuture<Void> end) {
        Stage stage = new Stage();
        MainWindow window = new MainWindow(stage, workspaces.apply(home), home);
        stage.setOnHidden(event -> {
            window.close();
            end.complete(null);
        });
        stage.show();
    }

    private void tour(Path folder, CompletableFuture<List<Path>> end) {
        Room room = new Room(workspaces.apply(home), home, WindowState.INITIAL);
        Stage stage = new Stage();
        Scene scene = room.scene(TOUR_WIDTH, TOUR_HEIGHT);
        stage.setScene(scene);
        stage.show();
        new Tour(room, scene, folder).start((pictures, failure) -> {
            room.close();
            stage.hide();
            if (failure == null) {
                end.complete(pictures);
            } else {
                end.completeExceptionally(failure);
            }
        });
    }
}
