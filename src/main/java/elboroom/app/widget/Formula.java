package elboroom.app.widget;

import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A large number with its unit, its name and what it means; a click opens its formula with the values of now in it. */
public final class Formula extends VBox {
    private final Label number = new Label("–");
    private final Label unitLabel = new Label();
    private final Label words;
    private String unit;
    private final String meaning;
    private final int decimals;

    /**
     * @param id ends in it: {@code number-ID}
     * @param name of the quantity
     * @param unit may be empty
     * @param meaning a sentence
     * @param formula with live values, a line each; asked when it is opened
     */
    public Formula(String id, String name, String unit, int decimals, String meaning, Supplier<String> formula) {
        this.unit = unit;
        this.meaning = meaning;
        this.decimals = decimals;
        getStyleClass().add("formula");
        Label title = new Label(name);
        title.getStyleClass().add("section-title");
        number.getStyleClass().add("large-number");
        number.setId("number-" + id);
        number.setMinWidth(USE_PREF_SIZE);
        unitLabel.setText(unit);
        unitLabel.getStyleClass().add("unit");
        unitLabel.setMinWidth(USE_PREF_SIZE);
        // Where a card is too narrow for all of it, what follows the number goes below it rather than being cut.
        FlowPane line = new FlowPane(6, 0, number, unitLabel, new FormulaButton(id, name, formula));
        line.setRowValignment(VPos.BASELINE);
        line.setMinHeight(USE_PREF_SIZE);
        words = new Label(meaning);
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        // A page without room for it hides it.
        words.managedProperty().bind(words.visibleProperty());
        getChildren().addAll(title, line, words);
    }

    /** Shows numbers in another unit from now on. */
    public void setUnit(String newUnit) {
        unit = newUnit;
        unitLabel.setText(newUnit);
    }

    /** @param value not a number if there is none */
    public void setValue(double value) {
        setValue(value, decimals);
    }

    /** The same with other decimals, say of another unit. */
    public void setValue(double value, int otherDecimals) {
        number.setText(Double.isNaN(value) ? "none" : Numbers.fixed(value, otherDecimals));
        unitLabel.setText(unit);
        words.setText(meaning);
        unitLabel.setVisible(!Double.isNaN(value));
        unitLabel.setManaged(!Double.isNaN(value));
    }

    /**
     * The quantity is this or more: what is known of it is an estimate of a lower bound.
     *
     * @param standardError of the bound
     * @param instead says so, in place of the meaning
     */
    public void setAtLeast(double value, double standardError, String instead) {
        setValue(value);
        number.setText("≥ " + number.getText());
        unitLabel.setText("± %s %s".formatted(Numbers.fixed(standardError, decimals), unit));
        words.setText(instead);
    }

    /** The number is not known yet. */
    public void setUnknown() {
        number.setText("–");
    }
}
