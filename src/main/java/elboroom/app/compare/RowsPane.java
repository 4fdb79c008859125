package elboroom.app.compare;

import atlantafx.base.theme.Styles;
import elboroom.app.explore.Inspection;
import elboroom.app.explore.MapContent;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Ink;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.WhileShown;
import elboroom.data.ImageShape;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the maps, a row for each model: new images from the prior, and one image of the data through both. */
final class RowsPane extends GridPane {
    private final CompareModel model;
    private final ImageTile input = new ImageTile("", "tile-medium");
    private final Label selected = new Label();
    private final Map<Side, Row> rows = new EnumMap<>(Side.class);

    /** What one model makes of samples and of the selected image. */
    private static final class Row {
        final Label name = new Label();
        final SampleStrip samples;
        final ImageTile reconstruction = new ImageTile("", "tile-small");
        final ImageTile error = new ImageTile("", "tile-small");
        final Label losses = new Label();

        Row(SampleStrip samples) {
            this.samples = samples;
        }
    }

    RowsPane(CompareModel model) {
        this.model = model;
        getStyleClass().add("rows-pane");
        Button fresh = new Button("New samples");
        fresh.setId("new-samples");
        fresh.getStyleClass().add(Styles.SMALL);
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        fresh.setOnAction(event -> model.newSamples());
        Hints.explain(fresh, "new samples", "Draws other z from the prior N(0, I), the same for both models");
        Label samples = new Label("Samples from the prior: the same z through both");
        samples.getStyleClass().add("section-title");
        samples.setMinWidth(0);
        HBox samplesHeader = new HBox(samples, fresh);
        samplesHeader.getStyleClass().add("section-header");
        samplesHeader.setAlignment(Pos.CENTER_LEFT);
        selected.getStyleClass().add("section-title");
        selected.setId("compare-selected");
        input.setId("compare-input");
        Hints.explain(input, "input", "The image of the data that was clicked on either map");
        add(samplesHeader, 0, 0, 2, 1);
        add(selected, 2, 0, 3, 1);
        add(input, 2, 1, 1, 2);
        for (Side side : Side.values()) {
            rows.put(side, row(side, 1 + side.ordinal()));
        }
        WhileShown.updateAfterFrame(this, this::showState, model.stateProperty());
    }

    private Row row(Side side, int at) {
        SideModel own = model.side(side);
        Row row = new Row(new SampleStrip(model, own));
        row.name.getStyleClass().add("row-name");
        row.losses.getStyleClass().addAll("losses", "caption");
        row.losses.setId(side.prefix() + "losses");
        row.reconstruction.setId(side.prefix() + "reconstruction");
        row.error.setId(side.prefix() + "error");
        row.error.setInk(Ink.ERROR);
        Hints.explain(row.reconstruction, "reconstruction", "Decoded from this model's own code of the image");
        Hints.explain(row.error, "absolute error", "|x − reconstruction|, pixel by pixel");
        Hints.explain(
                row.losses,
                "losses",
                "Of this image, in nats: distortion −E[log p(x|z)] and rate KL(q(z|x) ‖ p(z)); of a plain autoencoder,"
                        + " −log p(x|z) at its code");
        GridPane.setHgrow(row.samples, Priority.ALWAYS);
        HBox pictures = new HBox(row.reconstruction, row.error, row.losses);
        pictures.getStyleClass().add("tiles");
        pictures.setAlignment(Pos.CENTER_LEFT);
        add(row.name, 0, at);
        add(row.samples, 1, at);
        add(pictures, 3, at);
        own.inspectionProperty().addListener(observable -> showInspection(side));
        own.imagesProperty().addListener(observable -> showState());
        return row;
    }

    private void showState() {
        String image = MapContent.describe(
                model.side(Side.LEFT).imagesProperty().get(), model.state().selected());
        selected.setText(image.isEmpty() ? "Click a point to see its image" : "Image " + image);
        rows.forEach((side, row) -> row.name.setText(PairText.name(model, side)));
        for (Side side : Side.values()) {
            showInspection(side);
        }
    }

    private void showInspection(Side side) {
        Row row = rows.get(side);
        if (row == null) {
            return;
        }
        Inspection looked = model.side(side).inspectionProperty().get();
        ImageShape shape = model.side(side).model().shape();
        row.reconstruction.show(looked == null ? null : looked.reconstruction(), shape);
        row.error.show(looked == null ? null : looked.error(), shape);
        row.losses.setText(looked == null ? "" : losses(looked));
        Inspection either =
                looked == null ? model.side(side.other()).inspectionProperty().get() : looked;
        input.show(either == null ? null : either.input(), shape);
    }

    private static String losses(Inspection looked) {
        return Double.isFinite(looked.rate())
                ? "distortion %s\nrate %s nats"
                        .formatted(Numbers.fixed(looked.distortion(), 1), Numbers.fixed(looked.rate(), 1))
                : "distortion %s\nnats at the code".formatted(Numbers.fixed(looked.distortionAtMean(), 1));
    }
}
