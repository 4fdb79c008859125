package elboroom.app;

import elboroom.data.InputException;
import elboroom.raster.Picture;
import elboroom.raster.PngFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * Walks through every tab's states by itself and writes a picture of each. A picture is taken when nothing is being computed
 * any more and the window has been laid out and drawn since: some pulses in a row without any work.
 */
final class Tour {
    /** A result may ask for more work one pulse later, as the mosaic does after layout, so one quiet pulse is too few. */
    private static final int QUIET_PULSES = 8;

    /** The slowest step, encoding 10,000 images by a convolutional network, takes a few seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Room room;
    private final Duration patience;
    private final Scene scene;
    private final Path folder;
    private final Deque<Stop> stops = new ArrayDeque<>();
    private final List<Path> pictures = new ArrayList<>();

    private record Stop(Tab tab, TourStep step) {}

    /**
     * A tour of all tabs, or of one.
     *
     * @param folder for the pictures, made if need be
     * @param only id of the only tab to walk through; null for all
     * @throws InputException if there is no such tab
     */
    Tour(Room room, Scene scene, Path folder, @Nullable String only) {
        this(room, scene, folder, only, PATIENCE);
    }

    /** @param patience how long a step may take, by the toolkit's clock, before the tour gives up */
    Tour(Room room, Scene scene, Path folder, @Nullable String only, Duration patience) {
        this.room = room;
        this.patience = patience;
        this.scene = scene;
        this.folder = folder;
        for (Tab tab : room.tabs()) {
            if (only == null || only.equals(tab.id())) {
                tab.tour().forEach(step -> stops.add(new Stop(tab, step)));
            }
        }
        if (stops.isEmpty()) {
            throw new InputException("tab '%s': there is none; expected one of %s"
                    .formatted(only, room.tabs().stream().map(Tab::id).toList()));
        }
    }

    /** Starts; {@code end} hears of the pictures once all have been written, or of what went wrong. */
    void start(BiConsumer<List<Path>, @Nullable Throwable> end) {
        Stop stop = stops.poll();
        if (stop == null) {
            end.accept(pictures, null);
            return;
        }
        try {
            room.shell().tabProperty().set(stop.tab().id());
            stop.step().enter().run();
        } catch (RuntimeException e) {
            end.accept(pictures, e);
            return;
        }
        new AnimationTimer() {
            private long begin = Long.MIN_VALUE;
            private int quiet;

            @Override
            public void handle(long now) {
                begin = begin == Long.MIN_VALUE ? now : begin;
                quiet = room.isIdle() ? quiet + 1 : 0;
                Throwable failure = room.shell().lastFailure();
                if (failure == null && now - begin > patience.toNanos()) {
                    failure = new IllegalStateException("the tour's step %s was still computing after %d s"
                            .formatted(stop.step().name(), patience.toSeconds()));
                }
                if (failure != null) {
                    stop();
                    end.accept(pictures, failure);
                } else if (quiet >= QUIET_PULSES) {
                    stop();
                    next(stop, end);
                }
            }
        }.start();
    }

    private void next(Stop done, BiConsumer<List<Path>, @Nullable Throwable> end) {
        try {
            pictures.add(photograph(done.step().name()));
        } catch (IOException | RuntimeException e) {
            end.accept(pictures, e);
            return;
        }
        start(end);
    }

    private Path photograph(String name) throws IOException {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        Path file = folder.resolve(name + ".png");
        PngFile.write(file, new Picture(width, height, argb));
        return file;
    }
}
