package elboroom.app;

import elboroom.app.undo.Undo;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
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

    /** Steps of its own that can be taken back; a tab without follows what is explored, and its steps. */
    default Optional<Undo> steps() {
        return Optional.empty();
    }

    /** Pickers of its own, in place of those of model and data above all tabs. */
    default Optional<Node> pickers() {
        return Optional.empty();
    }

    /** What the status line says of its models, in place of what it says of the one that is explored. */
    default Optional<ObservableValue<String>> status() {
        return Optional.empty();
    }

    /** Turns to one of its pages by the name of it that a lesson uses; a tab of one page, or without such a page, stays as it is. */
    default void turnTo(String page) {}

    /** What it shows of its own, for a view that is kept; empty if that is nothing but what is explored. */
    default Optional<TabState<?>> state() {
        return Optional.empty();
    }

    /** States worth a picture, in the order in which the tour walks through them. */
    List<TourStep> tour();
}
