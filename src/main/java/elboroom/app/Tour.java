package elboroom.app;

import elboroom.raster.Picture;
import elboroom.raster.PngFile;
import java.io.IOException;
import java.nio.file.Path;
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

    private final Room room;
    private final Scene scene;
    private final Path folder;
    private final Deque<Stop> stops = new ArrayDeque<>();
    private final List<Path> pictures = new ArrayList<>();

    private record Stop(Tab tab, TourStep step) {}

    /** @param folder for the pictures, made if need be */
    Tour(Room room, Scene scene, Path folder) {
        this.room = room;
        this.scene = scene;
        this.folder = folder;
        for (Tab tab : room.tabs()) {
            tab.tour().forEach(step -> stops.add(new Stop(tab, step)));
        }
    }

    /** Starts; {@code end} hears of the pictures once all have been written, or of what went wrong. */
    void start(BiConsumer<List<Path>, @Nullable Throwable> end) {
        Stop stop = stops.poll();
        if (stop == null) {
            end.accept(pictures, null);
            return;
        }
        room.shell().tabProperty().set(stop.tab().id());
        stop.step().enter().run();
        new AnimationTimer() {
            private int quiet;

            @Override
            public void handle(long now) {
                quiet = room.isIdle() ? quiet + 1 : 0;
                if (quiet < QUIET_PULSES) {
                    return;
                }
                stop();
                try {
                    pictures.add(photograph(stop.step().name()));
                    Tour.this.start(end);
                } catch (IOException | RuntimeException e) {
                    end.accept(pictures, e);
                }
            }
        }.start();
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
