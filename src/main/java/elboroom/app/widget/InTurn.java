package elboroom.app.widget;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
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
            next(now);
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

    /** Adds children to a page in their order, as {@link #fill} does parts. */
    public static void children(Pane page, Node... children) {
        fill(
                page,
                Arrays.stream(children)
                        .map(child -> (Runnable) () -> page.getChildren().add(child))
                        .toArray(Runnable[]::new));
    }

    /** Whether a page in the scene of this root waits for parts of it. */
    public static boolean isUnderWay(Parent root) {
        return !Queue.of(root).turns().isEmpty();
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
        Queue.of(shown).with(this).keep(shown);
        timer.start();
    }

    private void next(long pulse) {
        Parent shown = root;
        if (shown == null) {
            return;
        }
        Queue queue = Queue.of(shown);
        // Where a turn ends, the next one's timer may be called in the same pulse.
        if (queue.turns().get(0) != this || queue.pulse() == pulse) {
            return;
        }
        queue.at(pulse).keep(shown);
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
            Queue.of(shown).without(this).keep(shown);
            while (!rest.isEmpty()) {
                rest.poll().run();
            }
        }
    }

    /**
     * Those of a scene that have parts left, in the order in which they were first seen; kept with its root.
     *
     * @param pulse in which the last part was added
     */
    private record Queue(List<InTurn> turns, long pulse) {
        private static final Queue NONE = new Queue(List.of(), Long.MIN_VALUE);

        static Queue of(Parent root) {
            return root.getProperties().get(Queue.class) instanceof Queue queue ? queue : NONE;
        }

        void keep(Parent root) {
            root.getProperties().put(Queue.class, this);
        }

        Queue at(long now) {
            return new Queue(turns, now);
        }

        Queue with(InTurn last) {
            return new Queue(Stream.concat(turns.stream(), Stream.of(last)).toList(), pulse);
        }

        Queue without(InTurn ended) {
            return new Queue(turns.stream().filter(turn -> turn != ended).toList(), pulse);
        }
    }
}
