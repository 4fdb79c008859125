package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.raster.PointStyle;
import elboroom.raster.Viewport;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** With a worker that works when it is told to. */
@ExtendWith(ApplicationExtension.class)
class RasterViewTest {
    private static final Viewport VIEW = new Viewport(0, 0, 20, 100, 80);
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final RasterView view = new RasterView(work::add);

    @Start
    void start(Stage stage) {
        // No window: only the toolkit is needed.
    }

    private static MapFrame frame(int count, Viewport viewport) {
        return frame(count, viewport, false);
    }

    private static MapFrame frame(int count, Viewport viewport, boolean density) {
        return new MapFrame(
                viewport,
                FakeLatents.clusters(count, 1),
                new boolean[1],
                new PointStyle(3, 1, false),
                new MapFrame.Layers(true, density, false),
                null,
                null,
                MapTheme.LIGHT,
                40);
    }

    private void show(MapFrame frame) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> view.show(frame, 1));
    }

    private void workOnce() {
        work.remove().run();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aSmallFrameIsDrawnAtOnce() {
        show(frame(10, VIEW));
        assertThat(work).isEmpty();
        assertThat(view.getImage().getWidth()).isEqualTo(100);
        assertThat(view.getFitWidth()).isEqualTo(100);
    }

    /** How long a layer takes is not known before it has been drawn. */
    @Test
    void theFirstFrameWithAnotherLayerIsLeftToTheWorker() {
        show(frame(10, VIEW));
        show(frame(10, VIEW, true));
        assertThat(work).hasSize(1);
        workOnce();
        assertThat(work).isEmpty();
    }

    @Test
    void whileALargeFrameIsDrawnTheLastOneIsStretchedToItsPlace() {
        show(frame(200_000, VIEW));
        assertThat((Object) view.getImage()).isNull();
        workOnce();
        assertThat(view.getImage().getPixelReader().getArgb(50, 40)).isNotEqualTo(0xFFFFFFFF);
        show(frame(200_000, VIEW.zoomAt(0, 0, 2)));
        assertThat(view.getFitWidth()).isCloseTo(200, within(1e-9));
        assertThat(view.getX()).isCloseTo(0, within(1e-9));
        workOnce();
        assertThat(view.getFitWidth()).isCloseTo(100, within(1e-9));
    }

    @Test
    void ofManyFramesOnlyTheLastWaits() {
        show(frame(200_000, VIEW));
        for (int i = 1; i < 9; i++) {
            show(frame(200_000, VIEW.pan(i, 0)));
        }
        assertThat(work).hasSize(1);
        workOnce();
        assertThat(work).as("the latest").hasSize(1);
        workOnce();
        assertThat(work).isEmpty();
        assertThat(view.getX()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aLostFrameDoesNotStopTheNext() {
        MapFrame bad = frame(200_000, VIEW);
        bad.points().labels()[0] = -1;
        show(bad);
        work.remove().run();
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.clearExceptions();
        assertThat((Object) view.getImage()).as("nothing drawn").isNull();
        show(frame(200_000, VIEW));
        workOnce();
        assertThat(view.getImage().getWidth()).isEqualTo(100);
    }
}
