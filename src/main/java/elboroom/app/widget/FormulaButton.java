package elboroom.app.widget;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** Beside a number: opens its formula with the values of now in it. */
public final class FormulaButton extends Button {
    private static final double GAP = 4;

    /**
     * @param id ends in it: {@code formula-ID}
     * @param name of the number
     * @param formula with live values, a line each; asked when it is opened
     */
    public FormulaButton(String id, String name, Supplier<String> formula) {
        super("formula");
        setId("formula-" + id);
        getStyleClass().addAll("formula-button", "flat", "small");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> open(formula.get()));
        Hints.explain(this, "formula of " + name, "Shows how this number comes about, with the values of now");
    }

    private void open(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("formula-text");
        label.setId("formula-text");
        VBox card = new VBox(label);
        Popup popup = PopupCard.of(getScene(), getFont().getSize() / 0.857, card);
        Bounds place = localToScreen(getLayoutBounds());
        popup.show(this, place.getMinX(), place.getMaxY() + GAP);
    }
}
