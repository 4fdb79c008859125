package elboroom.app.losses;

import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A large number with its unit, its name and what it means; a click opens its formula with the values of now in it. */
final class Formula extends VBox {
    private final Label number = new Label("–");
    private final Label unit = new Label("nats per image");
    private final int decimals;

    /**
     * @param name of the quantity
     * @param meaning a sentence
     * @param formula with live values, a line each; asked when it is opened
     */
    Formula(String id, String name, int decimals, String meaning, Supplier<String> formula) {
        this.decimals = decimals;
        getStyleClass().add("formula");
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        number.getStyleClass().add("large-number");
        number.setId("number-" + id);
        unit.getStyleClass().add("unit");
        Button open = new Button("formula");
        open.setId("formula-" + id);
        open.getStyleClass().addAll("formula-button", "flat", "small");
        open.setOnAction(event -> open(open, formula.get()));
        Hints.explain(open, "formula of " + name, "Shows how this number comes about, with the values of now");
        javafx.scene.layout.HBox line = new javafx.scene.layout.HBox(6, number, unit, open);
        line.setAlignment(Pos.BASELINE_LEFT);
        Label words = new Label(meaning);
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.managedProperty().bind(words.visibleProperty());
        getChildren().addAll(title, line, words);
    }

    /** @param value not a number if the model has none */
    void setValue(double value) {
        number.setText(Double.isNaN(value) ? "none" : Numbers.fixed(value, decimals));
        unit.setVisible(!Double.isNaN(value));
        unit.setManaged(!Double.isNaN(value));
    }

    void setUnknown() {
        number.setText("–");
    }

    private void open(Button owner, String text) {
        Label label = new Label(text);
        label.getStyleClass().add("formula-text");
        label.setId("formula-text");
        Popup popup = new Popup();
        popup.setAutoHide(true);
        VBox card = new VBox(label);
        card.getStyleClass().add("formula-card");
        card.getStylesheets().addAll(getScene().getRoot().getStylesheets());
        card.getStylesheets()
                .add(java.util.Objects.requireNonNull(Formula.class.getResource("losses.css"))
                        .toExternalForm());
        popup.getContent().add(card);
        var place = owner.localToScreen(owner.getLayoutBounds());
        popup.show(owner, place.getMinX(), place.getMaxY() + 4);
    }
}
