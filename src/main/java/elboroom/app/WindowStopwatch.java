package elboroom.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;

/**
 * Measures the window from outside: it drags the marker with pointer events of its own and looks at the screen, where the
 * decoded picture has to change. For the thread of the window.
 */
final class WindowStopwatch {
    private static final String DATA = "mnist-train";
    private static final int WARM_UP = 300;
    private static final double GIVE_UP_MILLIS = 500;
    private static final long LOOK_MICROS = 500;
    /** Pauses between two movements, in all phases of a pulse of 1/60 s. */
    private static final double SHORTEST_PAUSE_MILLIS = 8;

    private static final double PAUSES_MILLIS = 1000.0 / 60;
    private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

    private final Room room;
    private final Scene scene;
    private final int moves;
    private final @Nullable String model;
    private final Consumer<WindowFigures> end;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Robot robot = new Robot();
    private final Node map;
    private final List<Double> latencies = new ArrayList<>();
    private double firstPaint;
    private double engineReady;
    private int move;
    private int unseen;
    private int[] seen = {};
    private Rectangle2D row = Rectangle2D.EMPTY;

    /**
     * @param moves of the pointer, after warm-up; if 0, only the start of the window is measured
     * @param model to move it over; null for the one that is open
     */
    WindowStopwatch(Room room, Scene scene, int moves, @Nullable String model, Consumer<WindowFigures> end) {
        this.room = room;
        this.scene = scene;
        this.map = node(scene, "#map");
        this.moves = moves;
        this.model = model;
        this.end = end;
    }

    /** To be called when the window has been asked to show. */
    void start() {
        room.explore().decodedProperty().addListener((observable, was, is) -> {
            if (engineReady == 0) {
                engineReady = sinceStart();
            }
        });
        new FirstPaint(() -> room.explore().scatterProperty().get().size() > 0, () -> firstPaint = sinceStart())
                .start();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (firstPaint > 0 && engineReady > 0 && room.isIdle()) {
                    stop();
                    started();
                }
            }
        }.start();
    }

    private void started() {
        if (moves == 0) {
            finish();
            return;
        }
        if (model != null) {
            room.explore().chooseModel(model);
        }
        room.explore().chooseData(DATA);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (room.isIdle()
                        && room.explore().scatterProperty().get().size()
                                == room.explore().dataset().size()) {
                    stop();
                    row = middleRow(node(scene, "#decoded"));
                    pointer(MouseEvent.MOUSE_PRESSED);
                    next();
                }
            }
        }.start();
    }

    private void next() {
        if (move == WARM_UP + moves) {
            finish();
            return;
        }
        double pause = SHORTEST_PAUSE_MILLIS + PAUSES_MILLIS * (move * GOLDEN_RATIO % 1);
        clock.schedule(() -> Platform.runLater(this::drag), (long) (pause * 1e6), TimeUnit.NANOSECONDS);
    }

    private void drag() {
        seen = screen();
        move++;
        Object before = room.explore().decodedProperty().get();
        long start = System.nanoTime();
        pointer(MouseEvent.MOUSE_DRAGGED);
        look(start, before);
    }

    /**
     * Looks at the screen once the picture has been decoded, and then every half millisecond: looking without a pause keeps
     * one of two cores busy, which the window then lacks, and trebled what was measured.
     */
    private void look(long start, Object before) {
        double millis = (System.nanoTime() - start) * 1e-6;
        boolean decoded = room.explore().decodedProperty().get() != before;
        if (decoded && !Arrays.equals(screen(), seen)) {
            if (move > WARM_UP) {
                latencies.add((System.nanoTime() - start) * 1e-6);
            }
            next();
        } else if (millis > GIVE_UP_MILLIS) {
            unseen++;
            next();
        } else {
            clock.schedule(() -> Platform.runLater(() -> look(start, before)), LOOK_MICROS, TimeUnit.MICROSECONDS);
        }
    }

    /** The middle row of the decoded picture as it is on the screen; reading more of it takes longer than drawing it. */
    private int[] screen() {
        WritableImage image = robot.getScreenCapture(null, row, false);
        int[] pixels = new int[(int) image.getWidth()];
        image.getPixelReader()
                .getPixels(0, 0, pixels.length, 1, PixelFormat.getIntArgbInstance(), pixels, 0, pixels.length);
        return pixels;
    }

    private static Rectangle2D middleRow(Node picture) {
        Bounds bounds = picture.localToScreen(picture.getLayoutBounds());
        return new Rectangle2D(bounds.getMinX(), Math.rint(bounds.getCenterY()), bounds.getWidth(), 1);
    }

    /** A pointer event somewhere on a circle about the middle of the map. */
    private void pointer(EventType<MouseEvent> type) {
        Bounds bounds = map.localToScene(map.getLayoutBounds());
        double radius = Math.min(bounds.getWidth(), bounds.getHeight()) / 4;
        double angle = move * 0.37;
        double x = bounds.getCenterX() + radius * Math.cos(angle);
        double y = bounds.getCenterY() + radius * Math.sin(angle);
        Event.fireEvent(
                map,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        new PickResult(map, x, y)));
    }

    private static Node node(Scene scene, String selector) {
        return Objects.requireNonNull(scene.lookup(selector), selector);
    }

    private void finish() {
        clock.shutdown();
        double[] millis = latencies.stream().mapToDouble(Double::doubleValue).toArray();
        end.accept(new WindowFigures(firstPaint, engineReady, millis, unseen));
    }

    private static double sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
