import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon, a latent map: the prior's circles, three classes of codes, and the marker under the hand. Writes it for
 * each operating system: icon.png, icon.ico and icon.icns. To be run as it is: {@code java src/installer/Icon.java FOLDER}.
 */
final class Icon {
    /** Of the picture's sides; everything below is drawn in a square of side 1. */
    private static final int SIZE = 256;

    private static final Color GROUND = new Color(0x17212f);
    private static final Color RING = new Color(0x55, 0x70, 0x92);
    private static final Color MARKER = Color.WHITE;
    private static final Color[] CLASSES = {new Color(0x4aa3ff), new Color(0xffb000), new Color(0x3ecf8e)};
    private static final double[][] CENTRES = {{0.36, 0.34}, {0.69, 0.45}, {0.40, 0.68}};

    private Icon() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        byte[] png = png();
        Files.write(folder.resolve("icon.png"), png);
        Files.write(folder.resolve("icon.ico"), ico(png));
        Files.write(folder.resolve("icon.icns"), icns(png));
    }

    private static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SIZE, SIZE);
        pen.setColor(GROUND);
        pen.fill(new RoundRectangle2D.Double(0.02, 0.02, 0.96, 0.96, 0.36, 0.36));
        pen.setColor(RING);
        pen.setStroke(new BasicStroke(0.012f));
        for (int ring = 1; ring <= 3; ring++) {
            pen.draw(circle(0.5, 0.5, 0.135 * ring));
        }
        codes(pen);
        pen.setColor(MARKER);
        pen.setStroke(new BasicStroke(0.03f));
        pen.draw(circle(0.5, 0.5, 0.075));
        pen.fill(circle(0.5, 0.5, 0.026));
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void codes(Graphics2D pen) {
        Random random = new Random(7);
        for (int i = 0; i < 66; i++) {
            int which = i % CLASSES.length;
            double x = CENTRES[which][0] + 0.068 * random.nextGaussian();
            double y = CENTRES[which][1] + 0.068 * random.nextGaussian();
            if (Math.hypot(x - 0.5, y - 0.5) > 0.13 && Math.hypot(x - 0.5, y - 0.5) < 0.42) {
                pen.setColor(CLASSES[which]);
                pen.fill(circle(x, y, 0.02));
            }
        }
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Windows' container with one picture in it. */
    private static byte[] ico(byte[] png) {
        ByteBuffer ico = ByteBuffer.allocate(22 + png.length).order(ByteOrder.LITTLE_ENDIAN);
        // Kind 1, one picture; its sides as a byte each, where 0 is 256; one plane of 32 bits; where it lies.
        ico.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        ico.put((byte) SIZE).put((byte) SIZE).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
        return ico.putInt(png.length).putInt(22).put(png).array();
    }

    /** macOS's container with one picture in it; {@code ic08} is one of 256 pixels squared. */
    private static byte[] icns(byte[] png) {
        ByteBuffer icns = ByteBuffer.allocate(16 + png.length);
        icns.put("icns".getBytes()).putInt(16 + png.length);
        return icns.put("ic08".getBytes()).putInt(8 + png.length).put(png).array();
    }
}
