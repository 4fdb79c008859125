package elboroom.app.exported;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks which model to open, a folder or a zip. */
public final class OpenModelButton extends MenuButton {
    private final Consumer<Path> open;

    /** @param open opens a folder or file */
    public OpenModelButton(Consumer<Path> open) {
        this.open = open;
        setId("open-model");
        setGraphic(new FontIcon(Feather.FOLDER));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
        getStylesheets().add(String.valueOf(OpenModelButton.class.getResource("/elboroom/app/data/data.css")));
        Hints.explain(
                this,
                "open a model",
                "Opens a model that was trained elsewhere: a folder of this program's, or encoder.onnx and decoder.onnx in a"
                        + " folder or zip. Or drop it anywhere on the window");
        MenuItem folder = new MenuItem("Folder of a model, or with encoder.onnx and decoder.onnx …");
        folder.setOnAction(
                event -> chosen(new DirectoryChooser().showDialog(getScene().getWindow())));
        MenuItem zip = new MenuItem("Zip with encoder.onnx and decoder.onnx …");
        zip.setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Zip files", "*.zip"));
            chosen(chooser.showOpenDialog(getScene().getWindow()));
        });
        getItems().setAll(folder, zip);
    }

    private void chosen(@Nullable File file) {
        if (file != null) {
            open.accept(file.toPath());
        }
    }
}
