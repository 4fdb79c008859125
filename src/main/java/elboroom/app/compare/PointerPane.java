package elboroom.app.compare;

import elboroom.app.explore.Decoded;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.WhileShown;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Between the maps: what both models decode under the one pointer, the figures of both, and what to look for. */
final class PointerPane extends VBox {
    private final CompareModel model;
    private final Map<Side, ImageTile> tiles = new EnumMap<>(Side.class);
    private final Label held = new Label();
    private final Label lookFor = new Label();
    private final VBox lesson;

    PointerPane(CompareModel model) {
        this.model = model;
        getStyleClass().add("pointer-pane");
        Label title = new Label("Decoded at the pointer");
        title.getStyleClass().add("section-title");
        HBox pictures = new HBox();
        pictures.getStyleClass().add("tiles");
        for (Side side : Side.values()) {
            ImageTile tile = new ImageTile(" ", "tile-medium").withDetail();
            tile.setId(side.prefix() + "decoded");
            tiles.put(side, tile);
            pictures.getChildren().add(tile);
            SideModel own = model.side(side);
            own.decodedProperty().addListener(observable -> showDecoded(own));
            own.scatterProperty().addListener(observable -> showState());
            own.spreadProperty().addListener(observable -> showState());
            Hints.explain(
                    tile,
                    side.prefix() + "decoded",
                    "What this model's decoder makes of the pointer's z: the expected pixels E[x|z]. The same z as on the"
                            + " other side; below it the coordinates");
        }
        held.getStyleClass().add("look-for");
        held.setWrapText(true);
        held.setMinHeight(Region.USE_PREF_SIZE);
        lookFor.getStyleClass().add("look-for");
        lookFor.setWrapText(true);
        lookFor.setMinHeight(Region.USE_PREF_SIZE);
        lookFor.setId("look-for");
        Label look = new Label("What to look for");
        look.getStyleClass().add("section-title");
        lesson = new VBox(look, lookFor);
        lesson.getStyleClass().add("lesson");
        getChildren().addAll(title, pictures, held, new FiguresTable(model), lesson);
        WhileShown.updateAfterFrame(this, this::showState, model.stateProperty());
        for (Side side : Side.values()) {
            showDecoded(model.side(side));
        }
    }

    private void showDecoded(SideModel own) {
        Decoded picture = own.decodedProperty().get();
        ImageTile tile = tiles.get(own.side());
        if (tile != null) {
            tile.show(picture == null ? null : picture.pixels(), own.model().shape());
        }
    }

    private void showState() {
        CompareState state = model.state();
        tiles.forEach((side, tile) -> {
            tile.setTitle(PairText.name(model, side));
            tile.setDetail(PairText.place(state.side(side).plane(), state.x(), state.y()));
        });
        held.setText(PairText.pointer(model));
        held.setVisible(!held.getText().isEmpty());
        held.setManaged(held.isVisible());
        lookFor.setText(PairText.lookFor(model));
    }

    /** What to look for is left out where there is no room for all of it; half a sentence would say something else. */
    @Override
    protected void layoutChildren() {
        double needed = lesson.prefHeight(getWidth() - snappedLeftInset() - snappedRightInset());
        double above = getInsets().getTop() + getInsets().getBottom();
        for (Node child : getManagedChildren()) {
            above += child == lesson ? 0 : child.prefHeight(getWidth()) + getSpacing();
        }
        lesson.setVisible(above + needed <= getHeight());
        super.layoutChildren();
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width) - lesson.minHeight(width) - getSpacing();
    }
}
