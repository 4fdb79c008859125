package elboroom.app.interpolate;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.InTurn;
import elboroom.data.ImageSet;
import elboroom.latent.PathKind;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stops of the way: each can be taken into the hand and put elsewhere, on the map or by name. */
final class StopsBar extends VBox {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    private final InterpolateModel model;
    private final FlowPane tiles = new FlowPane();
    private final TextField name = new TextField();
    private final MenuButton classes = new MenuButton("Class");
    private final ToggleButton draw = new ToggleButton("Draw", new FontIcon(Feather.EDIT_2));
    private final Button explored = new Button("From Explore");
    private final Button add = new Button("Add a stop", new FontIcon(Feather.PLUS));
    private final Button remove = new Button("Remove", new FontIcon(Feather.X));
    private final CheckBox closed = new CheckBox("Round trip");
    private final Label hint = new Label();
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper(this, "drawing");

    StopsBar(InterpolateModel model) {
        this.model = model;
        getStyleClass().add("stops");
        tiles.getStyleClass().add("stop-tiles");
        name.setId("stop-name");
        name.setPromptText("# or class");
        name.setPrefColumnCount(6);
        classes.setId("stop-class");
        classes.setOnShowing(event -> fill());
        draw.setId("stop-draw");
        drawing.bind(draw.selectedProperty().and(model.heldProperty().greaterThanOrEqualTo(0)));
        name.setOnAction(event -> named());
        explored.setId("stop-explored");
        explored.setOnAction(event -> model.putExplored(held()));
        add.setId("stop-add");
        add.setOnAction(event -> model.addStop());
        remove.setId("stop-remove");
        remove.setOnAction(event -> model.removeStop(held()));
        closed.setId("stop-closed");
        closed.setOnAction(event -> model.close(closed.isSelected()));
        for (ButtonBase button : List.of(classes, draw, explored, add, remove)) {
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
        }
        Hints.explain(explored, "From Explore", "Puts the chosen stop where Explore's marker is");
        Hints.explain(classes, "Class", "Puts the chosen stop on an input of this class; once more, on the next one");
        Hints.explain(
                draw,
                "Draw",
                "Opens a pad in place of the decoded image; the chosen stop goes where the encoder puts what you draw");
        Hints.explain(name, "Search", "Puts the chosen stop on the input of this number, or on one of this class");
        Hints.explain(closed, "Round trip", "Goes back to A in the end: a tour of three or more inputs");
        hint.setId("stop-hint");
        hint.getStyleClass().add("caption");
        hint.setMinHeight(USE_PREF_SIZE);
        hint.setWrapText(true);
        name.setMinWidth(USE_PREF_SIZE);
        closed.setMinWidth(USE_PREF_SIZE);
        InTurn.children(this, tiles, line(add, remove, closed), line(classes, name, draw, explored), hint);
        model.explored().imagesProperty().addListener(observable -> show());
        model.tripProperty().addListener(observable -> show());
        model.waysProperty().addListener(observable -> show());
        model.heldProperty().addListener(observable -> show());
        show();
    }

    private static FlowPane line(Node... tools) {
        FlowPane line = new FlowPane();
        InTurn.children(line, tools);
        line.getStyleClass().add("stop-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Whether the stop in the hand is being drawn. */
    ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /** Whether a stop in the hand is, or would be, drawn. */
    boolean isDrawing() {
        return draw.isSelected();
    }

    void draw(boolean on) {
        draw.setSelected(on);
    }

    private List<String> classNames() {
        ImageSet images = model.explored().imagesProperty().get();
        return images == null ? List.of() : images.classNames();
    }

    /** Only when the menu opens: JavaFX holds on to all that is put into one that has been shown once, until it is again. */
    private void fill() {
        classes.getItems()
                .setAll(classNames().stream()
                        .map(each -> {
                            MenuItem item = new MenuItem(each);
                            item.setMnemonicParsing(false);
                            item.setOnAction(event -> hint(model.putNamed(held(), each)));
                            return item;
                        })
                        .toList());
    }

    private int held() {
        return Math.max(0, model.heldProperty().get());
    }

    private void named() {
        String wrong = model.putNamed(held(), name.getText());
        if (wrong.isEmpty()) {
            name.clear();
        }
        hint(wrong);
    }

    private void show() {
        Trip trip = model.tripProperty().get();
        // Kept while a stop is dragged: each that is made anew holds the window up for a millisecond or more.
        int count = trip.stops().size();
        if (tiles.getChildren().size() > count) {
            tiles.getChildren().remove(count, tiles.getChildren().size());
        }
        while (tiles.getChildren().size() < count) {
            tiles.getChildren().add(tile(tiles.getChildren().size()));
        }
        for (int i = 0; i < count; i++) {
            fill((ImageTile) tiles.getChildren().get(i), trip, i);
        }
        boolean some = model.heldProperty().get() >= 0;
        name.setDisable(!some);
        classes.setDisable(!some || classNames().isEmpty());
        draw.setDisable(!some);
        explored.setDisable(!some);
        remove.setDisable(!some || trip.stops().size() < 3);
        add.setDisable(trip.stops().size() >= Trip.MOST_STOPS);
        closed.setDisable(trip.stops().size() < 3);
        closed.setSelected(trip.closed());
        hint("");
    }

    private void hint(String wrong) {
        int stop = model.heldProperty().get();
        hint.setText(
                !wrong.isEmpty()
                        ? wrong
                        : stop < 0
                                ? "Click a stop to move it; drag on the map to walk along the way."
                                : "Stop %s: click or drag on the map, choose an input here, or draw one."
                                        .formatted(Trip.name(stop)));
    }

    private ImageTile tile(int index) {
        ImageTile tile = new ImageTile(Trip.name(index), "tile-small").withDetail();
        tile.setId("stop-" + index);
        tile.getStyleClass().add("stop");
        tile.setFocusTraversable(true);
        tile.setOnMouseClicked(event -> model.hold(index));
        tile.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                model.hold(index);
                event.consume();
            }
        });
        return tile;
    }

    private void fill(ImageTile tile, Trip trip, int index) {
        Stop stop = trip.stops().get(index);
        tile.setDetail(stop.words());
        Way line = model.waysProperty().get().get(PathKind.LINE);
        int frame = index * (WaysModel.PER_LEG - 1);
        tile.show(
                line != null && frame < line.count() ? line.image(frame) : null,
                model.explored().model().shape());
        tile.pseudoClassStateChanged(HELD, model.heldProperty().get() == index);
        tile.setAccessibleText("stop " + Trip.name(index) + ", " + stop.words());
    }
}
