package elboroom.app;

import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;

/**
 * Lets a drag through only where its press was. A press beside an open popup closes that and goes no further, but JavaFX
 * sends the drag that follows to what is beneath: a slider that has not been pressed throws, and a map would be moved.
 */
final class PressedDrags {
    private boolean pressed;

    private PressedDrags() {}

    static void onlyIn(Scene scene) {
        PressedDrags drags = new PressedDrags();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> drags.pressed = true);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, drags::dragged);
        scene.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                event -> drags.pressed =
                        event.isPrimaryButtonDown() || event.isSecondaryButtonDown() || event.isMiddleButtonDown());
    }

    private void dragged(MouseEvent event) {
        if (!pressed) {
            event.consume();
        }
    }
}
