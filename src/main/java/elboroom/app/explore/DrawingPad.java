package elboroom.app.explore;

import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.ImageTile;
import elboroom.data.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A pad to draw on with pen or eraser. It shows the strokes that it is told, so undo takes them back one by one. */
public final class DrawingPad extends VBox {
    private static final ImageShape PAD = new ImageShape(StrokeRaster.SIZE, StrokeRaster.SIZE, 1);

    private final Consumer<List<Stroke>> drawn;
    private final Runnable ended;
    private final ImageTile pad = new ImageTile("", "tile-pad");
    private final ToggleButton eraser =
            IconButtons.toggle(Feather.DELETE, "eraser", "Eraser: takes away what was drawn");
    private List<Stroke> strokes = List.of();

    /**
     * An empty pad.
     *
     * @param drawn told all strokes whenever the hand has moved; what it is shown then is what the hand goes on from
     * @param ended told that the hand has let go
     */
    public DrawingPad(Consumer<List<Stroke>> drawn, Runnable ended) {
        this.drawn = drawn;
        this.ended = ended;
        getStyleClass().add("drawing-pad");
        pad.setId("pad");
        pad.setCursor(Cursor.CROSSHAIR);
        pad.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pad.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pad.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> ended.run());
        Hints.explain(
                pad,
                "drawing pad",
                "Draw here. The drawing is encoded while you draw; for images of 28×28 it is first scaled and centred as MNIST's"
                        + " digits were");
        getChildren().addAll(pad, tools());
        raster();
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
                    ended.run();
                    drawn.accept(List.of());
                    ended.run();
                }));
        tools.setAlignment(Pos.CENTER);
        return tools;
    }

    private void press(MouseEvent event) {
        Point2D at = pad.toPicture(event.getSceneX(), event.getSceneY());
        if (at.getX() < 0 || at.getX() > 1 || at.getY() < 0 || at.getY() > 1) {
            return; // Beside the picture: a stroke from there would be one that nobody sees.
        }
        List<Stroke> more = new ArrayList<>(strokes);
        more.add(Stroke.start(eraser.isSelected(), at.getX(), at.getY()));
        drawn.accept(more);
        event.consume();
    }

    private void drag(MouseEvent event) {
        List<Stroke> more = new ArrayList<>(strokes);
        if (more.isEmpty()) {
            return;
        }
        int last = more.size() - 1;
        Point2D at = pad.toPicture(event.getSceneX(), event.getSceneY());
        more.set(last, more.get(last).to(at.getX(), at.getY()));
        drawn.accept(more);
        event.consume();
    }

    public void show(List<Stroke> shown) {
        if (!shown.equals(strokes)) {
            strokes = List.copyOf(shown);
            raster();
        }
    }

    private void raster() {
        pad.show(StrokeRaster.draw(strokes), PAD);
    }
}
