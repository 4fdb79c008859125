package elboroom.app.map;

import elboroom.raster.Picture;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A thumbnail with a caption beside the pointer. It never takes a mouse event and never leaves the map. */
final class HoverCard extends VBox {
    private static final double SIDE = 84;
    private static final double GAP = 18;

    private final ImageView image = new ImageView();
    private final Label caption = new Label();

    HoverCard() {
        StackPane frame = new StackPane(image);
        frame.getStyleClass().add("latent-map-card-image");
        getChildren().addAll(frame, caption);
        getStyleClass().add("latent-map-card");
        image.setFitWidth(SIDE);
        image.setFitHeight(SIDE);
        image.setPreserveRatio(true);
        image.setSmooth(false);
        setAlignment(Pos.TOP_CENTER);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(Picture picture, String text) {
        WritableImage pixels = new WritableImage(picture.width(), picture.height());
        pixels.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        image.setImage(pixels);
        caption.setText(text);
        setVisible(true);
    }

    /** Puts the card right of and below the pointer, or on the other side where there is no room. */
    void place(double pointerX, double pointerY, double mapWidth, double mapHeight) {
        applyCss();
        autosize();
        double x = pointerX + GAP + getWidth() <= mapWidth ? pointerX + GAP : pointerX - GAP - getWidth();
        double y = pointerY + GAP + getHeight() <= mapHeight ? pointerY + GAP : pointerY - GAP - getHeight();
        relocate(
                Math.rint(Math.max(0, Math.min(x, mapWidth - getWidth()))),
                Math.rint(Math.max(0, Math.min(y, mapHeight - getHeight()))));
    }
}
