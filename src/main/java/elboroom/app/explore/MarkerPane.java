package elboroom.app.explore;

import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.WhileShown;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What lies under the marker: the decoded picture, large, and the images of the data that are encoded nearest to it. */
final class MarkerPane extends VBox {
    private final ExploreModel model;
    private final ImageTile decoded = new ImageTile("", "tile-large");
    private final List<ImageTile> neighbours = new ArrayList<>();
    private final Label place = new Label();

    MarkerPane(ExploreModel model) {
        this.model = model;
        getStyleClass().add("section");
        decoded.setId("decoded");
        Hints.explain(
                decoded,
                "decoded at the marker",
                "What the decoder makes of the marker's z: the expected pixels E[x|z]");
        HBox thumbnails = new HBox();
        thumbnails.getStyleClass().add("tiles");
        for (int i = 0; i < Readings.NEIGHBOURS; i++) {
            ImageTile tile = new ImageTile("", "tile-small").withDetail();
            neighbours.add(tile);
            thumbnails.getChildren().add(tile);
            int rank = i;
            tile.setOnMouseClicked(event -> selectNeighbour(rank));
            Hints.explain(
                    tile,
                    "neighbour " + (i + 1),
                    "An image of the data whose posterior mean lies near the marker, with its class and distance. Click to"
                            + " look at it");
        }
        Label near = new Label("Nearest: class, distance in z");
        near.getStyleClass().add("caption");
        place.getStyleClass().add("number");
        Hints.explain(
                place,
                "distance from the origin",
                "How far the marker is from the middle of the prior, in all dimensions. With 2 dimensions, 86% of prior"
                        + " samples lie within 2");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox beside = new VBox(near, thumbnails, gap, place);
        beside.getStyleClass().add("beside");
        HBox.setHgrow(beside, Priority.ALWAYS);
        // Narrower than its thumbnails, too: then as many are shown as have room.
        beside.setMinWidth(0);
        thumbnails.setMinWidth(0);
        beside.widthProperty().addListener(observable -> showRoom(beside.getWidth(), thumbnails.getSpacing()));
        HBox body = new HBox();
        InTurn.children(body, decoded, beside);
        body.getStyleClass().add("section-body");
        InTurn.children(this, header(), body);

        WhileShown.update(this, this::showDecoded, model.decodedProperty());
        WhileShown.updateAfterFrame(this, this::showNeighbours, model.neighboursProperty());
        WhileShown.updateAfterFrame(this, this::showPlace, model.stateProperty());
    }

    private HBox header() {
        Label title = new Label("At the marker");
        title.getStyleClass().add("section-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox header = new HBox(
                title,
                IconButtons.button(
                        Feather.CROSSHAIR,
                        "to the origin",
                        "Puts the marker on z = 0, the middle of the prior",
                        model::reset));
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void showRoom(double width, double spacing) {
        double tile = neighbours.get(0).prefWidth(-1) + spacing;
        for (int i = 0; i < neighbours.size(); i++) {
            neighbours.get(i).setVisible((i + 1) * tile - spacing <= width);
        }
    }

    private void selectNeighbour(int rank) {
        List<NeighbourImage> found = model.neighboursProperty().get();
        if (rank < found.size()) {
            model.select(found.get(rank).index());
        }
    }

    private void showDecoded() {
        Decoded picture = model.decodedProperty().get();
        decoded.show(picture == null ? null : picture.pixels(), model.model().shape());
    }

    private void showNeighbours() {
        List<NeighbourImage> found = model.neighboursProperty().get();
        for (int i = 0; i < neighbours.size(); i++) {
            NeighbourImage near = i < found.size() ? found.get(i) : null;
            neighbours
                    .get(i)
                    .show(near == null ? null : near.pixels(), model.dataset().shape());
            neighbours.get(i).setDetail(near == null ? "" : near.label() + "\n" + Numbers.fixed(near.distance(), 2));
        }
    }

    private void showPlace() {
        double squared = 0;
        for (double value : model.state().latent()) {
            squared += value * value;
        }
        place.setText("|z| = " + Numbers.fixed(Math.sqrt(squared), 2)
                + (model.model().autoencoder() ? "" : " σ of the prior"));
    }
}
