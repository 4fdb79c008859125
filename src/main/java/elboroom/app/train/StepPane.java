package elboroom.app.train;

import elboroom.app.widget.Figure;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageShape;
import elboroom.train.StepReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One step of training looked at closely: its minibatch, what the network made of it, both losses, and how hard they pull. */
final class StepPane extends VBox {
    private static final int IMAGES = 16;

    private final List<ImageTile> inputs = new ArrayList<>();
    private final List<ImageTile> outputs = new ArrayList<>();
    private final Label title = new Label();
    private final Figure distortion = new Figure(
            "Distortion",
            "nats",
            1,
            "Reconstruction loss of this minibatch: how badly the decoder predicts its images, on average");
    private final Figure rate = new Figure(
            "Rate (KL)", "nats", 2, "Regularisation loss of this minibatch: what its codes cost, on average");
    private final Figure objective = new Figure(
            "β-objective",
            "nats",
            1,
            "What this step makes smaller: distortion + β · rate, with free bits if there are any");
    private final Figure encoder = new Figure(
            "Gradient, encoder",
            "",
            2,
            "Length (Euclidean norm) of the objective's gradient by all weights of the encoder: how hard this step pulls at"
                    + " them");
    private final Figure decoder = new Figure(
            "Gradient, decoder",
            "",
            2,
            "Length (Euclidean norm) of the objective's gradient by all weights of the decoder");

    /** @param close no longer shows this */
    StepPane(Runnable close) {
        getStyleClass().addAll("step-pane", "section");
        setId("step-pane");
        title.getStyleClass().add("section-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox header =
                new HBox(title, IconButtons.button(Feather.X, "close the step", "Closes the view of this step", close));
        header.setAlignment(Pos.CENTER_LEFT);
        VBox strips = new VBox(
                strip("Minibatch", "image", inputs), strip("Decoded", "what the decoder makes of image", outputs));
        strips.getStyleClass().add("strips");
        HBox.setHgrow(strips, Priority.ALWAYS);
        strips.setMinWidth(0);
        HBox losses = new HBox(distortion, rate, objective);
        losses.getStyleClass().add("figures");
        losses.setAlignment(Pos.CENTER_RIGHT);
        HBox gradients = new HBox(encoder, decoder);
        gradients.getStyleClass().add("figures");
        gradients.setAlignment(Pos.CENTER_RIGHT);
        VBox figures = new VBox(losses, gradients);
        figures.getStyleClass().add("step-figures");
        figures.setAlignment(Pos.CENTER_RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        HBox body = new HBox(strips, figures);
        body.getStyleClass().add("section-body");
        getChildren().addAll(header, body);
    }

    private static HBox strip(String name, String what, List<ImageTile> tiles) {
        Label caption = new Label(name);
        caption.getStyleClass().addAll("caption", "strip-name");
        HBox row = new HBox(caption);
        row.getStyleClass().add("tiles");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        for (int i = 0; i < IMAGES; i++) {
            ImageTile tile = new ImageTile("", "tile-small");
            tile.setAccessibleText(what + " " + (i + 1));
            tiles.add(tile);
            row.getChildren().add(tile);
        }
        row.widthProperty().addListener(observable -> {
            double used = caption.prefWidth(-1);
            for (ImageTile tile : tiles) {
                used += row.getSpacing() + tile.prefWidth(-1);
                tile.setVisible(used <= row.getWidth());
            }
        });
        Hints.explain(
                caption,
                name,
                "The first images of the step's minibatch, and below each what the decoder made, before it learned from this"
                        + " step, of the z drawn for it");
        return row;
    }

    /** Shows a step; without one it is empty. */
    void show(@Nullable StepReport step, ImageShape shape) {
        if (step == null) {
            return;
        }
        title.setText("Step %s · minibatch of %d images · β = %s · learning rate %s"
                .formatted(
                        Numbers.fixed(step.step(), 0),
                        step.indices().length,
                        Texts.number(step.beta()),
                        Texts.number(step.learningRate())));
        for (int i = 0; i < IMAGES; i++) {
            inputs.get(i).show(image(step.images(), i, shape), shape);
            outputs.get(i).show(image(step.reconstructions(), i, shape), shape);
        }
        distortion.setValue(step.distortion());
        rate.setValue(step.rate());
        objective.setValue(step.objective());
        encoder.setValue(step.encoderGradient());
        decoder.setValue(step.decoderGradient());
    }

    private static float @Nullable [] image(float[] images, int index, ImageShape shape) {
        int size = shape.size();
        return (index + 1) * size <= images.length
                ? Arrays.copyOfRange(images, index * size, (index + 1) * size)
                : null;
    }
}
