package elboroom.app.losses;

import elboroom.app.explore.MapContent;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Ink;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An image, its reconstruction, how far that is off, and what both cost. */
final class ImageCard extends VBox {
    private final ImageTile input = new ImageTile("", "tile-small");
    private final ImageTile reconstruction = new ImageTile("", "tile-small");
    private final ImageTile error = new ImageTile("", "tile-small");
    private final Label score = new Label();
    private final Label rate = new Label();
    private final Tooltip hint = new Tooltip();
    private ImageShape shape = ImageShape.MNIST;
    private int image = -1;

    /**
     * @param width in em
     * @param onChosen told of the image that is clicked
     */
    ImageCard(double width, IntConsumer onChosen) {
        getStyleClass().addAll("image-card", "clickable");
        setStyle("-fx-pref-width: %sem; -fx-max-width: %1$sem".formatted(width));
        error.setInk(Ink.ERROR);
        HBox pictures = new HBox(input, reconstruction, error);
        pictures.getStyleClass().add("card-pictures");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        score.getStyleClass().add("card-score");
        score.setMinWidth(USE_PREF_SIZE);
        rate.getStyleClass().add("caption");
        rate.setMinWidth(0);
        getChildren().addAll(pictures, new HBox(score, gap, rate));
        Tooltip.install(this, hint);
        setFocusTraversable(true);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onChosen.accept(image);
            }
        });
        setOnKeyPressed(event -> {
            if (List.of(KeyCode.ENTER, KeyCode.SPACE).contains(event.getCode())) {
                onChosen.accept(image);
            }
        });
    }

    void show(LossReport report, int index) {
        image = index;
        ImageSet set = report.images();
        shape = set.shape();
        input.show(set.image(index), shape);
        reconstruction.show(null, shape);
        error.show(null, shape);
        String value = Numbers.fixed(report.scores()[index], 0);
        String losses = losses(report, index);
        score.setText(value + " nats");
        rate.setText(
                report.config().autoencoder()
                        ? ""
                        : "rate " + Numbers.fixed(report.evaluation().rate(index), 1));
        hint.setText("Image %s: %s\nClick to look at it in Explore".formatted(MapContent.describe(set, index), losses));
        setId("image-" + index);
        setAccessibleText(
                "image %s, %s %s nats, %s".formatted(MapContent.describe(set, index), report.score(), value, losses));
    }

    /** Distortion and rate; the ELBO is minus their sum. */
    private static String losses(LossReport report, int index) {
        String distortion = "distortion " + Numbers.fixed(report.evaluation().distortion()[index], 1);
        return report.config().autoencoder()
                ? distortion + " nats"
                : distortion + ", rate " + Numbers.fixed(report.evaluation().rate(index), 1) + " nats";
    }

    /** @param decoded from the image's mean */
    void show(float[] decoded) {
        float[] original = input.pixels();
        if (original == null) {
            return;
        }
        float[] difference = new float[decoded.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = Math.abs(original[i] - decoded[i]);
        }
        reconstruction.show(decoded, shape);
        error.show(difference, shape);
    }
}
