package elboroom.app.explore;

import atlantafx.base.theme.Styles;
import elboroom.app.concurrent.Engine;
import elboroom.app.widget.Figure;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Ink;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.WhileShown;
import elboroom.data.ImageShape;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One input seen through the model, an image of the data or the user's drawing: four pictures and the terms of its ELBO. */
final class InputPane extends VBox {
    /** Widths in em: the pad with its gap, and rows of four pictures as the style sheet sizes them. */
    private static final double PAD_WIDTH = 11.3;

    private static final double ROW_OF_NARROW = 21;
    private static final double ROW_OF_MEDIUM = 33.6;
    /** Of a caption's font, in em. */
    private static final double CAPTION_SIZE = 0.857;

    private final ExploreModel model;
    private final ImageTile input = new ImageTile("Input", "tile-medium").withDetail();
    private final ImageTile reconstruction = new ImageTile("Reconstruction", "tile-medium").withDetail();
    private final ImageTile sample = new ImageTile("Sample", "tile-medium").withDetail();
    private final ImageTile error = new ImageTile("Error", "tile-medium").withDetail();
    private final Figure distortion = new Figure(
            "Distortion",
            "nats",
            1,
            "Reconstruction loss −E[log p(x|z)] under the posterior: how badly the decoder predicts the input on"
                    + " average over z. With more than two latent dimensions over 256 draws, which leave some tenths");
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
    private final GridPane body = new GridPane();
    private final HBox row = new HBox();
    private final List<ImageTile> tiles = List.of(input, reconstruction, sample, error);
    /** Style class of the tiles' size now. */
    private String arranged = "";

    InputPane(ExploreModel model) {
        this.model = model;
        this.pad = new DrawingPad(model::draw, model::endGesture);
        getStyleClass().add("section");
        explainTiles();
        error.setInk(Ink.ERROR);
        InTurn.children(row, tiles.toArray(Node[]::new));
        // Narrower than its pictures, too: then smaller ones are chosen.
        row.setMinWidth(0);
        HBox figures = new HBox();
        InTurn.children(figures, distortion, rate, elbo);
        figures.getStyleClass().add("figures");
        remark.setId("remark");
        remark.getStyleClass().add("remark");
        remark.setWrapText(true);
        Hints.explain(
                remark,
                "how typical",
                "Typical by the model's standard: the share of the test images whose ELBO is lower than this input's");
        VBox reading = new VBox(figures, remark);
        reading.getStyleClass().add("reading");
        GridPane.setHgrow(row, Priority.ALWAYS);
        body.getStyleClass().add("section-body");
        body.add(row, 1, 0);
        body.add(reading, 0, 1, 2, 1);
        body.widthProperty().addListener(observable -> arrange());
        InTurn.fill(this, () -> getChildren().add(header()), () -> getChildren().add(body), () -> body.add(pad, 0, 0));

        model.inspectionProperty().addListener(observable -> showInspection());
        model.survey().typicalityProperty().addListener(observable -> showRemark());
        model.imagesProperty().addListener(observable -> showRemark());
        model.imagesFailedProperty().addListener(observable -> showRemark());
        model.survey().failedProperty().addListener(observable -> showRemark());
        model.engineProperty().addListener(observable -> showRemark());
        WhileShown.updateAfterFrame(this, this::showState, model.stateProperty());
        showInspection();
    }

    /** The pictures are smaller beside the pad, and where four large ones do not stand in a row. */
    private void arrange() {
        double em = remark.getFont().getSize() / CAPTION_SIZE;
        boolean narrow = model.state().drawing();
        String size = narrow ? "tile-narrow" : body.getWidth() < ROW_OF_MEDIUM * em ? "tile-compact" : "tile-medium";
        if (size.equals(arranged)) {
            // Style classes that are set again have all of the section styled and drawn again, at every move of the
            // marker.
            return;
        }
        arranged = size;
        for (ImageTile tile : tiles) {
            tile.getStyleClass().removeAll("tile-narrow", "tile-compact", "tile-medium");
            tile.getStyleClass().add(size);
        }
        row.getStyleClass().setAll(narrow ? "tiles-narrow" : "tiles");
        reconstruction.setTitle(narrow ? "Reconst." : "Reconstruction");
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

    private void showState() {
        boolean drawing = model.state().drawing();
        fromData.setSelected(!drawing);
        fromPad.setSelected(drawing);
        pad.setVisible(drawing);
        pad.setManaged(drawing);
        pad.show(model.state().strokes());
        arrange();
        showRemark();
    }

    private void showInspection() {
        Inspection looked = model.inspectionProperty().get();
        ImageShape shape = model.model().shape();
        input.show(looked == null ? null : looked.input(), shape);
        reconstruction.show(looked == null ? null : looked.reconstruction(), shape);
        sample.show(looked == null ? null : looked.sample(), shape);
        error.show(looked == null ? null : looked.error(), shape);
        reconstruction.setDetail(looked == null ? "" : nats(looked.distortionAtMean()));
        sample.setDetail(looked == null ? "" : nats(looked.distortionOfSample()));
        error.setDetail(looked == null ? "" : Numbers.fixed(average(looked.error()), 3) + " avg");
        distortion.setValue(looked == null ? Double.NaN : looked.distortion());
        rate.setValue(looked == null ? Double.NaN : looked.rate());
        elbo.setValue(looked == null || !Double.isFinite(looked.rate()) ? Double.NaN : looked.elbo());
        showRemark();
    }

    /** Without a decimal below the small pictures, which have no room for it. */
    private String nats(double value) {
        return Numbers.fixed(value, model.state().drawing() ? 0 : 1) + " nats";
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
        input.setDetail(
                looked == null || state.drawing()
                        ? ""
                        : MapContent.describe(model.imagesProperty().get(), state.selected()));
        remark.setText(remark(looked, state));
    }

    private String remark(@Nullable Inspection looked, ExploreState state) {
        if (model.engineProperty().get() == Engine.State.FAILED) {
            return "The model could not be opened: choose another one above.";
        }
        if (looked == null) {
            if (state.drawing()) {
                return "Draw on the pad: the model encodes it as you draw.";
            }
            return model.imagesFailedProperty().get()
                    ? "The images could not be read: choose other data above, or draw your own."
                    : "Click a point of the map to see its image through the model.";
        }
        if (model.model().autoencoder()) {
            return "A plain autoencoder has codes without noise: no rate, no ELBO.";
        }
        Typicality typicality = model.survey().typicalityProperty().get();
        if (typicality == null && model.survey().failedProperty().get()) {
            return "There are no test images to compare with.";
        }
        return typicality == null
                ? "Comparing with the test images…"
                : "More typical than %d%% of the test images.".formatted((int) typicality.percentile(looked.elbo()));
    }
}
