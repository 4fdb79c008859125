package elboroom.data.own;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photographs stand upright, however the camera was held. */
final class OrientationTest {
    private static final int WIDTH = 32;
    private static final int HEIGHT = 16;

    @TempDir
    private Path folder;

    /** Its upper left quarter is light, its upper right grey, the rest black: no two orientations look alike. */
    private static byte[] jpeg(int type) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT / 2; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, x < WIDTH / 2 ? 0xffffff : 0x808080);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    /** Where the light and the grey quarter are to be seen: the first letter says above or below. */
    @ParameterizedTest
    @CsvSource({"1, al, ar", "2, ar, al", "3, br, bl", "4, bl, br", "5, al, bl", "6, ar, br", "7, br, ar", "8, bl, al"})
    void eachOrientationIsTurnedUpright(int orientation, String light, String grey) throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
            for (boolean little : new boolean[] {true, false}) {
                Path file = Files.write(folder.resolve("held.jpg"), SmallFiles.held(jpeg(type), orientation, little));
                ImageFile image = ImageFile.read(file);
                ImageShape shape = image.shape();
                boolean lying = orientation < 5;
                assertThat(shape)
                        .isEqualTo(lying ? new ImageShape(HEIGHT, WIDTH, 1) : new ImageShape(WIDTH, HEIGHT, 1));
                assertThat(at(image, light)).as("the light quarter").isGreaterThan(240);
                assertThat(at(image, grey)).as("the grey quarter").isBetween(40f, 160f);
            }
        }
    }

    /** The middle of a quarter. */
    private static float at(ImageFile image, String quarter) {
        ImageShape shape = image.shape();
        float[] row = new float[shape.width()];
        image.copy((quarter.startsWith("a") ? 1 : 3) * shape.height() / 4, row);
        return row[(quarter.endsWith("l") ? 1 : 3) * shape.width() / 4];
    }

    @Test
    void whatSaysNothingOrNonsenseIsTakenAsItIs() throws IOException {
        byte[] plain = jpeg(BufferedImage.TYPE_INT_RGB);
        byte[] nonsense = SmallFiles.held(plain, 99, true);
        byte[] damaged = SmallFiles.held(plain, 6, true);
        // The place of the directory, far beyond the segment.
        damaged[2 + 4 + 6 + 7] = 0x7f;
        for (byte[] bytes : new byte[][] {plain, nonsense, damaged}) {
            ImageFile image = ImageFile.read(Files.write(folder.resolve("plain.jpg"), bytes));
            assertThat(image.shape()).isEqualTo(new ImageShape(HEIGHT, WIDTH, 1));
            assertThat(at(image, "al")).isGreaterThan(240);
        }
    }
}
