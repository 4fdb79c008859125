package elboroom.app;

import elboroom.app.explore.Workspace;
import elboroom.data.Home;
import elboroom.model.layer.LayeredVae;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Starts the window, or the tour, and waits until it is over. The toolkit starts once in the life of a program. */
public final class ElboRoomApp {
    private static final double TOUR_WIDTH = 1280;
    private static final double TOUR_HEIGHT = 800;
    /** A run is saved within a second or two; nobody waits for a disk that has stopped to answer. */
    private static final long SAVING_SECONDS = 20;

    private final Home home;
    private final Function<Home, Workspace> workspaces;

    public ElboRoomApp(Home home) {
        this(home, StoredWorkspace::new);
    }

    /** @param workspaces finds models and data; called on a thread of its own while the toolkit starts */
    ElboRoomApp(Home home, Function<Home, Workspace> workspaces) {
        this.home = home;
        this.workspaces = workspaces;
    }

    /**
     * Opens the window and returns when it has been closed.
     *
     * @param view to open in it; null for what it showed the last time
     * @throws NoDisplayException if the toolkit cannot start; it cannot be started again in this process
     */
    public void open(@Nullable Path view) {
        run((Workspace workspace, CompletableFuture<Void> end) -> show(workspace, view, end));
    }

    /**
     * Walks through all tabs without anybody and writes a picture of each state. Needs no display if the system properties
     * for one that is not there were set before the toolkit started.
     *
     * @param folder for the pictures
     * @param tab id of the only tab to walk through; null for all
     * @return the pictures, in the order of the tour
     */
    public List<Path> tour(Path folder, @Nullable String tab) {
        return run((workspace, end) -> tour(workspace, folder, tab, end));
    }

    /**
     * Opens the window, measures how quick it is, and closes it.
     *
     * @param moves of the pointer to measure; 0 measures the start only
     * @param model to move it over; null for the one that the window opens with
     */
    public WindowFigures measure(int moves, @Nullable String model) {
        return run((workspace, end) -> measure(workspace, moves, model, end));
    }

    /** Opens the window, shows each tab in it, and closes it. */
    public void openEachTab() {
        this.<Boolean>run((workspace, end) -> {
            Room room = new Room(workspace, home, WindowState.INITIAL);
            Stage stage = new Stage();
            stage.setScene(room.scene(TOUR_WIDTH, TOUR_HEIGHT));
            stage.show();
            new EachTab(room, () -> {
                        room.close();
                        stage.hide();
                        end.complete(true);
                    })
                    .start();
        });
    }

    private void measure(Workspace workspace, int moves, @Nullable String model, CompletableFuture<WindowFigures> end) {
        Room room = new Room(workspace, home, WindowState.INITIAL);
        Stage stage = new Stage();
        Scene scene = room.scene(TOUR_WIDTH, TOUR_HEIGHT);
        stage.setScene(scene);
        stage.show();
        new WindowStopwatch(room, scene, moves, model, figures -> {
                    room.close();
                    stage.hide();
                    end.complete(figures);
                })
                .start();
    }

    /**
     * Opens the window at the Train tab, trains what its form proposes, and closes it.
     *
     * @param epochs passes over the images
     * @param folder for the run, deleted in the end
     * @return seconds that the steps took
     */
    public double train(int epochs, Path folder) {
        try {
            return this.<Double>run((workspace, end) -> train(workspace, epochs, folder, end));
        } finally {
            deleteAll(folder);
        }
    }

    private void train(Workspace workspace, int epochs, Path folder, CompletableFuture<Double> end) {
        Room room = new Room(workspace, new Home(home.assets(), home.pretrained(), folder), WindowState.INITIAL);
        Stage stage = new Stage();
        stage.setScene(room.scene(TOUR_WIDTH, TOUR_HEIGHT));
        stage.show();
        CompletableFuture<Double> trained = new CompletableFuture<>();
        trained.thenAccept(seconds -> {
            room.close();
            stage.hide();
            end.complete(seconds);
        });
        TrainStopwatch.start(room, epochs, trained);
    }

    private <T> T run(BiConsumer<Workspace, CompletableFuture<T>> start) {
        CompletableFuture<T> end = new CompletableFuture<>();
        CompletableFuture<Workspace> workspace = CompletableFuture.supplyAsync(this::headStart);
        startToolkit();
        workspace
                .thenAcceptAsync(found -> start.accept(found, end), Platform::runLater)
                .exceptionally(failure -> {
                    end.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
                    return null;
                });
        try {
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            Platform.exit();
        }
    }

    /** What the window needs and takes long to come by, while native code and the toolkit load: the log, the models' cards. */
    private Workspace headStart() {
        LoggerFactory.getLogger(ElboRoomApp.class).debug("starting");
        return workspaces.apply(home);
    }

    private static void startToolkit() {
        LayeredVae.loadNativeCode();
        try {
            PulseRate.raise();
            Platform.startup(() -> {});
        } catch (RuntimeException | LinkageError e) {
            // UnsupportedOperationException where there is no display, LinkageError where its libraries are missing.
            throw new NoDisplayException(e);
        }
    }

    private void show(Workspace workspace, @Nullable Path view, CompletableFuture<Void> end) {
        Stage stage = new Stage();
        MainWindow window = new MainWindow(stage, workspace, home, view);
        stage.setOnHidden(event -> {
            window.close();
            // The window is gone; what was being trained is still being saved.
            window.ended()
                    .orTimeout(SAVING_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((done, failure) -> end.complete(null));
        });
        stage.show();
    }

    private void tour(Workspace workspace, Path folder, @Nullable String tab, CompletableFuture<List<Path>> end) {
        // What is trained on the tour is nobody's.
        Home guest = new Home(home.assets(), home.pretrained(), folder.resolve(".runs"));
        Room room = new Room(workspace, guest, WindowState.INITIAL);
        Stage stage = new Stage();
        Scene scene = room.scene(TOUR_WIDTH, TOUR_HEIGHT);
        stage.setScene(scene);
        stage.show();
        new Tour(room, scene, folder, tab).start((pictures, failure) -> {
            room.close();
            stage.hide();
            room.ended().orTimeout(SAVING_SECONDS, TimeUnit.SECONDS).whenComplete((done, late) -> {
                deleteAll(guest.user());
                if (failure == null) {
                    end.complete(pictures);
                } else {
                    end.completeExceptionally(failure);
                }
            });
        });
    }

    private static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(ElboRoomApp.class).warn("{}: cannot be deleted", folder, e);
        }
    }
}
