package elboroom.app.widget;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of a page into the window one after the other, a pulse each, and of pages within pages one page after the
 * other: JavaFX styles, lays out and draws whatever is new within one pulse, and would take as long for it as the whole page
 * needs. For the thread of the window.
 */
public final class InTurn {
    private final Deque<Runnable> rest;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            next();
        }
    };
    /** Of the scene that the page is in; null while it is in none. */
    private @Nullable Parent root;

    private InTurn(List<Runnable> parts) {
        rest = new ArrayDeque<>(parts);
    }

    /**
     * Adds parts to a page once it is seen. Whatever is left when it is seen no longer is added at once, which then costs nothing.
     *
     * @param parts each adds one
     */
    public static void fill(Node page, Runnable... parts) {
        InTurn turn = new InTurn(List.of(parts));
        turn.follow(page.getScene());
        page.sceneProperty().addListener((observable, was, is) -> turn.follow(is));
    }

    /** Whether a page in the scene of this root waits for parts of it. */
    public static boolean isUnderWay(Parent root) {
        return !waiting(root).isEmpty();
    }

    private void follow(@Nullable Scene scene) {
        if (root != null) {
            end();
        } else if (scene != null && !rest.isEmpty()) {
            begin(scene.getRoot());
        }
    }

    private void begin(Parent shown) {
        root = shown;
        change(shown, waiting -> waiting.add(this));
        timer.start();
    }

    private void next() {
        if (root == null || waiting(root).get(0) != this) {
            return;
        }
        Runnable part = rest.poll();
        if (part != null) {
            part.run();
        }
        if (rest.isEmpty()) {
            end();
        }
    }

    private void end() {
        Parent shown = root;
        if (shown != null) {
            root = null;
            timer.stop();
            change(shown, waiting -> waiting.remove(this));
            while (!rest.isEmpty()) {
                rest.poll().run();
            }
        }
    }

    /** Those of a scene that have parts left, in the order in which they were first seen; kept with its root. */
    private static List<?> waiting(Parent root) {
        return root.getProperties().get(InTurn.class) instanceof List<?> waiting ? waiting : List.of();
    }

    private static void change(Parent root, Consumer<List<Object>> change) {
        List<Object> changed = new ArrayList<>(waiting(root));
        change.accept(changed);
        root.getProperties().put(InTurn.class, List.copyOf(changed));
    }
}
