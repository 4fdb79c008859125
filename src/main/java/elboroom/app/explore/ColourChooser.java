package elboroom.app.explore;

import elboroom.app.widget.Hints;
import elboroom.app.widget.OnceVisible;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Chooses what the colours of the points say; hidden when there is only the class. */
final class ColourChooser extends HBox {
    private final ExploreModel model;
    private final ComboBox<String> choices = new ComboBox<>();
    private boolean showing;

    ColourChooser(ExploreModel model) {
        this.model = model;
        getStyleClass().add("plane-chooser");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Colour");
        title.getStyleClass().add("caption");
        choices.setId("colour");
        choices.setOnAction(event -> {
            String choice = choices.getValue();
            if (!showing && choice != null) {
                model.chooseColour(choice);
            }
        });
        Hints.explain(
                choices,
                "colour",
                "What the points' colours say: the class, or one of the factors that generated the images, from dark (low)"
                        + " to light (high)");
        model.coloursProperty().addListener(observable -> show());
        model.stateProperty().addListener(observable -> show());
        show();
        OnceVisible.fill(this, title, choices);
    }

    private void show() {
        showing = true;
        List<String> known = model.coloursProperty().get();
        if (!choices.getItems().equals(known)) {
            choices.getItems().setAll(known);
        }
        choices.setValue(model.colour());
        setVisible(known.size() > 1);
        setManaged(known.size() > 1);
        showing = false;
    }
}
