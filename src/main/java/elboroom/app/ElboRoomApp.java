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
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
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
        run(() -> MainWindow.left(home), (Start start, CompletableFuture<Void> end) -> show(start, view, end));
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
        // What is trained on the tour is nobody's.
        Home guest = new Home(home.assets(), home.pretrained(), folder.resolve(".runs"));
        try {
            return inWindow(
                    guest,
                    (shown, walked) -> new Tour(shown.room(), shown.scene(), folder, tab).start((pictures, failure) -> {
                        if (failure == null) {
                            walked.complete(pictures);
                        } else {
                            walked.completeExceptionally(failure);
                        }
                    }));
        } finally {
            deleteAll(guest.user());
        }
    }

    /**
     * Opens the window, measures how quick it is, and closes it.
     *
     * @param moves of the pointer to measure; 0 measures the start only
     * @param model to move it over; null for the one that the window opens with
     */
    public WindowFigures measure(int moves, @Nullable String model) {
        return inWindow(
                home,
                (shown, measured) ->
                        new WindowStopwatch(shown.room(), shown.scene(), moves, model, measured::complete).start());
    }

    /** Opens the window, shows each tab in it, and closes it. */
    public void openEachTab() {
        inWindow(
                home,
                (Shown shown, CompletableFuture<Void> seen) ->
                        new EachTab(shown.room(), () -> seen.complete(null)).start());
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
            return inWindow(
                    new Home(home.assets(), home.pretrained(), folder),
                    (shown, trained) -> TrainStopwatch.start(shown.room(), epochs, trained));
        } finally {
            deleteAll(folder);
        }
    }

    /** A window of its usual size that remembers nothing. */
    private record Shown(Room room, Stage stage, Scene scene) {
        static Shown open(Workspace workspace, Home home) {
            Room room = new Room(workspace, home, WindowState.INITIAL);
            Stage stage = new Stage();
            Scene scene = room.scene(TOUR_WIDTH, TOUR_HEIGHT);
            stage.setScene(scene);
            stage.show();
            return new Shown(room, stage, scene);
        }

        CompletableFuture<?> close() {
            room.close();
            stage.hide();
            return room.ended().orTimeout(SAVING_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Opens such a window, and closes it when what is done in it has come to something, which is returned. */
    private <T> T inWindow(Home owner, BiConsumer<Shown, CompletableFuture<T>> work) {
        return run(() -> WindowState.INITIAL, (start, end) -> {
            Shown shown = Shown.open(start.workspace(), owner);
            CompletableFuture<T> result = new CompletableFuture<>();
            result.whenComplete((value, failure) -> shown.close().whenComplete((done, late) -> {
                if (failure == null) {
                    end.complete(value);
                } else {
                    end.completeExceptionally(failure);
                }
            }));
            try {
                work.accept(shown, result);
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
    }

    /** What a window begins with. */
    private record Start(Workspace workspace, WindowState left) {}

    /**
     * Reads what the window needs while the toolkit starts, and of that first what it was left like, as the window's thread has to
     * wait for the models' cards and can put on the theme meanwhile.
     */
    private <T> T run(Supplier<WindowState> left, BiConsumer<Start, CompletableFuture<T>> begin) {
        CompletableFuture<T> end = new CompletableFuture<>();
        CompletableFuture<WindowState> state = CompletableFuture.supplyAsync(left);
        // Not on this thread, whose is the toolkit, even if it is known at once.
        CompletableFuture<Start> start = state.thenApplyAsync(known -> new Start(workspaces.apply(home), known));
        startToolkit();
        state.thenAcceptAsync(ElboRoomApp::dress, Platform::runLater)
                .thenCombineAsync(start, (dressed, found) -> found, Platform::runLater)
                .thenAccept(found -> begin.accept(found, end))
                .exceptionally(failure -> {
                    end.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
                    return null;
                });
        try {
            LoggerFactory.getLogger(ElboRoomApp.class).debug("starting");
            // The engine's thread needs it first, and would wait for it alone.
            LayeredVae.loadNativeCode();
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            Platform.exit();
        }
    }

    /** Reads the theme, and the letters and icons that the first control asks for. */
    private static void dress(WindowState left) {
        Theme.use(left.dark());
        Font.getDefault();
        new FontIcon(Feather.COMPASS);
    }

    private static void startToolkit() {
        try {
            PulseRate.raise();
            Platform.startup(() -> {});
        } catch (RuntimeException | LinkageError e) {
            // UnsupportedOperationException where there is no display, LinkageError where its libraries are missing.
            throw new NoDisplayException(e);
        }
    }

    private void show(Start start, @Nullable Path view, CompletableFuture<Void> end) {
        Stage stage = new Stage();
        MainWindow window = new MainWindow(stage, start.workspace(), home, start.left(), view);
        stage.setOnHidden(event -> {
            window.close();
            // The window is gone; what was being trained is still being saved.
            window.ended()
                    .orTimeout(SAVING_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((done, failure) -> end.complete(null));
        });
        stage.show();
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
