package elboroom.data.own;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Writes small files in the formats that are read, byte by byte as other programs do. */
public final class SmallFiles {
    private SmallFiles() {}

    /** An array as numpy.save writes it. */
    static byte[] npy(String descr, String shape, byte[] values) {
        return npy("{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(descr, shape), values);
    }

    static byte[] npy(String header, byte[] values) {
        String padded = header + " ".repeat(Math.max(0, 117 - header.length())) + "\n";
        return ByteBuffer.allocate(10 + padded.length() + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .put(values)
                .array();
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    /** Bytes 0, 1, 2, … */
    static byte[] counting(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    static byte[] idx(int type, byte[] values, int... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * dims.length + values.length)
                .put(new byte[] {0, 0, (byte) type, (byte) dims.length});
        for (int n : dims) {
            bytes.putInt(n);
        }
        return bytes.put(values).array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Names and contents in turn. */
    static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** An image of one colour. */
    public static Path image(Path file, int width, int height, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        return image(file, image);
    }

    static Path image(Path file, BufferedImage image) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IOException("no encoder for " + name);
        }
        return file;
    }

    /**
     * A JPEG file with an Exif segment that says how the camera was held.
     *
     * @param orientation 1 to 8
     * @param little whether its numbers begin with the least byte
     */
    static byte[] held(byte[] jpeg, int orientation, boolean little) {
        ByteBuffer tiff =
                ByteBuffer.allocate(8 + 2 + 2 * 12 + 4).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.putShort((short) (little ? 0x4949 : 0x4d4d)).putShort((short) 42).putInt(8);
        // The width of the image, which plays no part, and the orientation.
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(32);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0);
        byte[] exif = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
        int length = 2 + exif.length + tiff.capacity();
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 2 + length);
        out.put(jpeg, 0, 2);
        out.put((byte) 0xff).put((byte) 0xe1).putShort((short) length);
        out.put(exif).put(tiff.array());
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /**
     * Discs and bars of random colours and places, in a sub-folder for each kind: the same for the same seed.
     *
     * @param count of each kind
     * @param colour whether they have colours, or grey levels
     */
    public static Path discsAndBars(Path folder, int count, int width, int height, boolean colour, long seed)
            throws IOException {
        Random random = new Random(seed);
        for (String kind : List.of("disc", "bar")) {
            Files.createDirectories(folder.resolve(kind));
            for (int i = 0; i < count; i++) {
                BufferedImage image = new BufferedImage(
                        width, height, colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
                Graphics2D pen = image.createGraphics();
                int level = 128 + random.nextInt(128);
                pen.setColor(colour ? Color.getHSBColor(random.nextFloat(), 0.8f, 1) : new Color(level, level, level));
                int x = random.nextInt(width / 2);
                int y = random.nextInt(height / 2);
                if (kind.equals("disc")) {
                    pen.fillOval(x, y, width / 2, width / 2);
                } else {
                    pen.fillRect(x, 0, width / 4, height);
                }
                pen.dispose();
                ImageIO.write(
                        image,
                        "png",
                        folder.resolve(kind).resolve("%03d.png".formatted(i)).toFile());
            }
        }
        return folder;
    }
}
