package elboroom.app.widget;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane that draws its content straight onto the window. JavaFX's own keeps a picture of what is seen of it, which
 * makes scrolling cheap and everything else dear: a slider or a number that changes has the whole picture drawn again. In the
 * inspector, where every movement of the marker changes some, that took two thirds of the time of drawing.
 */
public final class DirectScroll extends ScrollPane {
    public DirectScroll(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        Node viewport = lookup(".viewport");
        if (viewport != null) {
            viewport.setCache(false);
        }
        return skin;
    }
}
