package elboroom.app.compare;

import atlantafx.base.theme.Styles;
import elboroom.app.explore.LayerBar;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.TitleCell;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What holds for both sides: data, layers of the maps, and how their axes go together. */
final class CompareBar extends FlowPane {
    private final CompareModel model;
    private final ComboBox<DataChoice> data = new ComboBox<>();
    private final LayerBar layers;
    private final Map<Axes, ToggleButton> axes = new EnumMap<>(Axes.class);
    private boolean showing;

    CompareBar(CompareModel model) {
        this.model = model;
        getStyleClass().add("map-bar");
        layers = new LayerBar(model::showLayer);
        data.setId("compare-data");
        TitleCell.install(data, DataChoice::name);
        data.setOnAction(event -> {
            DataChoice choice = data.getValue();
            if (!showing && choice != null) {
                model.chooseData(choice.id());
            }
        });
        Hints.explain(data, "data", "The images that both models encode and the maps show as points");
        Button usual = new Button("AE beside VAE");
        usual.setId("compare-usual");
        usual.getStyleClass().add(Styles.SMALL);
        usual.setMinWidth(Region.USE_PREF_SIZE);
        usual.setOnAction(event -> model.openUsualPair());
        Hints.explain(
                usual,
                "autoencoder beside VAE",
                "A plain autoencoder and a VAE that differ in nothing but the KL term");
        Button swap = IconButtons.button(Feather.REPEAT, "swap", "Swaps the two sides", model::swap);
        swap.setId("compare-swap");
        getChildren().addAll(titled("Data", data), layers, titled("Axes", axesBar()), usual, swap);
        model.stateProperty().addListener(observable -> show());
        show();
    }

    private static HBox titled(String text, Region control) {
        Label title = new Label(text);
        title.getStyleClass().add("caption");
        HBox box = new HBox(title, control);
        box.getStyleClass().add("titled");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox axesBar() {
        HBox bar = new HBox();
        for (Axes choice : Axes.values()) {
            ToggleButton button = new ToggleButton(choice.title());
            button.setId("axes-" + choice.name().toLowerCase(Locale.ROOT));
            button.getStyleClass()
                    .addAll(
                            choice == Axes.SAME
                                    ? Styles.LEFT_PILL
                                    : choice == Axes.EACH ? Styles.RIGHT_PILL : Styles.CENTER_PILL,
                            Styles.SMALL);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                model.chooseAxes(choice);
                show();
            });
            Hints.explain(button, choice.title(), choice.explanation());
            axes.put(choice, button);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private void show() {
        showing = true;
        List<DataChoice> choices = model.data();
        if (!data.getItems().equals(choices)) {
            data.getItems().setAll(choices);
        }
        data.setValue(model.dataset());
        layers.show(model.state().layers());
        axes.forEach(
                (choice, button) -> button.setSelected(choice == model.state().axes()));
        showing = false;
    }
}
