package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.raster.Picture;
import elboroom.train.StoredRun;
import java.nio.file.Path;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The runs that were kept, a card each, and the way back after one was deleted. */
final class RunsPane extends VBox {
    private final RunsModel model;
    private final VBox cards = new VBox();
    private final Label none = new Label("No runs yet. Start one: it is kept here, with its curves and its moments.");

    RunsPane(RunsModel model) {
        this.model = model;
        getStyleClass().add("runs-pane");
        cards.getStyleClass().add("run-cards");
        none.setWrapText(true);
        none.getStyleClass().add("caption");
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("runs-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, undo());
        model.runsProperty().addListener(observable -> show());
        model.thumbnailsProperty().addListener(observable -> show());
        model.comparedProperty().addListener(observable -> show());
        show();
    }

    private HBox undo() {
        Label text = new Label();
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button back = new Button("Undo");
        back.setId("undo-delete");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(event -> model.deletions().undo());
        Hints.explain(back, "undo", "Brings the run back that was deleted last (Ctrl+Z)");
        HBox bar = new HBox(text, back);
        bar.getStyleClass().add("undo-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(model.deletions().lastProperty().isNotNull());
        bar.managedProperty().bind(bar.visibleProperty());
        model.deletions()
                .lastProperty()
                .addListener((observable, was, is) ->
                        text.setText(is == null ? "" : "Deleted: " + is.run().title()));
        return bar;
    }

    private void show() {
        cards.getChildren().clear();
        Map<Path, Picture> pictures = model.thumbnailsProperty().get();
        for (StoredRun run : model.runsProperty().get()) {
            cards.getChildren().add(new RunCard(model, run, pictures.get(run.folder())));
        }
        if (cards.getChildren().isEmpty()) {
            cards.getChildren().add(none);
        }
    }
}
