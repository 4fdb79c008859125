package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.raster.Picture;
import elboroom.train.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The runs that were kept, a card each, and the way back after one was deleted. What is under the pointer stays there: the
 * notice of a deletion lies over the end of the list, and a list that gets shorter keeps its place.
 */
final class RunsPane extends StackPane {
    private final RunsModel model;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label none = new Label("No runs yet. Start one: it is kept here, with its curves and its moments.");
    private Map<Path, RunCard> cards = new HashMap<>();

    RunsPane(RunsModel model) {
        this.model = model;
        getStyleClass().add("runs-pane");
        list.getStyleClass().add("run-cards");
        none.setWrapText(true);
        none.getStyleClass().add("caption");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("runs-scroll");
        HBox undo = undo();
        StackPane.setAlignment(undo, Pos.BOTTOM_CENTER);
        getChildren().addAll(scroll, undo);
        model.runsProperty().addListener(observable -> show());
        model.thumbnailsProperty().addListener(observable -> showPictures());
        model.comparisons().drawnProperty().addListener(observable -> mark());
        model.comparisons().shownProperty().addListener(observable -> mark());
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
        bar.setMaxHeight(USE_PREF_SIZE);
        bar.visibleProperty().bind(model.deletions().lastProperty().isNotNull());
        model.deletions()
                .lastProperty()
                .addListener((observable, was, is) ->
                        text.setText(is == null ? "" : "Deleted: " + is.run().title()));
        return bar;
    }

    /** A card that says what it said before stays: with its focus, and with what is being typed over its title. */
    private void show() {
        double above = above();
        int focused = focused();
        Map<Path, RunCard> now = new HashMap<>();
        List<Node> shown = new ArrayList<>();
        for (StoredRun run : model.runsProperty().get()) {
            RunCard before = cards.get(run.folder());
            RunCard card = before != null && before.run().equals(run) ? before : new RunCard(model, run);
            now.put(run.folder(), card);
            shown.add(card);
        }
        cards = now;
        if (shown.isEmpty()) {
            shown.add(none);
        }
        showPictures();
        if (!list.getChildren().equals(shown)) {
            list.getChildren().setAll(shown);
            if (focused >= 0) {
                shown.get(Math.min(focused, shown.size() - 1)).requestFocus();
            }
            keep(above);
        }
    }

    private void showPictures() {
        Map<Path, Picture> pictures = model.thumbnailsProperty().get();
        cards.forEach((folder, card) -> card.show(pictures.get(folder)));
    }

    private void mark() {
        cards.values().forEach(RunCard::mark);
    }

    /** Which card has the focus; -1 for none. */
    private int focused() {
        for (int i = 0; i < list.getChildren().size(); i++) {
            if (list.getChildren().get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    /** Pixels of the list above what is seen of it. */
    private double above() {
        return scroll.getVvalue() * hidden();
    }

    private double hidden() {
        return Math.max(0, list.getHeight() - scroll.getViewportBounds().getHeight());
    }

    private void keep(double above) {
        scroll.applyCss();
        scroll.layout();
        scroll.setVvalue(hidden() == 0 ? 0 : Math.min(1, above / hidden()));
    }
}
