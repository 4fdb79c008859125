package elboroom.app.map;

import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.Copying;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What a map of points can be copied and saved as: a menu at a right click that does not pan, or at the menu key. */
public final class MapMenu {
    private final LatentMap map;
    private final ContextMenu menu = new ContextMenu();

    private MapMenu(LatentMap map) {
        this.map = map;
    }

    /**
     * Gives a map its menu, and has Ctrl+C copy it.
     *
     * @param title of the picture
     */
    public static void install(LatentMap map, String title, ChartFiles files) {
        MapMenu own = new MapMenu(map);
        String file = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Runnable copy = () -> {
            MapPicture now = MapPicture.of(map);
            files.copyPicture(title, now::paint);
        };
        Copying.offer(map, copy);
        own.add("copy", "Copy picture (Ctrl+C)", copy);
        own.add("png", "Save picture (PNG)…", () -> {
            MapPicture now = MapPicture.of(map);
            files.savePicture(map.getScene().getWindow(), file + ".png", now::paint);
        });
        own.add("csv", "Save points (CSV)…", () -> {
            MapPicture now = MapPicture.of(map);
            files.saveText(map.getScene().getWindow(), file + ".csv", now::csv);
        });
        map.addEventHandler(MouseEvent.MOUSE_CLICKED, own::clicked);
        map.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, own::asked);
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> own.menu.hide());
    }

    private void add(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(map.getId() + "-" + id);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY && event.isStillSincePress()) {
            menu.show(map, event.getScreenX(), event.getScreenY());
        }
    }

    private void asked(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            Bounds place = map.localToScreen(map.getLayoutBounds());
            menu.show(map, place.getCenterX(), place.getCenterY());
        }
        event.consume();
    }
}
