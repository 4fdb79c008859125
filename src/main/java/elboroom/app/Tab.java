package elboroom.app;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/** One of the views along the left edge of the window. */
public interface Tab {
    /** Stable name, such as {@code explore}. */
    String id();

    /** One word below the icon. */
    String title();

    Ikon icon();

    /** What the tab shows; the same node each time. */
    Node node();

    /** States worth a picture, in the order in which the tour walks through them. */
    List<TourStep> tour();
}
