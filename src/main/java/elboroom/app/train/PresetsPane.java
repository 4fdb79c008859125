package elboroom.app.train;

import elboroom.app.widget.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is seen before there is a run: what this tab is for, and runs worth starting. */
final class PresetsPane extends VBox {
    /**
     * Makes the page.
     *
     * @param setUp fills the form in for one of the runs, by its id, and shows it
     * @param start starts the run that the form describes
     */
    PresetsPane(Consumer<String> setUp, Runnable start) {
        getStyleClass().add("presets");
        setAlignment(Pos.CENTER);
        Label title = new Label("Train a model and watch its two losses pull against each other");
        title.getStyleClass().add("presets-title");
        title.setMinHeight(USE_PREF_SIZE);
        Label text = new Label(
                "Distortion wants good pictures, the rate wants cheap codes. Choose one of these runs, or set up"
                        + " your own on the left and press Start training.");
        text.getStyleClass().add("caption");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        GridPane cards = new GridPane();
        cards.getStyleClass().add("cards");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            cards.getColumnConstraints().add(half);
        }
        List<Preset> presets = new ArrayList<>(Preset.ALL);
        for (int i = 0; i < presets.size(); i++) {
            cards.add(card(presets.get(i), setUp, start), i % 2, i / 2);
        }
        VBox page = new VBox(title, text, cards);
        page.getStyleClass().add("page");
        page.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(page);
    }

    private static VBox card(Preset preset, Consumer<String> setUp, Runnable start) {
        Label title = new Label(preset.title(), new FontIcon(preset.icon()));
        title.getStyleClass().add("section-title");
        Label promise = new Label(preset.promise());
        promise.getStyleClass().add("promise");
        promise.setWrapText(true);
        promise.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button look = new Button("Set up");
        look.setId("preset-" + preset.id());
        look.setOnAction(event -> setUp.accept(preset.id()));
        Hints.explain(
                look, "set up " + preset.title(), "Fills the form on the left in, to be looked at or changed first");
        Button go = new Button("Start", new FontIcon(Feather.PLAY));
        go.setId("start-" + preset.id());
        go.setOnAction(event -> {
            setUp.accept(preset.id());
            start.run();
        });
        Hints.explain(go, "start " + preset.title(), "Starts this run at once");
        HBox buttons = new HBox(go, look);
        buttons.getStyleClass().add("card-buttons");
        VBox card = new VBox(title, promise, gap, buttons);
        card.getStyleClass().add("card");
        return card;
    }
}
