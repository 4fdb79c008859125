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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The Explore tab in a real window, over a model that can be reckoned by hand. */
abstract class ExploreWindow extends WindowTest {
    @TempDir
    Path folder;

    /** Latents that were decoded, a batch each, in the order of the engine. */
    final Queue<float[]> asked = new ConcurrentLinkedQueue<>();

    ExploreModel model;
    LatentMap map;

    @Override
    public void start(Stage stage) {
        show(stage, new FakeWorkspace(asked::add), FakeHome.at(folder));
        model = room.explore();
    }

    @BeforeEach
    void settleFirst() throws TimeoutException {
        map = lookup("#map").queryAs(LatentMap.class);
        settle();
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
