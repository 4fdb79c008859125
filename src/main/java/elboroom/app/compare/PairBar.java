package elboroom.app.compare;

import atlantafx.base.theme.Styles;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.TitleCell;
import elboroom.app.widget.WhileShown;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Above the tab: the data that both models encode, and which pair it is. */
final class PairBar extends HBox {
    private final CompareModel model;
    private final ComboBox<DataChoice> data = new ComboBox<>();
    private boolean showing;

    PairBar(CompareModel model) {
        this.model = model;
        getStyleClass().add("pickers");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Data");
        title.getStyleClass().add("caption");
        title.setMinWidth(Region.USE_PREF_SIZE);
        data.setId("compare-data");
        TitleCell.install(data, DataChoice::name);
        data.setOnAction(event -> {
            DataChoice choice = data.getValue();
            if (!showing && choice != null) {
                model.chooseData(choice.id());
            }
        });
        data.setOnShowing(event -> show());
        Hints.explain(data, "data", "The images that both models encode and the maps show as points");
        Button usual = new Button("AE beside VAE");
        usual.setId("compare-usual");
        usual.getStyleClass().add(Styles.SMALL);
        usual.setMinWidth(Region.USE_PREF_SIZE);
        usual.setOnAction(event -> model.openUsualPair());
        Hints.explain(
                usual,
                "autoencoder beside VAE",
                "A plain autoencoder (AE) and a VAE that differ in nothing but the KL term");
        Button swap = IconButtons.button(Feather.REPEAT, "swap", "Swaps the two sides", model::swap);
        swap.setId("compare-swap");
        getChildren().addAll(title, data, usual, swap);
        WhileShown.updateAfterFrame(this, this::show, model.stateProperty());
    }

    private void show() {
        showing = true;
        List<DataChoice> choices = model.data();
        if (!data.getItems().equals(choices)) {
            data.getItems().setAll(choices);
        }
        data.setValue(model.dataset());
        showing = false;
    }
}
