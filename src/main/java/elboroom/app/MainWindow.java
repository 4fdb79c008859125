package elboroom.app;

import elboroom.app.explore.ExploreState;
import elboroom.app.explore.Workspace;
import elboroom.data.Home;
import elboroom.data.InputException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window on the screen, as it was left the last time. Without any model it asks for one first. */
final class MainWindow implements AutoCloseable {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final Workspace workspace;
    private final Home home;
    private final WindowStateFile file;
    private final WindowState remembered;
    private final @Nullable Path view;
    private @Nullable Room room;

    /**
     * @param stage not shown yet
     * @param view to open in it, or null
     */
    MainWindow(Stage stage, Workspace workspace, Home home, @Nullable Path view) {
        this.view = view;
        this.stage = stage;
        this.workspace = workspace;
        this.home = home;
        file = new WindowStateFile(home.user().resolve("window.json"));
        remembered = file.load();
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

    /** Ends all threads and remembers the window. */
    @Override
    public void close() {
        Room open = room;
        if (open != null) {
            open.close();
            file.save(state(open));
        }
    }

    /** Done when a run that was under way at {@link #close} has been saved. */
    CompletableFuture<?> ended() {
        Room closed = room;
        return closed == null ? CompletableFuture.completedFuture(null) : closed.ended();
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
