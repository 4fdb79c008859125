package elboroom.app.widget;

import elboroom.data.ImageShape;
import java.nio.IntBuffer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A small picture, enlarged without smoothing and framed by a hairline, with a caption and a line below it for a number.
 * Its size comes from a style class, in em, so that it grows with the font.
 */
public final class ImageTile extends VBox {
    private final ImageView view = new ImageView();
    private final StackPane frame = new StackPane(view);
    private final Label caption = new Label();
    private final Label detail = new Label();
    private Ink ink = Ink.PAPER;
    private float @Nullable [] pixels;
    private ImageShape shape = ImageShape.MNIST;

    /**
     * @param title caption above the picture, may be empty
     * @param sizeClass style class with the size, such as {@code tile-large}
     */
    public ImageTile(String title, String sizeClass) {
        getStyleClass().addAll("image-tile", sizeClass);
        setAlignment(Pos.TOP_CENTER);
        view.setSmooth(false);
        view.setPreserveRatio(true);
        frame.getStyleClass().add("frame");
        view.fitWidthProperty().bind(frame.widthProperty().subtract(2));
        view.fitHeightProperty().bind(frame.heightProperty().subtract(2));
        view.setManaged(false);
        caption.getStyleClass().add("caption");
        caption.setText(title);
        detail.getStyleClass().add("detail");
        if (!title.isEmpty()) {
            getChildren().add(caption);
        }
        getChildren().add(frame);
        setAccessibleText(title);
        frame.widthProperty().addListener(observable -> view.relocate(1, 1));
    }

    /** Adds a line below the picture; without text the line stays, empty, so that nothing jumps. */
    public ImageTile withDetail() {
        getChildren().add(detail);
        return this;
    }

    public void setTitle(String title) {
        caption.setText(title);
    }

    public void setDetail(String text) {
        detail.setText(text);
    }

    public void setInk(Ink newInk) {
        ink = newInk;
        paint();
    }

    /**
     * Shows a picture.
     *
     * @param newPixels row-major in [0,1], or null for an empty frame
     */
    public void show(float @Nullable [] newPixels, ImageShape newShape) {
        pixels = newPixels;
        shape = newShape;
        paint();
    }

    /** What is shown, or null. */
    public float @Nullable [] pixels() {
        return pixels;
    }

    private void paint() {
        float[] shown = pixels;
        if (shown == null || shown.length != shape.size()) {
            view.setImage(null);
            return;
        }
        WritableImage image = view.getImage() instanceof WritableImage old
                        && old.getWidth() == shape.width()
                        && old.getHeight() == shape.height()
                ? old
                : new WritableImage(shape.width(), shape.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        shape.width(),
                        shape.height(),
                        PixelFormat.getIntArgbInstance(),
                        IntBuffer.wrap(ink.paint(shown, shape)),
                        shape.width());
        view.setImage(image);
    }
}
