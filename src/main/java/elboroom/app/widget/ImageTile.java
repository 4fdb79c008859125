package elboroom.app.widget;

import elboroom.data.ImageShape;
import java.util.Arrays;
import javafx.geometry.Point2D;
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
    private Ink ink = Ink.PICTURE;
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
        frame.getStyleClass().add("frame");
        view.setManaged(false);
        caption.getStyleClass().add("caption");
        caption.setText(title);
        detail.getStyleClass().add("detail");
        if (!title.isEmpty()) {
            getChildren().add(caption);
        }
        getChildren().add(frame);
        setAccessibleText(title);
        frame.widthProperty().addListener(observable -> paint());
        frame.heightProperty().addListener(observable -> paint());
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

    /** Where on the picture a point of the scene is: from (0, 0), left and top, to (1, 1); beyond it outside. */
    public Point2D toPicture(double sceneX, double sceneY) {
        Point2D local = view.sceneToLocal(sceneX, sceneY);
        return new Point2D(local.getX() / view.getFitWidth(), local.getY() / view.getFitHeight());
    }

    private void paint() {
        float[] shown = pixels;
        if (shown == null || shown.length != shape.size()) {
            view.setImage(null);
            return;
        }
        // Enlarged here, since the software pipeline smooths whatever an image view enlarges, told to or not.
        double scale = Math.min((frame.getWidth() - 2) / shape.width(), (frame.getHeight() - 2) / shape.height());
        if (scale <= 0) {
            return;
        }
        int factor = Math.max(1, (int) Math.round(scale));
        int width = shape.width() * factor;
        int height = shape.height() * factor;
        WritableImage image =
                view.getImage() instanceof WritableImage old && old.getWidth() == width && old.getHeight() == height
                        ? old
                        : new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        height,
                        PixelFormat.getIntArgbInstance(),
                        enlarge(ink.paint(shown, shape), shape.width(), factor),
                        0,
                        width);
        view.setImage(image);
        view.setFitWidth(scale * shape.width());
        view.setFitHeight(scale * shape.height());
        view.relocate(
                Math.rint((frame.getWidth() - view.getFitWidth()) / 2),
                Math.rint((frame.getHeight() - view.getFitHeight()) / 2));
    }

    /** Every pixel as a square of {@code factor}: a row is stretched once and then copied. */
    private static int[] enlarge(int[] pixels, int width, int factor) {
        int across = width * factor;
        int[] large = new int[pixels.length * factor * factor];
        for (int row = 0; row < pixels.length / width; row++) {
            int first = row * factor * across;
            for (int column = 0; column < width; column++) {
                int from = first + column * factor;
                Arrays.fill(large, from, from + factor, pixels[row * width + column]);
            }
            for (int copy = 1; copy < factor; copy++) {
                System.arraycopy(large, first, large, first + copy * across, across);
            }
        }
        return large;
    }
}
