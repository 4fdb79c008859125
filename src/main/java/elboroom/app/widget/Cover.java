package elboroom.app.widget;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A sheet over the window, which waits below it. Escape closes it; the focus then goes back to where it was. What is on it is made
 * when it is first seen, since the start of the window would wait for that.
 */
public class Cover extends StackPane {
    private final Runnable closer;
    private @Nullable Node before;

    /**
     * What is on it.
     *
     * @param sheet in the middle, as large as it likes
     * @param first has the focus when the sheet opens
     */
    public record Content(Region sheet, Node first) {}

    /**
     * A sheet to look at: a click beside it closes it, too.
     *
     * @param maker makes what is on it
     * @param shown whether it is seen
     */
    protected Cover(String id, Supplier<Content> maker, BooleanProperty shown) {
        this(id, maker, shown, () -> shown.set(false));
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    /**
     * A form to fill in: no stray click takes away what is in it.
     *
     * @param closer ends what is asked for, after which it is no longer seen
     */
    protected Cover(String id, Supplier<Content> maker, ObservableBooleanValue shown, Runnable closer) {
        this.closer = closer;
        setId(id);
        getStyleClass().add("import-cover");
        getStylesheets()
                .add(Objects.requireNonNull(Cover.class.getResource("/elboroom/app/data/data.css"))
                        .toExternalForm());
        Later<Content> content = new Later<>(maker);
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
        shown.addListener((observable, was, is) -> {
            if (is) {
                Region sheet = content.get().sheet();
                if (getChildren().isEmpty()) {
                    sheet.getStyleClass().add("import-sheet");
                    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
                    getChildren().add(sheet);
                    // What a pane scrolls is in the scene, and can have the focus, only once the pane has its skin.
                    sheet.applyCss();
                }
                before = getScene() == null ? null : getScene().getFocusOwner();
                content.get().first().requestFocus();
            } else if (before != null) {
                before.requestFocus();
                before = null;
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    /** Closes it. */
    private void close() {
        closer.run();
    }
}
