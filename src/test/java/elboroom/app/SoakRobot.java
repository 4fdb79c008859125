package elboroom.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** Does one thing after the other to a window, at random; the same for the same seed, as far as the window is. */
final class SoakRobot {
    private static final int REMEMBERED = 12;
    private static final int SECONDS = 60;
    private static final KeyCode[] KEYS = {
        KeyCode.TAB,
        KeyCode.ENTER,
        KeyCode.ESCAPE,
        KeyCode.SPACE,
        KeyCode.LEFT,
        KeyCode.RIGHT,
        KeyCode.UP,
        KeyCode.DOWN,
        KeyCode.HOME,
        KeyCode.END,
        KeyCode.PAGE_UP,
        KeyCode.PAGE_DOWN,
        KeyCode.DELETE,
        KeyCode.BACK_SPACE,
        KeyCode.MINUS,
        KeyCode.PERIOD,
        KeyCode.DIGIT0,
        KeyCode.DIGIT1,
        KeyCode.DIGIT7,
        KeyCode.DIGIT9,
        KeyCode.A,
        KeyCode.E,
        KeyCode.F1,
        KeyCode.PLUS
    };
    private static final KeyCode[] SHORTCUTS = {
        KeyCode.Z, KeyCode.Y, KeyCode.C, KeyCode.V, KeyCode.A, KeyCode.DIGIT1, KeyCode.DIGIT5, KeyCode.DIGIT8
    };

    private final Room room;
    private final Stage stage;
    private final Random random;
    private final Robot robot;
    private final Deque<String> last = new ArrayDeque<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long thread;
    private long millis;
    private long longest;

    SoakRobot(Room room, Stage stage, long seed) throws TimeoutException {
        this.room = room;
        this.stage = stage;
        random = new Random(seed);
        robot = WaitForAsyncUtils.waitForAsyncFx(10_000, Robot::new);
        thread = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Thread.currentThread().getId());
    }

    /** Does one thing and waits until the window has answered to it; what was done, in words. */
    String stroke() {
        long before = threads.getThreadCpuTime(thread);
        String done = WaitForAsyncUtils.waitForAsyncFx(1000 * SECONDS, this::act);
        last.add(done);
        if (last.size() > REMEMBERED) {
            last.remove();
        }
        // Twice through the queue: what the events and the first pulse have set off is behind them.
        for (int i = 0; i < 2; i++) {
            WaitForAsyncUtils.waitForAsyncFx(1000 * SECONDS, () -> {});
        }
        millis = (threads.getThreadCpuTime(thread) - before) / 1_000_000;
        longest = Math.max(longest, millis);
        return done;
    }

    /** Processor time of the window's thread for the last stroke. */
    long millis() {
        return millis;
    }

    long longestMillis() {
        return longest;
    }

    /** The last strokes. */
    List<String> last() {
        return List.copyOf(last);
    }

    private String act() {
        if (!stage.isFocused()) {
            stage.requestFocus();
        }
        int kind = random.nextInt(100);
        if (kind < 30) {
            return clickControl();
        } else if (kind < 50) {
            return click("click", anywhere(), random.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY);
        } else if (kind < 68) {
            return drag();
        } else if (kind < 76) {
            return wheel();
        } else if (kind < 90) {
            return type();
        } else if (kind < 97) {
            return turnToTab();
        }
        return resize();
    }

    /** Not at once: what a click opens may wait, in a queue of its own, for the next one. */
    private static void then(Runnable step) {
        Platform.runLater(step);
    }

    private String turnToTab() {
        Tab tab = room.tabs().get(random.nextInt(room.tabs().size()));
        room.shell().tabProperty().set(tab.id());
        return "tab " + tab.id();
    }

    private String resize() {
        double width = 1024 + random.nextInt(400);
        double height = 700 + random.nextInt(200);
        stage.setWidth(width);
        stage.setHeight(height);
        return "resize to %.0f×%.0f".formatted(width, height);
    }

    private String wheel() {
        Point2D at = anywhere();
        then(() -> robot.mouseMove(at));
        int turns = random.nextInt(11) - 5;
        then(() -> robot.mouseWheel(turns));
        return "wheel %d at %s".formatted(turns, words(at));
    }

    private String type() {
        if (random.nextInt(3) == 0) {
            KeyCode key = SHORTCUTS[random.nextInt(SHORTCUTS.length)];
            then(() -> robot.keyPress(KeyCode.CONTROL));
            then(() -> robot.keyType(key));
            then(() -> robot.keyRelease(KeyCode.CONTROL));
            return "key control " + key;
        }
        StringBuilder keys = new StringBuilder("keys");
        for (int i = random.nextInt(4); i >= 0; i--) {
            KeyCode key = KEYS[random.nextInt(KEYS.length)];
            then(() -> robot.keyType(key));
            keys.append(' ').append(key);
        }
        return keys.toString();
    }

    private String drag() {
        Point2D from = anywhere();
        Point2D to = random.nextInt(3) == 0 ? anywhere() : from.add(random.nextInt(161) - 80, random.nextInt(161) - 80);
        then(() -> robot.mouseMove(from));
        then(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= 6; i++) {
            Point2D between = from.interpolate(to, i / 6.0);
            then(() -> robot.mouseMove(between));
        }
        then(() -> robot.mouseRelease(MouseButton.PRIMARY));
        return "drag from %s to %s".formatted(words(from), words(to));
    }

    private String clickControl() {
        List<Node> controls = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            collect(window.getScene().getRoot(), controls);
        }
        if (controls.isEmpty()) {
            return "nothing to click";
        }
        Node control = controls.get(random.nextInt(controls.size()));
        Bounds bounds = control.localToScreen(control.getBoundsInLocal());
        Point2D at = new Point2D(
                bounds.getMinX() + bounds.getWidth() * random.nextDouble(),
                bounds.getMinY() + bounds.getHeight() * random.nextDouble());
        return click(control.getClass().getSimpleName() + " #" + control.getId(), at, MouseButton.PRIMARY);
    }

    private static void collect(Parent parent, List<Node> controls) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node.isVisible() && !node.isDisabled()) {
                if (node instanceof Control && node.isFocusTraversable()) {
                    controls.add(node);
                }
                if (node instanceof Parent inner) {
                    collect(inner, controls);
                }
            }
        }
    }

    private String click(String what, Point2D at, MouseButton button) {
        then(() -> robot.mouseMove(at));
        then(() -> robot.mouseClick(button));
        if (random.nextInt(6) == 0) {
            then(() -> robot.mouseClick(button));
        }
        return "%s at %s".formatted(what, words(at));
    }

    private Point2D anywhere() {
        return new Point2D(
                stage.getX() + random.nextDouble() * stage.getScene().getWidth(),
                stage.getY() + random.nextDouble() * stage.getScene().getHeight());
    }

    private static String words(Point2D at) {
        return "(%.0f, %.0f)".formatted(at.getX(), at.getY());
    }
}
