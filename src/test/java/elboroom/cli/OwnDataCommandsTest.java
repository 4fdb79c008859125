package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import elboroom.data.Npz;
import elboroom.data.own.SmallFiles;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Own data by its path in every command: looked at, trained on, measured and drawn. */
class OwnDataCommandsTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 24;

    @TempDir
    private Path folder;

    private String kept = "";

    @AfterEach
    void forget() {
        if (!kept.isEmpty()) {
            Program.run("data", "--forget", kept).succeeded();
            Program.run("data", "--forget", kept).failedWith(kept, "no copy is kept");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, --conv", "true, --hidden=16", "false, --conv", "false, --hidden=16"})
    void imagesThatAreNotSquareAreTrainedOnMeasuredAndDrawn(boolean colour, String network) throws Exception {
        Path images = SmallFiles.discsAndBars(folder.resolve("toys"), 60, WIDTH, HEIGHT, colour, 3);
        Path model = folder.resolve("model");
        Program.run("train", "--data", images, network, "--epochs", 3, "--batch", 16, "--out", model)
                .succeeded();
        JsonNode card = new ObjectMapper().readTree(model.resolve("card.json").toFile());
        kept = card.get("dataset").asText();
        int channels = colour ? 3 : 1;
        assertThat(card.at("/config/shape/height").asInt()).isEqualTo(HEIGHT);
        assertThat(card.at("/config/shape/width").asInt()).isEqualTo(WIDTH);
        assertThat(card.at("/config/shape/channels").asInt()).isEqualTo(channels);

        JsonNode figures = new ObjectMapper()
                .readTree(Program.run("evaluate", model, "--data", images, "--json")
                        .succeeded()
                        .out());
        assertThat(figures.get("n").asInt()).isEqualTo(12);
        assertThat(figures.get("elbo").asDouble())
                .isEqualTo(card.at("/figures/elbo").asDouble(), within(1e-3));
        // Better than a decoder that says 1/2 of everything.
        assertThat(figures.get("elbo").asDouble()).isGreaterThan(-Math.log(2) * WIDTH * HEIGHT * channels);

        Path codes = folder.resolve("codes.npz");
        Program.run("encode", model, "--data", images, "--out", codes).succeeded();
        assertThat(Npz.read(codes).shape("mean")).containsExactly(12, 2);

        Path picture = folder.resolve("mosaic.png");
        Program.run("render", model, "--what", "mosaic", "--out", picture).succeeded();
        BufferedImage mosaic = ImageIO.read(picture.toFile());
        assertThat((double) mosaic.getHeight() / mosaic.getWidth()).isEqualTo((double) HEIGHT / WIDTH, within(0.1));
        assertThat(coloured(mosaic)).as("share in colour").isBetween(colour ? 0.5 : 0, colour ? 1 : 0.1);
    }

    /** Share of the pixels that have a colour; axes and their lettering may have one in any picture. */
    private static double coloured(BufferedImage image) {
        int count = image.getWidth() * image.getHeight();
        int coloured = 0;
        for (int i = 0; i < count; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            coloured += (pixel >> 16 & 0xff) != (pixel & 0xff) ? 1 : 0;
        }
        return (double) coloured / count;
    }

    @Test
    void aLookSaysWhatItIsAndKeepsNothing() throws Exception {
        Path images = SmallFiles.discsAndBars(folder.resolve("toys"), 5, WIDTH, HEIGHT, true, 3);
        Files.writeString(images.resolve("disc/x.png"), "no image");
        Path sheet = folder.resolve("sheet.png");
        Program.Result look = Program.run("data", images, "--out", sheet).succeeded();
        assertThat(look.out()).contains("folder of images", "24×16×3", "[bar, disc]");
        assertThat(look.err()).contains("left out: ", "x.png: is no image");
        assertThat(ImageIO.read(sheet.toFile()).getWidth()).isEqualTo(4 * WIDTH);
        assertThat(Program.run("data").succeeded().out()).contains("mnist").doesNotContain("toys");
    }

    @Test
    void wrongDataIsOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2,3,4\n1,2,3,4,5\n");
        Program.run("data", file).failedWith("a.csv: row 2: found 5 columns; expected 4");
        Program.run("train", "--data", file, "--out", folder.resolve("m")).failedWith("a.csv: row 2");
        Program.run("data", folder.resolve("none")).failedWith("none: no such file or folder");
        Path odd = SmallFiles.discsAndBars(folder.resolve("odd"), 3, 10, 9, false, 1);
        Program.run("data", odd, "--shape", "0").failedWith("shape");
        Program.run("evaluate", "mnist-vae-2d", "--data", file).failedWith("a.csv: row 2");
    }
}
