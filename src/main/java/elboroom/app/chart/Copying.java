package elboroom.app.chart;

import elboroom.raster.Picture;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** Pictures on the clipboard, from whatever has the focus and is a picture. */
public final class Copying {
    private static final String KEY = Copying.class.getName();

    private Copying() {}

    /** Says how a node, with all that is in it, is copied. */
    public static void offer(Node node, Runnable copy) {
        node.getProperties().put(KEY, copy);
    }

    /** Copies the nearest picture that a node is, or is part of; whether there is one. */
    public static boolean copy(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(KEY) instanceof Runnable copy) {
                copy.run();
                return true;
            }
        }
        return false;
    }

    /** Puts a picture on the system's clipboard. */
    static void toClipboard(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
