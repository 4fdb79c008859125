package elboroom.app.widget;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A sheet over the window, which waits below it. Escape and a click beside the sheet close it; the focus then goes back. */
public class Cover extends StackPane {
    private final BooleanProperty shown;
    private @Nullable Node before;

    /**
     * @param sheet in the middle, as large as it likes
     * @param first has the focus when the sheet opens
     * @param shown whether it is seen
     */
    protected Cover(String id, Region sheet, Node first, BooleanProperty shown) {
        this.shown = shown;
        setId(id);
        getStyleClass().add("import-cover");
        getStylesheets()
                .add(Objects.requireNonNull(Cover.class.getResource("/elboroom/app/data/data.css"))
                        .toExternalForm());
        sheet.getStyleClass().add("import-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
        shown.addListener((observable, was, is) -> {
            if (is) {
                // Not before: JavaFX styles what is hidden, too.
                if (getChildren().isEmpty()) {
                    getChildren().add(sheet);
                    // What a pane scrolls is in the scene, and can have the focus, only once the pane has its skin.
                    sheet.applyCss();
                }
                before = getScene() == null ? null : getScene().getFocusOwner();
                first.requestFocus();
            } else if (before != null) {
                before.requestFocus();
                before = null;
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                shown.set(false);
            }
        });
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                shown.set(false);
            }
        });
    }

    /** Closes it. */
    protected final void close() {
        shown.set(false);
    }
}
