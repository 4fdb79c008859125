package elboroom.app.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A number with its name above and its unit behind it, of a width that does not change with the number. */
public final class Figure extends VBox {
    private final Label number = new Label("–");
    private final int decimals;

    /**
     * @param name of the quantity
     * @param unit behind the number
     * @param explanation what it means, a sentence
     */
    public Figure(String name, String unit, int decimals, String explanation) {
        this.decimals = decimals;
        getStyleClass().add("figure");
        Label title = new Label(name);
        title.getStyleClass().add("caption");
        number.getStyleClass().add("number");
        Label unitLabel = new Label(unit);
        unitLabel.getStyleClass().add("unit");
        HBox line = new HBox(4, number, unitLabel);
        line.setAlignment(Pos.BASELINE_RIGHT);
        setAlignment(Pos.TOP_RIGHT);
        unitLabel.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(title, line);
        Hints.explain(this, name, explanation);
    }

    public void setValue(double value) {
        number.setText(Numbers.fixed(value, decimals));
    }

    public String getText() {
        return number.getText();
    }
}
