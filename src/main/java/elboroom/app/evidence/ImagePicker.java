package elboroom.app.evidence;

import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.InTurn;
import elboroom.data.ImageSet;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Chooses the image: by its number, the one before or after, the next of a class. */
final class ImagePicker extends HBox {
    private final EvidenceModel model;
    private final TextField number = new TextField();
    private final ComboBox<String> classes = new ComboBox<>();

    ImagePicker(EvidenceModel model) {
        this.model = model;
        getStyleClass().add("image-picker");
        setAlignment(Pos.CENTER_LEFT);
        number.setId("evidence-number");
        number.setPrefColumnCount(5);
        number.setOnAction(event -> choose());
        Hints.explain(number, "number of the image", "Type the number of an image, from 0, and press Enter");
        classes.setId("evidence-class");
        classes.setPromptText("any class");
        classes.setVisibleRowCount(12);
        Hints.explain(classes, "class of the image", "Choosing a class shows the next image of it");
        classes.setOnAction(event -> next());
        Label label = new Label("Image");
        label.setMinWidth(USE_PREF_SIZE);
        Button before = IconButtons.button(
                Feather.CHEVRON_LEFT, "image before", "Shows the image before this one", () -> step(-1));
        Button after = IconButtons.button(Feather.CHEVRON_RIGHT, "next image", "Shows the next image", () -> step(1));
        Button of = new Button("Next");
        of.setId("evidence-next");
        of.setMinWidth(USE_PREF_SIZE);
        of.setOnAction(event -> next());
        of.disableProperty().bind(classes.valueProperty().isNull());
        Hints.explain(of, "next of the class", "Shows the next image of the chosen class");
        InTurn.children(this, label, before, number, after, classes, of);
        model.lookProperty().addListener(observable -> describe());
        model.imagesProperty().addListener(observable -> fill());
        fill();
        describe();
    }

    private void fill() {
        ImageSet images = model.imagesProperty().get();
        if (images != null && !classes.getItems().equals(images.classNames())) {
            classes.getItems().setAll(images.classNames());
            classes.setValue(null);
        }
        classes.setDisable(classes.getItems().isEmpty());
    }

    private void describe() {
        int image = model.image();
        number.setText(image < 0 ? "" : String.valueOf(image));
        number.setPromptText(image < 0 ? "drawing" : "");
    }

    private void choose() {
        ImageSet images = model.imagesProperty().get();
        try {
            int index = Integer.parseInt(number.getText().strip().replace("#", ""));
            if (images != null && index >= 0 && index < images.size()) {
                model.choose(index);
                return;
            }
        } catch (NumberFormatException e) {
            // Not a number: what was there before comes back.
            number.setText("");
        }
        describe();
    }

    private void step(int by) {
        ImageSet images = model.imagesProperty().get();
        if (images != null) {
            model.choose(Math.floorMod(model.image() + by, images.size()));
        }
    }

    private void next() {
        int label = classes.getSelectionModel().getSelectedIndex();
        if (label >= 0) {
            model.chooseNextOf(label);
        }
    }
}
