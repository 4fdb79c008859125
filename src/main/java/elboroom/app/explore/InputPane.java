package elboroom.app.explore;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Figure;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Ink;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One input seen through the model, an image of the data or the user's drawing: four pictures and the terms of its ELBO. */
final class InputPane extends VBox {
    private final ExploreModel model;
    private final ImageTile input = new ImageTile("Input", "tile-medium").withDetail();
    private final ImageTile reconstruction = new ImageTile("Reconstruction", "tile-medium").withDetail();
    private final ImageTile sample = new ImageTile("Sample", "tile-medium").withDetail();
    private final ImageTile error = new ImageTile("Error", "tile-medium").withDetail();
    private final Figure distortion = new Figure(
            "Distortion",
            "nats",
            1,
            "Reconstruction loss −E[log p(x|z)] under the posterior: how badly the decoder predicts the input. Averaged"
                    + " over 32 draws of z");
    private final Figure rate = new Figure(
            "Rate (KL)",
            "nats",
            1,
            "KL(q(z|x) ‖ p(z)): how far the posterior is from the prior, the price of what z says about the input");
    private final Figure elbo = new Figure(
            "ELBO", "nats", 1, "Evidence lower bound: −distortion − rate. It never exceeds log p(x); higher is better");
    private final Label remark = new Label();
    private final ToggleButton fromData = new ToggleButton("From the data");
    private final ToggleButton fromPad = new ToggleButton("Draw your own");
    private final DrawingPad pad;

    InputPane(ExploreModel model, ObservableValue<Boolean> dark) {
        this.model = model;
        this.pad = new DrawingPad(model, dark);
        getStyleClass().add("section");
        explainTiles();
        FlowPane tiles = new FlowPane(input, reconstruction, sample, error);
        tiles.getStyleClass().add("tiles");
        HBox figures = new HBox(distortion, rate, elbo);
        figures.getStyleClass().add("figures");
        remark.getStyleClass().add("remark");
        remark.setWrapText(true);
        Hints.explain(
                remark,
                "how typical",
                "Typical by the model's standard: the share of the test images whose ELBO is lower than this input's");
        VBox reading = new VBox(tiles, figures, remark);
        reading.getStyleClass().add("reading");
        GridPane.setHgrow(reading, Priority.ALWAYS);
        GridPane body = new GridPane();
        body.getStyleClass().add("section-body");
        body.add(pad, 0, 0);
        body.add(reading, 1, 0);
        body.widthProperty().addListener(observable -> stack(reading, body.getWidth()));
        getChildren().addAll(header(), body);

        model.inspectionProperty().addListener(observable -> showInspection());
        model.typicalityProperty().addListener(observable -> showRemark());
        model.imagesProperty().addListener(observable -> showRemark());
        model.stateProperty().addListener(observable -> showState());
        dark.addListener((observable, was, is) -> setInk(is));
        setInk(dark.getValue());
        showState();
        showInspection();
    }

    /** Where there is no room beside the pad, the pictures go below it. */
    private void stack(VBox reading, double width) {
        boolean narrow = width < pad.prefWidth(-1) + reading.minWidth(-1);
        GridPane.setConstraints(reading, narrow ? 0 : 1, narrow ? 1 : 0);
    }

    private void explainTiles() {
        input.setId("input");
        reconstruction.setId("reconstruction");
        sample.setId("sample");
        error.setId("error");
        Hints.explain(input, "input", "The image x that is encoded");
        Hints.explain(
                reconstruction,
                "reconstruction",
                "Decoded from the mean of the posterior q(z|x); below it −log p(x|z) there, in nats");
        Hints.explain(
                sample,
                "stochastic reconstruction",
                "Decoded from one z = mean + σ·ε drawn from the posterior; below it −log p(x|z) there, in nats");
        Hints.explain(error, "absolute error", "|x − reconstruction|, pixel by pixel; below it the average");
    }

