package elboroom.app;

import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.map.LatentMap;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/** The Explore tab in a real window, over a model that can be reckoned by hand. */
abstract class ExploreWindow extends ApplicationTest {
    @TempDir
    Path folder;

    /** Latents that were decoded, a batch each, in the order of the engine. */
    final Queue<float[]> asked = new ConcurrentLinkedQueue<>();

    Room room;
    ExploreModel model;
    LatentMap map;

    @Override
    public void start(Stage stage) {
        room = new Room(new FakeWorkspace(asked::add), FakeHome.at(folder), WindowState.INITIAL);
        model = room.explore();
        stage.setScene(room.scene(1280, 800));
        stage.show();
    }

    @BeforeEach
    void settleFirst() throws TimeoutException {
        map = lookup("#map").queryAs(LatentMap.class);
        settle();
    }

    @AfterEach
    void close() {
        interact(room::close);
    }

    final void settle() throws TimeoutException {
        WindowProbe.settle(room);
    }

    final Point2D screen(double x, double y) {
        return WindowProbe.screen(map, x, y);
    }

    final ExploreState state() {
        return model.state();
    }

    final double latent(int dimension) {
        return state().latent().get(dimension);
    }

    static MouseEvent mouse(EventType<MouseEvent> type, int clicks) {
        return new MouseEvent(
                type,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
