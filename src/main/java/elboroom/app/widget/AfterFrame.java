package elboroom.app.widget;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Work that has time until what the hand waits for is on the screen: numbers beside a picture are as quick as the eye when they come
 * a moment after it, while in its frame they make it late. For the thread of the window.
 */
final class AfterFrame {
    /** From the hand to the picture; numbers then follow a drag a hundred times a second. */
    private static final Duration MOMENT = Duration.millis(8);

    private final PauseTransition pause = new PauseTransition(MOMENT);

    AfterFrame(Runnable work) {
        pause.setOnFinished(event -> work.run());
    }

    /** Has the work done once in a moment, however often it is asked for until then. */
    void ask() {
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }
}
