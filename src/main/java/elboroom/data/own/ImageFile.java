package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One PNG, JPEG, BMP or GIF file, recognised by its first bytes. The first frame of a GIF; what is transparent lies on
 * black; a photograph stands upright, however the camera was held.
 *
 * @param format name
 * @param image as decoded
 * @param orientation of what was decoded
 * @param shape of the upright image, with one channel if the file has grey levels only
 */
record ImageFile(String format, BufferedImage image, Orientation orientation, ImageShape shape) implements Fitter.Rows {
    /** Files beyond these are not opened: a decoded image takes up to 4 bytes a pixel, 160 MB. */
    static final long MAX_PIXELS = 40_000_000;

    private static final long MAX_BYTES = 256L << 20;
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHUNK = 12;
    private static final float WHITE = 255;
    /** Bytes that tell what a file is. */
    private static final int START = 18;

    /**
     * Decodes a file.
     *
     * @throws InputException if it cannot be; it says why in one line
     */
    static ImageFile read(Path file) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw wrong(file, "has %,d bytes".formatted(size), "at most %,d".formatted(MAX_BYTES), null);
            }
            String format;
            Orientation orientation = Orientation.UPRIGHT;
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                format = format(in, file);
                if (format.equals("png")) {
                    checkChunks(in, file);
                } else if (format.equals("jpeg")) {
                    orientation = Orientation.ofJpeg(in);
                }
            }
            return decode(file, format, orientation);
        } catch (EOFException e) {
            throw wrong(file, "is cut short", "a whole image", e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (e instanceof InputException input) {
                throw input;
            }
            // The JDK's readers throw all kinds of exceptions at damaged files, and ask for the memory they claim to
            // need.
            throw wrong(file, "cannot be decoded (" + reason(e) + ")", "a whole image", e);
        }
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static InputException wrong(Path file, String found, String expected, @Nullable Throwable e) {
        return new InputException("%s: %s; expected %s".formatted(file, found, expected), e);
    }

    /** Whether a file that begins so is one of the four kinds. */
    static boolean isMagic(byte[] start) {
        return format(start) != null;
    }

    private static @Nullable String format(byte[] start) {
        if (start.length < 4) {
            return null;
        }
        return switch ((start[0] & 0xff) << 8 | start[1] & 0xff) {
            case 0x8950 -> start[2] == 'N' ? "png" : null;
            case 0xffd8 -> start[2] == (byte) 0xff ? "jpeg" : null;
            case 0x424d -> isBitmap(start) ? "bmp" : null;
            case 0x4749 -> start[2] == 'F' && start[3] == '8' ? "gif" : null;
            default -> null;
        };
    }

    /** Unlike a text that begins with BM, it has the size of a header in bytes 14 to 17, and that is below 256. */
    private static boolean isBitmap(byte[] start) {
        return start.length >= START && start[14] != 0 && start[15] == 0 && start[16] == 0 && start[17] == 0;
    }

    private static String format(RandomAccessFile in, Path file) throws IOException {
        byte[] start = new byte[START];
        int length = Math.max(0, in.read(start));
        String format = format(Arrays.copyOf(start, length));
        if (format == null) {
            throw wrong(file, length == 0 ? "is empty" : "is no image", "PNG, JPEG, BMP or GIF", null);
        }
        return format;
    }

    /** The decoder makes room for as many bytes as a chunk claims to have: no more than the file has, as checked here. */
    private static void checkChunks(RandomAccessFile in, Path file) throws IOException {
        long at = PNG_SIGNATURE;
        while (at + PNG_CHUNK <= in.length()) {
            in.seek(at);
            long length = Integer.toUnsignedLong(in.readInt());
            if (length > in.length() - at - PNG_CHUNK) {
                throw wrong(
                        file,
                        "has a part of %,d bytes at byte %,d of %,d".formatted(length, at, in.length()),
                        "a whole PNG image",
                        null);
            }
            at += PNG_CHUNK + length;
        }
    }

    private static ImageFile decode(Path file, String format, Orientation orientation) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            // Without metadata: texts and profiles in a PNG may unpack to any size.
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1 || (long) width * height > MAX_PIXELS) {
                throw wrong(
                        file,
                        "is of %,d×%,d pixels".formatted(width, height),
                        "1 to %,d pixels".formatted(MAX_PIXELS),
                        null);
            }
            BufferedImage image = inks(reader.read(0));
            boolean grey = image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
            int channels = grey || isGrey(image) ? 1 : 3;
            ImageShape shape = orientation.transposed()
                    ? new ImageShape(image.getWidth(), image.getHeight(), channels)
                    : new ImageShape(image.getHeight(), image.getWidth(), channels);
            return new ImageFile(format, image, orientation, shape);
        } finally {
            reader.dispose();
        }
    }

    /** Red, green and blue from the four inks of print; the JDK's own way takes them for linear light and brightens them. */
    private static BufferedImage inks(BufferedImage image) {
        if (image.getColorModel().getColorSpace().getType() != ColorSpace.TYPE_CMYK) {
            return image;
        }
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[4 * image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getPixels(0, y, image.getWidth(), 1, row);
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = 0;
                for (int ink = 0; ink < 3; ink++) {
                    rgb = rgb << 8 | Math.round((WHITE - row[4 * x + ink]) * (WHITE - row[4 * x + 3]) / WHITE);
                }
                result.setRGB(x, y, rgb);
            }
        }
        return result;
    }

    private static boolean isGrey(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                int red = pixel >> 16 & 0xff;
                if (red != (pixel >> 8 & 0xff) || red != (pixel & 0xff)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void copy(int y, float[] target) {
        Raster raster = image.getRaster();
        if (raster.getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel)) {
            // Not by getRGB, which takes grey levels for linear light and brightens them.
            float white = (1 << image.getSampleModel().getSampleSize(0)) - 1;
            float[] levels = samples(raster, y, 0);
            for (int x = 0; x < levels.length; x++) {
                target[x] = levels[x] / white * WHITE;
            }
            if (raster.getNumBands() == 2) {
                float[] alpha = samples(raster, y, 1);
                for (int x = 0; x < levels.length; x++) {
                    target[x] *= alpha[x] / white;
                }
            }
            return;
        }
        int[] row = argb(y);
        int channels = shape.channels();
        for (int x = 0; x < row.length; x++) {
            float opaque = (row[x] >>> 24) / WHITE;
            for (int channel = 0; channel < channels; channel++) {
                target[x * channels + channel] = opaque * (row[x] >> 16 - 8 * channel & 0xff);
            }
        }
    }

    /** Row y of the upright image. */
    private int[] argb(int y) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] row = orientation.transposed()
                ? image.getRGB(orientation.line(y, width), 0, 1, height, null, 0, 1)
                : image.getRGB(0, orientation.line(y, height), width, 1, null, 0, width);
        if (orientation.reversed()) {
            for (int i = 0, j = row.length - 1; i < j; i++, j--) {
                int other = row[i];
                row[i] = row[j];
                row[j] = other;
            }
        }
        return row;
    }

    /** The same, of one band. */
    private float[] samples(Raster raster, int y, int band) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] row = orientation.transposed()
                ? raster.getSamples(orientation.line(y, width), 0, 1, height, band, (float[]) null)
                : raster.getSamples(0, orientation.line(y, height), width, 1, band, (float[]) null);
        if (orientation.reversed()) {
            for (int i = 0, j = row.length - 1; i < j; i++, j--) {
                float other = row[i];
                row[i] = row[j];
                row[j] = other;
            }
        }
        return row;
    }
}
