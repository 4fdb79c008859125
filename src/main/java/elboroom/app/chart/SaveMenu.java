package elboroom.app.chart;

import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What a chart can be saved as. */
final class SaveMenu {
    private final Plot plot;
    private final ContextMenu menu = new ContextMenu();

    SaveMenu(Plot plot, ChartFiles files) {
        this.plot = plot;
        MenuItem copy = new MenuItem("Copy picture (Ctrl+C)");
        copy.setId("copy-picture");
        copy.setOnAction(event -> files.copy(plot));
        menu.getItems().add(copy);
        Copying.offer(plot, () -> files.copy(plot));
        for (ChartFiles.Kind kind : ChartFiles.Kind.values()) {
            MenuItem item = new MenuItem(kind.words());
            item.setId("save-" + kind.ending());
            item.setOnAction(event -> files.save(plot, kind));
            menu.getItems().add(item);
        }
    }

    /** Below the chart's corner. */
    void show() {
        Bounds place = plot.localToScreen(plot.getLayoutBounds());
        show(place.getMaxX() - plot.reserved(), place.getMinY() + plot.reserved());
    }

    void show(double screenX, double screenY) {
        menu.show(plot, screenX, screenY);
    }
}
