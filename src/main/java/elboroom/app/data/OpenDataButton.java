package elboroom.app.data;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import java.io.File;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks which of one's own data to open, a folder or a file. */
public final class OpenDataButton extends MenuButton {
    private final ImportModel model;

    public OpenDataButton(ImportModel model) {
        this.model = model;
        setId("open-data");
        setGraphic(new FontIcon(Feather.FILE_PLUS));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
        Hints.explain(
                this,
                "open your own data",
                "Opens images of your own: choose a folder or a file, or drop it anywhere on the window");
        MenuItem folder = new MenuItem("Folder of images, a sub-folder for each class …");
        folder.setOnAction(
                event -> open(new DirectoryChooser().showDialog(getScene().getWindow())));
        MenuItem file = new MenuItem("IDX, CSV, NPY or NPZ file …");
        file.setOnAction(
                event -> open(new FileChooser().showOpenDialog(getScene().getWindow())));
        getItems().setAll(folder, file);
    }

    private void open(@Nullable File chosen) {
        if (chosen != null) {
            model.look(chosen.toPath());
        }
    }

    /** Says that a file or folder may be dropped. */
    public static void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        }
        event.consume();
    }

    /** The file or folder that was dropped; null if none was. */
    public static @Nullable Path dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        boolean any = board.hasFiles() && !board.getFiles().isEmpty();
        event.setDropCompleted(any);
        event.consume();
        return any ? board.getFiles().get(0).toPath() : null;
    }
}
