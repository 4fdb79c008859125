package elboroom.app.settings;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import elboroom.data.Dataset;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The copies of own data, each with its size on the disk and a button that, asked twice, deletes it. */
final class CopiesList extends VBox {
    private final CopiesModel model;

    CopiesList(CopiesModel model) {
        this.model = model;
        setId("copies");
        getStyleClass().add("copies");
        // Not only when they change: what can be forgotten depends on what is shown elsewhere.
        model.copiesProperty().addListener(observable -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        if (model.copiesProperty().get().isEmpty()) {
            Label none = new Label("None. Data that you open is copied once, so that it opens at once the next time");
            none.setWrapText(true);
            getChildren().add(none);
            return;
        }
        for (KeptCopy copy : model.copiesProperty().get()) {
            getChildren().add(row(copy));
        }
    }

    private Node row(KeptCopy copy) {
        Dataset data = copy.data().dataset();
        Label title = new Label(data.title());
        title.setMinWidth(0);
        Label facts = new Label("%,d images of %s · from %s"
                .formatted(
                        data.trainSize() + data.testSize(),
                        data.shape(),
                        copy.data().source()));
        facts.getStyleClass().add("caption");
        facts.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        facts.setTooltip(new Tooltip(copy.data().source().toString()));
        VBox words = new VBox(title, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label size = new Label(CopiesModel.size(copy.bytes()));
        size.getStyleClass().add("copy-size");
        size.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(words, size, forget(copy));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private Node forget(KeptCopy copy) {
        String name = copy.data().dataset().title();
        String obstacle = model.obstacle(copy);
        if (!obstacle.isEmpty()) {
            Label used = new Label(obstacle);
            used.getStyleClass().add("caption");
            used.setMinWidth(Region.USE_PREF_SIZE);
            return used;
        }
        Button forget = button("forget-copy", "Forget …", "forget the copy of " + name);
        Button delete = button("delete-copy", "Delete the copy", "delete the copy of " + name);
        delete.getStyleClass().add(Styles.DANGER);
        Button keep = button("keep-copy", "Keep it", "keep the copy of " + name);
        HBox buttons = new HBox(forget);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("buttons");
        forget.setOnAction(event -> {
            buttons.getChildren().setAll(keep, delete);
            keep.requestFocus();
        });
        keep.setOnAction(event -> {
            buttons.getChildren().setAll(forget);
            forget.requestFocus();
        });
        delete.setOnAction(event -> model.forget(copy));
        return buttons;
    }

    private static Button button(String id, String text, String name) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return Hints.explain(button, name, "Deletes the copy that is kept on the disk. Your own files are not touched");
    }
}
