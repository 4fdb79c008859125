package elboroom.app.map;

import elboroom.data.Processors;
import elboroom.raster.ScatterRaster;
import elboroom.raster.Viewport;
import java.nio.IntBuffer;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Shows frames. A frame that is expected to be quick is drawn at once, within the pulse; any other is drawn on the worker,
 * and until it is ready the last picture is moved and stretched to where it now belongs, so that the map never lags behind
 * the hand. At most one frame is being drawn and one is waiting.
 */
final class RasterView extends ImageView {
    /** A pulse has 16 ms, and text, overlay and texture upload want their share. */
    private static final double QUICK_MILLIS = 4;
    /** What a point costs before anything has been measured, deliberately pessimistic. */
    private static final double MILLIS_PER_POINT = 2e-4;
    /** What a frame costs without any, in points. */
    private static final int BACKGROUND = 5_000;

    private final Executor worker;
    /** On the thread of the window, which waits for no other. */
    private final MapRaster raster = new MapRaster(1);

    private final MapRaster workerRaster = new MapRaster(Processors.used());
    private int[] workerPixels = {};
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable MapFrame shown;
    private @Nullable MapFrame current;
    private boolean working;
    private boolean waiting;
    private double millisPerPoint = MILLIS_PER_POINT;
    /** What that was measured with; nothing yet. */
    private @Nullable Kind measured;

    private double pixelRatio = 1;

    /** What a frame's cost depends on besides its points: the first of another kind may take any time. */
    private record Kind(MapFrame.Layers layers, boolean heat) {
        static Kind of(MapFrame frame) {
            return new Kind(frame.layers(), frame.heat() != null);
        }
    }

    RasterView(Executor worker) {
        this.worker = worker;
        setManaged(false);
        setMouseTransparent(true);
        setSmooth(false);
    }

    /** Shows a frame now or as soon as it is drawn. {@code ratio} is of physical pixels to logical ones. */
    void show(MapFrame frame, double ratio) {
        pixelRatio = ratio;
        current = frame;
        if (!working && isQuick(frame)) {
            PixelBuffer<IntBuffer> target = bufferFor(frame);
            long begin = System.nanoTime();
            raster.draw(frame, target.getBuffer().array());
            measured(frame, (System.nanoTime() - begin) * 1e-6);
            present(frame, target);
        } else {
            MapFrame last = shown;
            if (last != null) {
                place(last, frame.view());
            }
            waiting = true;
            work();
        }
    }

    private boolean isQuick(MapFrame frame) {
        Kind kind = Kind.of(frame);
        boolean known = measured == null ? !kind.heat() : measured.equals(kind);
        // Many points are put in order when they are first drawn, which is not for the thread of the window.
        return known
                && frame.points().count() < ScatterRaster.MANY
                && millisPerPoint * (frame.points().count() + BACKGROUND) < QUICK_MILLIS;
    }

    private void work() {
        MapFrame frame = current;
        if (working || !waiting || frame == null) {
            return;
        }
        working = true;
        waiting = false;
        worker.execute(() -> {
            try {
                int size = frame.width() * frame.height();
                if (workerPixels.length < size) {
                    workerPixels = new int[size];
                }
                long begin = System.nanoTime();
                workerRaster.draw(frame, workerPixels);
                double millis = (System.nanoTime() - begin) * 1e-6;
                Platform.runLater(() -> finished(frame, millis, size));
            } catch (RuntimeException | OutOfMemoryError e) {
                Platform.runLater(() -> failed(e));
            }
        });
    }

    /** One frame is lost, the next ones are not; the error goes where all errors of the JavaFX thread go. */
    private void failed(Throwable error) {
        working = false;
        throw new IllegalStateException("the map could not be drawn", error);
    }

    private void finished(MapFrame frame, double millis, int size) {
        measured(frame, millis);
        PixelBuffer<IntBuffer> target = bufferFor(frame);
        System.arraycopy(workerPixels, 0, target.getBuffer().array(), 0, size);
        present(frame, target);
        MapFrame latest = current;
        if (latest != null && latest != frame) {
            place(frame, latest.view());
        }
        working = false;
        work();
    }

    private void measured(MapFrame frame, double millis) {
        double now = millis / (frame.points().count() + BACKGROUND);
        Kind kind = Kind.of(frame);
        // A running mean, so that one pause of the garbage collector does not change how the map feels.
        millisPerPoint = measured == null || measured.equals(kind) ? 0.8 * millisPerPoint + 0.2 * now : now;
        measured = kind;
    }

    private PixelBuffer<IntBuffer> bufferFor(MapFrame frame) {
        PixelBuffer<IntBuffer> existing = buffer;
        if (existing != null && existing.getWidth() == frame.width() && existing.getHeight() == frame.height()) {
            return existing;
        }
        PixelBuffer<IntBuffer> fresh = new PixelBuffer<>(
                frame.width(),
                frame.height(),
                IntBuffer.allocate(frame.width() * frame.height()),
                PixelFormat.getIntArgbPreInstance());
        buffer = fresh;
        setImage(new WritableImage(fresh));
        return fresh;
    }

    private void present(MapFrame frame, PixelBuffer<IntBuffer> pixels) {
        pixels.updateBuffer(whole -> null);
        shown = frame;
        place(frame, frame.view());
    }

    /** Puts the picture of one frame where it belongs in another view. */
    private void place(MapFrame picture, Viewport view) {
        Viewport from = picture.view();
        double factor = view.pixelsPerUnit() / from.pixelsPerUnit();
        setX(view.toScreenX(from.toLatentX(0)) / pixelRatio);
        setY(view.toScreenY(from.toLatentY(0)) / pixelRatio);
        setFitWidth(from.width() * factor / pixelRatio);
        setFitHeight(from.height() * factor / pixelRatio);
    }
}
