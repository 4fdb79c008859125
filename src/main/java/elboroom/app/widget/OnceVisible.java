package elboroom.app.widget;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Parts of the window that are seldom seen are not styled before they are: JavaFX styles what is hidden, too. */
public final class OnceVisible {
    private OnceVisible() {}

    /** Puts children into a pane: now if it is visible, or else when it first is. */
    public static void fill(Pane pane, Node... children) {
        if (pane.isVisible()) {
            pane.getChildren().setAll(children);
            return;
        }
        pane.visibleProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> visible, Boolean was, Boolean is) {
                visible.removeListener(this);
                pane.getChildren().setAll(children);
            }
        });
    }
}
