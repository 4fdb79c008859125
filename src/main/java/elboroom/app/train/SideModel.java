package elboroom.app.train;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What stands beside the curves. */
public final class SideModel {
    /** One of two panes, or none. */
    public enum Side {
        NONE,
        SETUP,
        RUNS
    }

    private final ReadOnlyObjectWrapper<Side> side = new ReadOnlyObjectWrapper<>(this, "side", Side.SETUP);

    public ReadOnlyObjectProperty<Side> sideProperty() {
        return side.getReadOnlyProperty();
    }

    public void show(Side wanted) {
        side.set(wanted);
    }

    /** Opens a pane, or closes it if it is open. */
    public void toggle(Side wanted) {
        side.set(side.get() == wanted ? Side.NONE : wanted);
    }
}
