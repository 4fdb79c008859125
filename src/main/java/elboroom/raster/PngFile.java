package elboroom.raster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures as PNG files. Needs no screen. */
public final class PngFile {
    private PngFile() {}

    /**
     * Writes a picture, replacing the file if there is one and making its folder if there is none.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Picture picture) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // A stream of our own: given a File that it cannot create, ImageIO reports nothing but a null stream.
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, picture);
        }
    }

    /** Writes a picture to a stream, which stays open. */
    public static void write(OutputStream out, Picture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no PNG encoder in this Java installation");
        }
    }
}
