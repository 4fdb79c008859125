package elboroom.app.view;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import java.io.File;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Saves what is on the screen, and opens what was saved. */
public final class ViewButton extends MenuButton {
    private final ViewsModel model;

    public ViewButton(ViewsModel model) {
        this.model = model;
        setId("views");
        setGraphic(new FontIcon(Feather.BOOKMARK));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
        getStylesheets().add(String.valueOf(ViewButton.class.getResource("/elboroom/app/data/data.css")));
        Hints.explain(
                this,
                "views",
                "Saves exactly what is on the screen as a small file that opens here or on another computer, or opens one."
                        + " Such a file can also be dropped on the window");
        MenuItem save = new MenuItem("Save this view … (Ctrl+S)");
        save.setId("save-view");
        save.setOnAction(event -> askAndSave());
        MenuItem open = new MenuItem("Open a view … (Ctrl+O)");
        open.setId("open-view");
        open.setOnAction(event -> askAndOpen());
        getItems().setAll(save, open);
    }

    /** Asks for a file and saves. */
    public void askAndSave() {
        FileChooser chooser = chooser();
        chooser.setInitialFileName("view" + ViewFile.ENDING);
        File file = chooser.showSaveDialog(owner());
        if (file != null) {
            model.save(file.toPath());
        }
    }

    /** Asks for a file and opens it. */
    public void askAndOpen() {
        File file = chooser().showOpenDialog(owner());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    private Window owner() {
        return getScene().getWindow();
    }

    private static FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter("Views of ELBO Room", "*" + ViewFile.ENDING));
        return chooser;
    }
}
