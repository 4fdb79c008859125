package elboroom.app;

import elboroom.app.map.LatentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of the window ask of it. */
final class WindowProbe {
    private WindowProbe() {}

    /** Waits for what is being computed and for what follows from it in the window. */
    static void settle(Room room) throws TimeoutException {
        settle(room, 60);
    }

    /** The same for what may take so many seconds; what is still being computed then is said. */
    static void settle(Room room, int seconds) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(
                    seconds,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(room::isIdle).get());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "under way after %d s: %s".formatted(seconds, WaitForAsyncUtils.waitForAsyncFx(10_000, room::busy)),
                    e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Where a latent point of a map is on the screen. */
    static Point2D screen(LatentMap map, double x, double y) {
        Node marker = map.lookup("#latent-map-marker");
        Point2D middle = marker.localToScreen(
                marker.getBoundsInLocal().getCenterX(),
                marker.getBoundsInLocal().getCenterY());
        Point2D at = map.getMarker();
        double scale = map.getViewport().pixelsPerUnit();
        return middle.add((x - at.getX()) * scale, (at.getY() - y) * scale);
    }
}
