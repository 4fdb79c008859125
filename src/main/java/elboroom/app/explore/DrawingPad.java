package elboroom.app.explore;

import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.ImageTile;
import elboroom.data.ImageShape;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A pad to draw on with pen or eraser. It shows the strokes of the state, so undo takes them back one by one. */
final class DrawingPad extends VBox {
    private static final ImageShape PAD = new ImageShape(StrokeRaster.SIZE, StrokeRaster.SIZE, 1);

    private final ExploreModel model;
    private final ImageTile pad = new ImageTile("", "tile-pad");
    private final ToggleButton eraser =
            IconButtons.toggle(Feather.DELETE, "eraser", "Eraser: takes away what was drawn");

    DrawingPad(ExploreModel model) {
        this.model = model;
        getStyleClass().add("drawing-pad");
        pad.setId("pad");
        pad.setCursor(Cursor.CROSSHAIR);
        pad.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pad.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pad.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.endGesture());
        Hints.explain(
                pad,
                "drawing pad",
                "Draw here. The drawing is encoded while you draw; for images of 28×28 it is first scaled and centred as MNIST's"
                        + " digits were");
        getChildren().addAll(pad, tools());
        model.stateProperty().addListener((observable, was, is) -> {
            if (!was.strokes().equals(is.strokes())) {
                showStrokes();
            }
        });
        showStrokes();
    }

    private HBox tools() {
        ToggleButton pen = IconButtons.toggle(Feather.EDIT_2, "pen", "Pen: draws");
        ToggleGroup tool = new ToggleGroup();
        pen.setToggleGroup(tool);
        eraser.setToggleGroup(tool);
        eraser.setId("eraser");
        pen.setSelected(true);
        // One of the two is always in the hand.
        tool.selectedToggleProperty().addListener((observable, was, is) -> {
            if (is == null) {
                was.setSelected(true);
            }
        });
        HBox tools =
                new HBox(pen, eraser, IconButtons.button(Feather.TRASH_2, "clear the pad", "Clears the pad", () -> {
                    model.endGesture();
                    model.draw(List.of());
                    model.endGesture();
                }));
        tools.setAlignment(Pos.CENTER);
        return tools;
    }

    private void press(MouseEvent event) {
        Point2D at = pad.toPicture(event.getSceneX(), event.getSceneY());
        if (at.getX() < 0 || at.getX() > 1 || at.getY() < 0 || at.getY() > 1) {
            return; // Beside the picture: a stroke from there would be one that nobody sees.
        }
        List<Stroke> strokes = new ArrayList<>(model.state().strokes());
        strokes.add(Stroke.start(eraser.isSelected(), at.getX(), at.getY()));
        model.draw(strokes);
        event.consume();
    }

    private void drag(MouseEvent event) {
        List<Stroke> strokes = new ArrayList<>(model.state().strokes());
        if (strokes.isEmpty()) {
            return;
        }
        int last = strokes.size() - 1;
        Point2D at = pad.toPicture(event.getSceneX(), event.getSceneY());
        strokes.set(last, strokes.get(last).to(at.getX(), at.getY()));
        model.draw(strokes);
        event.consume();
    }

    private void showStrokes() {
        pad.show(StrokeRaster.draw(model.state().strokes()), PAD);
    }
}
