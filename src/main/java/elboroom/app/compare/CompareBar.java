package elboroom.app.compare;

import atlantafx.base.theme.Styles;
import elboroom.app.explore.LayerBar;
import elboroom.app.widget.Hints;
import elboroom.app.widget.WhileShown;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What holds for both maps: their layers, and how their axes go together. */
final class CompareBar extends FlowPane {
    private final CompareModel model;
    private final LayerBar layers;
    private final Map<Axes, ToggleButton> axes = new EnumMap<>(Axes.class);

    CompareBar(CompareModel model) {
        this.model = model;
        getStyleClass().add("map-bar");
        layers = new LayerBar(model::showLayer);
        Label title = new Label("Axes");
        title.getStyleClass().add("caption");
        HBox axesBar = new HBox(title, buttons());
        axesBar.getStyleClass().add("pickers");
        axesBar.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(layers, axesBar);
        WhileShown.updateAfterFrame(this, this::show, model.stateProperty());
    }

    private HBox buttons() {
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
        layers.show(model.state().layers());
        axes.forEach(
                (choice, button) -> button.setSelected(choice == model.state().axes()));
    }
}
