package elboroom.app.recent;

import elboroom.app.recent.Recent.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Below a menu's own items, what was opened lately; what is gone from the disk is greyed. */
public final class RecentMenu {
    private static final int LONGEST = 60;

    private RecentMenu() {}

    /**
     * Adds them whenever the menu opens.
     *
     * @param open opens one again
     */
    public static <B extends MenuButton> B add(B button, RecentFiles files, Kind kind, Consumer<Path> open) {
        List<MenuItem> own = List.copyOf(button.getItems());
        button.setOnShowing(event -> {
            List<MenuItem> items = new ArrayList<>();
            for (String path : files.paths(kind)) {
                MenuItem item = new MenuItem(shortened(path));
                item.getStyleClass().add("recent");
                item.setUserData(path);
                item.setMnemonicParsing(false);
                item.setOnAction(chosen -> open.accept(Path.of(path)));
                items.add(item);
            }
            button.getItems().setAll(own);
            if (!items.isEmpty()) {
                button.getItems().add(new SeparatorMenuItem());
                button.getItems().addAll(items);
                files.findGone(kind, gone -> grey(items, gone));
            }
        });
        return button;
    }

    private static void grey(List<MenuItem> items, Set<String> gone) {
        for (MenuItem item : items) {
            if (gone.contains(String.valueOf(item.getUserData()))) {
                item.setDisable(true);
                item.setText(item.getText() + " (no longer there)");
            }
        }
    }

    /** The end of a path says most. */
    static String shortened(String path) {
        return path.length() <= LONGEST ? path : "…" + path.substring(path.length() - LONGEST);
    }
}
