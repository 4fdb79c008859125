package elboroom.app.compare;

import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;

/** A row of new images from the prior, as many as there is room for. */
final class SampleStrip extends HBox {
    private final SideModel own;
    private final List<ImageTile> tiles = new ArrayList<>();

    SampleStrip(CompareModel model, SideModel own) {
        this.own = own;
        getStyleClass().add("sample-strip");
        setId(own.side().prefix() + "samples");
        // Narrower than its pictures, too: then as many are shown as have room.
        setMinWidth(0);
        setPrefWidth(0);
        for (int i = 0; i < PriorSamples.COUNT; i++) {
            int index = i;
            ImageTile tile = new ImageTile("", "tile-small");
            tile.setOnMouseEntered(event -> model.hoverSample(index));
            tile.setOnMouseExited(event -> model.hoverSample(-1));
            tile.setOnMouseClicked(event -> model.moveToSample(index));
            Hints.explain(
                    tile,
                    "sample " + (i + 1),
                    "Decoded from a z drawn from the prior N(0, I). Point at it to see where on the maps that z is; with two"
                            + " dimensions a click puts the pointer there");
            tiles.add(tile);
        }
        getChildren().addAll(tiles);
        widthProperty().addListener(observable -> showRoom());
        own.samplesProperty().addListener(observable -> show());
        show();
    }

    private void showRoom() {
        double tile = tiles.get(0).prefWidth(-1) + getSpacing();
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).setVisible((i + 1) * tile - getSpacing() <= getWidth());
        }
    }

    private void show() {
        PriorSamples samples = own.samplesProperty().get();
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i)
                    .show(samples == null ? null : samples.image(i), own.model().shape());
        }
        showRoom();
    }
}
