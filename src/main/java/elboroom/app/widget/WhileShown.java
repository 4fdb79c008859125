package elboroom.app.widget;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;

/**
 * Keeps a node up to date while it is in the window, and brings it up to date when it comes back: what a tab that nobody sees
 * would write, the window's thread is spared.
 */
public final class WhileShown {
    private final Node node;
    private final Runnable update;
    private boolean due;

    private WhileShown(Node node, Runnable update) {
        this.node = node;
        this.update = update;
    }

    /**
     * Runs an update now, and again whenever one of {@code causes} changes.
     *
     * @param node that it writes to
     */
    public static void update(Node node, Runnable update, Observable... causes) {
        WhileShown keeper = new WhileShown(node, update);
        keeper.follow(keeper::changed, causes);
    }

    /** The same for what may come a moment after the picture under the hand: each text that changes makes its frame later. */
    public static void updateAfterFrame(Node node, Runnable update, Observable... causes) {
        WhileShown keeper = new WhileShown(node, update);
        AfterFrame after = new AfterFrame(keeper::changed);
        keeper.follow(after::ask, causes);
    }

    private void follow(Runnable changed, Observable... causes) {
        InvalidationListener listener = observable -> changed.run();
        for (Observable cause : causes) {
            cause.addListener(listener);
        }
        node.sceneProperty().addListener(observable -> shown());
        update.run();
    }

    private void changed() {
        due = true;
        shown();
    }

    private void shown() {
        if (due && node.getScene() != null) {
            due = false;
            update.run();
        }
    }
}
