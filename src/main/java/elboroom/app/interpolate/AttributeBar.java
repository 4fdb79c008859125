package elboroom.app.interpolate;

import elboroom.app.widget.Hints;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An attribute, the mean of one class less that of another, to drag the first stop along. */
final class AttributeBar extends VBox {
    private final InterpolateModel model;
    private final ComboBox<String> with = new ComboBox<>();
    private final ComboBox<String> without = new ComboBox<>();
    private final Slider amount = new Slider(-AttributeModel.MOST, AttributeModel.MOST, 0);
    private final Label words = new Label();
    /** While what is shown changes by itself, not by the hand. */
    private boolean filling;

    AttributeBar(InterpolateModel model) {
        this.model = model;
        getStyleClass().add("attribute");
        with.setId("attribute-with");
        without.setId("attribute-without");
        amount.setId("attribute-amount");
        with.setAccessibleText("class that has the attribute");
        without.setAccessibleText("class that has it not");
        amount.setAccessibleText("how far along the attribute");
        amount.setShowTickMarks(true);
        amount.setMajorTickUnit(1);
        words.setId("attribute-words");
        words.getStyleClass().add("caption");
        words.setMinHeight(USE_PREF_SIZE);
        words.setWrapText(true);
        with.setOnAction(event -> measure());
        without.setOnAction(event -> measure());
        amount.valueProperty().addListener(observable -> {
            if (!filling) {
                model.followAttribute(amount.getValue());
            }
        });
        amount.setOnMouseReleased(event -> model.endGesture());
        amount.setOnKeyReleased(event -> model.endGesture());
        Label title = new Label("Attribute");
        title.setMinWidth(USE_PREF_SIZE);
        Hints.explain(
                title,
                "Attribute",
                "The mean code of one class less that of another is a direction; A moved along it should gain what sets the"
                        + " one class apart");
        Label less = new Label("−");
        HBox classes = new HBox();
        InTurn.children(classes, title, with, less, without);
        classes.setAlignment(Pos.CENTER_LEFT);
        classes.getStyleClass().add("stop-tools");
        amount.setPrefWidth(120);
        FlowPane line = new FlowPane();
        InTurn.children(line, classes, amount);
        line.getStyleClass().add("stop-line");
        InTurn.children(this, line, words);
        model.attributeClassesProperty().addListener(observable -> chosen());
        model.attributeProperty().addListener(observable -> show());
        model.attributeProperty().addListener(observable -> slide());
        model.tripProperty().addListener(observable -> slide());
        model.explored().imagesProperty().addListener(observable -> fill());
        fill();
        show();
    }

    private void fill() {
        ImageSet images = model.explored().imagesProperty().get();
        filling = true;
        with.getItems().setAll(images == null ? List.of() : images.classNames());
        without.getItems().setAll(with.getItems());
        filling = false;
        setDisable(with.getItems().size() < 2);
        chosen();
    }

    private void measure() {
        if (!filling) {
            model.chooseAttribute(new AttributeModel.Classes(
                    with.getSelectionModel().getSelectedIndex(),
                    without.getSelectionModel().getSelectedIndex()));
        }
    }

    private void chosen() {
        AttributeModel.Classes classes = model.attributeClassesProperty().get();
        filling = true;
        select(with, classes.with());
        select(without, classes.without());
        filling = false;
        show();
    }

    /** A class that is not there is none. */
    private static void select(ComboBox<String> box, int index) {
        box.getSelectionModel().select(index < box.getItems().size() ? index : -1);
    }

    /** The handle on the map moves it, too. */
    private void slide() {
        filling = true;
        amount.setValue(model.attributeAmount());
        filling = false;
    }

    private void show() {
        Attribute known = model.attributeProperty().get();
        amount.setDisable(known == null);
        if (known == null) {
            int one = with.getSelectionModel().getSelectedIndex();
            int other = without.getSelectionModel().getSelectedIndex();
            words.setText(
                    Math.min(one, other) >= 0 && one != other
                            ? "Measuring what sets them apart …"
                            : "Choose two classes, then drag A along, here or on the map.");
        } else {
            words.setText(
                    "Cohen's d = %s: how far apart the classes are along it, in their own standard deviations (0.8 is called large)."
                            .formatted(Numbers.fixed(known.direction().cohensD(), 2)));
        }
    }
}