    private HBox header() {
        Label title = new Label("Input");
        title.getStyleClass().add("section-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button noise = IconButtons.button(
                Feather.REFRESH_CW, "fresh noise", "Draws a fresh noise ε for the sample", model::newNoise);
        noise.setId("fresh-noise");
        ToggleGroup source = new ToggleGroup();
        fromData.setToggleGroup(source);
        fromPad.setToggleGroup(source);
        fromPad.setId("draw");
        fromData.getStyleClass().addAll(Styles.LEFT_PILL, Styles.SMALL);
        fromPad.getStyleClass().addAll(Styles.RIGHT_PILL, Styles.SMALL);
        fromData.setOnAction(event -> choose(false));
        fromPad.setOnAction(event -> choose(true));
        Hints.explain(fromData, "input from the data", "Looks at the image of the data that was clicked on the map");
        Hints.explain(fromPad, "draw your own input", "Opens a pad to draw on; the drawing is encoded as you draw");
        HBox header = new HBox(title, noise, new HBox(fromData, fromPad));
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void choose(boolean drawing) {
        model.showDrawing(drawing);
        showState();
    }

    private void setInk(boolean dark) {
        List.of(input, reconstruction, sample).forEach(tile -> tile.setInk(Ink.picture(dark)));
        error.setInk(Ink.error(dark));
    }

    private void showState() {
        boolean drawing = model.state().drawing();
        fromData.setSelected(!drawing);
        fromPad.setSelected(drawing);
        pad.setVisible(drawing);
        pad.setManaged(drawing);
        for (ImageTile tile : List.of(input, reconstruction, sample, error)) {
            tile.getStyleClass().remove(drawing ? "tile-medium" : "tile-narrow");
            if (!tile.getStyleClass().contains(drawing ? "tile-narrow" : "tile-medium")) {
                tile.getStyleClass().add(drawing ? "tile-narrow" : "tile-medium");
            }
        }
        reconstruction.setTitle(drawing ? "Reconst." : "Reconstruction");
        showRemark();
    }

    private void showInspection() {
        Inspection looked = model.inspectionProperty().get();
        ImageShape shape = model.model().shape();
        input.show(looked == null ? null : looked.input(), shape);
        reconstruction.show(looked == null ? null : looked.reconstruction(), shape);
        sample.show(looked == null ? null : looked.sample(), shape);
        error.show(looked == null ? null : looked.error(), shape);
        reconstruction.setDetail(looked == null ? "" : Numbers.fixed(looked.distortionAtMean(), 1) + " nats");
        sample.setDetail(looked == null ? "" : Numbers.fixed(looked.distortionOfSample(), 1) + " nats");
        error.setDetail(looked == null ? "" : Numbers.fixed(average(looked.error()), 3) + " avg");
        distortion.setValue(looked == null ? Double.NaN : looked.distortion());
        rate.setValue(looked == null ? Double.NaN : looked.rate());
        elbo.setValue(looked == null || !Double.isFinite(looked.rate()) ? Double.NaN : looked.elbo());
        showRemark();
    }

    private static double average(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private void showRemark() {
        Inspection looked = model.inspectionProperty().get();
        ExploreState state = model.state();
        input.setDetail(looked == null || state.drawing() ? "" : describe(state.selected()));
        remark.setText(remark(looked, state));
    }

    private String remark(@Nullable Inspection looked, ExploreState state) {
        if (looked == null) {
            return state.drawing()
                    ? "Draw on the pad: the model encodes it as you draw."
                    : "Click a point of the map to see its image through the model.";
        }
        if (model.model().autoencoder()) {
            return "A plain autoencoder has codes without noise: no rate, no ELBO.";
        }
        Typicality typicality = model.typicalityProperty().get();
        return typicality == null
                ? "Comparing with the test images…"
                : "More typical than %s%% of the test images."
                        .formatted(Numbers.fixed(typicality.percentile(looked.elbo()), 0));
    }

    private String describe(int index) {
        ImageSet set = model.imagesProperty().get();
        if (set == null || index < 0 || index >= set.size()) {
            return "";
        }
        String name = set.classNames().isEmpty() ? "" : set.classNames().get(set.label(index)) + " · ";
        return name + "#" + index;
    }
}
