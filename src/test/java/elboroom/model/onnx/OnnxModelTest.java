package elboroom.model.onnx;

import static elboroom.model.onnx.OnnxKey.LIKELIHOOD;
import static elboroom.model.onnx.OnnxKey.MEAN;
import static elboroom.model.onnx.OnnxKey.OUTPUT_IS;
import static elboroom.model.onnx.OnnxKey.SPREAD;
import static elboroom.model.onnx.OnnxKey.SPREAD_IS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.model.DecoderJacobian;
import elboroom.model.Likelihood;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.model.file.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxModelTest {
    private static final float CLOSE = 2e-5f;

    @TempDir
    Path temp;

    @Test
    void convolutionalWithLogitsGivesWhatPyTorchGives() {
        OnnxModel model = OnnxModel.read(Exports.folder("conv-logits"));
        assertThat(model.questions()).isEmpty();
        JsonNode expected = Exports.expected("conv-logits");
        try (Vae vae = model.open()) {
            assertThat(vae.latentSize()).isEqualTo(10);
            assertThat(vae.shape()).isEqualTo(ImageShape.MNIST);
            assertThat(vae.likelihood()).isEqualTo(Likelihood.BERNOULLI);
            Posterior posterior = vae.encode(Exports.floats(expected.get("images")), 3);
            close(posterior.mean(), Exports.floats(expected.get("first")));
            close(posterior.logVariance(), Exports.floats(expected.get("second")));
            close(
                    vae.decodeLogits(Exports.floats(expected.get("latents")), 3),
                    Exports.floats(expected.get("decoded")));
        }
    }

    @Test
    void whatNamesDoNotTellIsAskedAndRemembered() {
        Path folder = Exports.copy("nameless", temp.resolve("nameless"));
        OnnxModel model = OnnxModel.read(folder);
        assertThat(model.questions())
                .extracting(Question::key)
                .containsExactly(MEAN, SPREAD, SPREAD_IS, OUTPUT_IS, LIKELIHOOD);
        assertThat(model.questions().get(0).choices())
                .extracting(OnnxKey.Choice::value)
                .containsExactly("out_a", "out_b");
        assertThatThrownBy(model::open)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("\"mean\" in model.json");
        model.answered(Map.of(
                        MEAN,
                        "out_a",
                        SPREAD,
                        "out_b",
                        SPREAD_IS,
                        "deviation",
                        OUTPUT_IS,
                        "pixels",
                        LIKELIHOOD,
                        "gaussian:0.5"))
                .remember();
        JsonNode expected = Exports.expected("nameless");
        try (Vae vae = OnnxModel.read(folder).open()) {
            Posterior posterior = vae.encode(Exports.floats(expected.get("images")), 3);
            close(posterior.mean(), Exports.floats(expected.get("first")));
            float[] deviations = Exports.floats(expected.get("second"));
            for (int i = 0; i < deviations.length; i++) {
                assertThat(posterior.deviation(i / 3, i % 3)).isCloseTo(deviations[i], within(1e-4));
            }
            float[] decoded = Exports.floats(expected.get("decoded"));
            for (int i = 0; i < decoded.length; i++) {
                decoded[i] = Math.max(0, Math.min(1, decoded[i]));
            }
            close(vae.decode(Exports.floats(expected.get("latents")), 3), decoded);
            assertThat(vae.likelihood()).isEqualTo(new Likelihood.Gaussian(0.5));
        }
    }

    @Test
    void colourOneAtATimeBetweenMinusOneAndOne() {
        JsonNode expected = Exports.expected("colour-one");
        int area = 64;
        try (Vae vae = OnnxModel.read(Exports.folder("colour-one")).open()) {
            assertThat(vae.shape()).isEqualTo(new ImageShape(8, 8, 3));
            // PyTorch saw these values as they are: here black is −1.
            float[] planes = Exports.floats(expected.get("images"));
            float[] images = new float[planes.length];
            for (int i = 0; i < planes.length; i++) {
                int image = i / (3 * area);
                images[image * 3 * area + i % area * 3 + i / area % 3] = (planes[i] + 1) / 2;
            }
            Posterior posterior = vae.encode(images, 3);
            close(posterior.mean(), Exports.floats(expected.get("first")));
            float[] logDeviations = Exports.floats(expected.get("second"));
            float[] decoded = Exports.floats(expected.get("decoded"));
            float[] found = vae.decode(Exports.floats(expected.get("latents")), 3);
            for (int i = 0; i < logDeviations.length; i++) {
                assertThat(posterior.logVariance()[i]).isCloseTo(2 * logDeviations[i], within(1e-4f));
            }
            for (int i = 0; i < decoded.length; i++) {
                int image = i / (3 * area);
                assertThat(found[image * 3 * area + i % area * 3 + i / area % 3])
                        .isCloseTo((decoded[i] + 1) / 2, within(CLOSE));
            }
        }
    }

    @Test
    void oneOutputWithBothHalvesAndWeightsInFilesBeside() {
        JsonNode expected = Exports.expected("halves");
        try (Vae vae = OnnxModel.read(Exports.folder("halves")).open()) {
            Posterior posterior = vae.encode(Exports.floats(expected.get("images")), 3);
            float[] both = Exports.floats(expected.get("first"));
            for (int i = 0; i < 3; i++) {
                assertThat(posterior.mean(i, 0)).isCloseTo(both[4 * i], within(CLOSE));
                assertThat(posterior.logVariance(i, 1)).isCloseTo(both[4 * i + 3], within(CLOSE));
            }
            close(vae.decode(Exports.floats(expected.get("latents")), 3), Exports.floats(expected.get("decoded")));
        }
    }

    @Test
    void derivativesByDifferencesAreThoseOfTheSlope() {
        try (Vae vae = OnnxModel.read(Exports.folder("conv-logits")).open()) {
            float[] z = new float[10];
            Arrays.fill(z, 0.3f);
            float[] jacobian = DecoderJacobian.ofLogits(vae, z, 1);
            float[] stepped = z.clone();
            stepped[4] = 0.31f;
            float[] here = vae.decodeLogits(z, 1);
            float[] there = vae.decodeLogits(stepped, 1);
            for (int k = 0; k < here.length; k++) {
                assertThat(jacobian[4 * here.length + k]).isCloseTo((there[k] - here[k]) / 0.01f, within(1e-2f));
            }
        }
    }

    @Test
    void manyImagesInPortionsAreThoseOneByOne() {
        float[] one = Exports.floats(Exports.expected("conv-logits").get("images"));
        int size = ImageShape.MNIST.size();
        float[] many = new float[300 * size];
        for (int i = 0; i < 300; i++) {
            System.arraycopy(one, i % 3 * size, many, i * size, size);
        }
        try (Vae vae = OnnxModel.read(Exports.folder("conv-logits")).open()) {
            float[] whole = vae.encode(many, 300).mean();
            float[] three = vae.encode(one, 3).mean();
            close(Arrays.copyOfRange(whole, 2970, 3000), three);
        }
    }

    @Test
    void aZipIsUnpackedOnceAndStaysAsItWas() throws IOException {
        Path zip = Exports.zip(Exports.folder("halves"), "my model/", temp.resolve("my model.zip"));
        byte[] before = Files.readAllBytes(zip);
        Path first = OnnxFolder.of(zip, temp.resolve("user"));
        assertThat(OnnxFolder.of(zip, temp.resolve("user"))).isEqualTo(first);
        assertThat(first).isDirectoryContaining(file -> file.endsWith("decoder.onnx.data"));
        assertThat(Files.readAllBytes(zip)).isEqualTo(before);
        try (Vae vae = OnnxModel.read(first).open()) {
            assertThat(vae.latentSize()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"../evil.txt", "/tmp/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:evil.txt"})
    void nothingIsWrittenOutsideOfItsFolder(String name) throws IOException {
        Path zip = temp.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String entry : List.of("encoder.onnx", "decoder.onnx", name)) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(1);
            }
        }
        assertThatThrownBy(() -> OnnxFolder.of(zip, temp.resolve("user")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("outside of its folder");
        assertThat(Exports.files(temp)).containsExactly(zip);
    }

    @Test
    void aBombIsLeftAlone() throws IOException {
        Path zip = temp.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("decoder.onnx"));
            out.putNextEntry(new ZipEntry("encoder.onnx"));
            for (int i = 0; i < 80; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertThatThrownBy(() -> OnnxFolder.of(zip, temp.resolve("user")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("times its size");
        assertThat(Exports.files(temp)).containsExactly(zip);
    }

    @Test
    void weightsOutsideOfTheFolderAreRefused() throws IOException {
        Path folder = Exports.copy("halves", temp.resolve("halves"));
        Path file = folder.resolve("encoder.onnx");
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.writeString(
                file,
                text.replace("encoder.onnx.data", "../../etc/passwds"),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> OnnxModel.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("keeps weights in '../../etc/passwds'; expected a file in the same folder");
        Path second = Exports.copy("halves", temp.resolve("second"));
        Files.delete(second.resolve("decoder.onnx.data"));
        assertThatThrownBy(() -> OnnxModel.read(second)).hasMessageContaining("decoder.onnx.data: missing");
        Path third = Exports.copy("halves", temp.resolve("third"));
        Files.move(third.resolve("decoder.onnx.data"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(third.resolve("decoder.onnx.data"), temp.resolve("elsewhere"));
        assertThatThrownBy(() -> OnnxModel.read(third)).hasMessageContaining("a link to");
    }

    @Test
    void aGraphCutShortIsSaidSo() throws IOException {
        Path folder = Exports.copy("conv-logits", temp.resolve("short"));
        Path file = folder.resolve("decoder.onnx");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> OnnxModel.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("decoder.onnx: not a whole ONNX file (it ends at byte");
    }

    @Test
    void anEncoderThatDrawsAtRandomIsRefused() {
        Path folder = temp.resolve("sampled");
        new TinyGraph("x", 4)
                .node("RandomNormalLike", "z", "x")
                .node("Identity", "logvar", "x")
                .output("z", 4)
                .output("logvar", 4)
                .write(folder.resolve("encoder.onnx"));
        identity().write(folder.resolve("decoder.onnx"));
        assertThatThrownBy(() -> OnnxModel.read(folder).open())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("encoder.onnx: gives ")
                .hasMessageContaining("export the mean, not a sample of q(z|x)");
    }

    @Test
    void aVersionOfTheFutureIsSaidInOneSentence() {
        Path folder = temp.resolve("future");
        new TinyGraph("x", 4)
                .node("Identity", "mean", "x")
                .node("Identity", "logvar", "x")
                .output("mean", 4)
                .output("logvar", 4)
                .version(99)
                .write(folder.resolve("encoder.onnx"));
        identity().write(folder.resolve("decoder.onnx"));
        assertThatThrownBy(() -> OnnxModel.read(folder).open())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot open it (Unsupported model IR version: 99, max");
    }

    @Test
    void latentPointsMayBeMapsOfFeatures() {
        Path folder = temp.resolve("maps");
        new TinyGraph("x", 2, 2)
                .node("Unsqueeze", "mean", "x", "axis")
                .node("Identity", "logvar", "mean")
                .constant("axis", 1)
                .output("mean", 1, 2, 2)
                .output("logvar", 1, 2, 2)
                .write(folder.resolve("encoder.onnx"));
        new TinyGraph("z", 1, 2, 2)
                .node("Identity", "logits", "z")
                .output("logits", 1, 2, 2)
                .write(folder.resolve("decoder.onnx"));
        try (Vae vae = OnnxModel.read(folder).open()) {
            assertThat(vae.latentSize()).isEqualTo(4);
            float[] image = {0.1f, 0.2f, 0.3f, 0.4f};
            assertThat(vae.decodeLogits(vae.encode(image, 1).mean(), 1)).containsExactly(image);
        }
    }

    @Test
    void oneChannelMayComeBeforeARow() {
        Path folder = temp.resolve("row");
        new TinyGraph("x", 1, 4)
                .node("Identity", "mean", "x")
                .node("Identity", "logvar", "x")
                .output("mean", 1, 4)
                .output("logvar", 1, 4)
                .write(folder.resolve("encoder.onnx"));
        identity().write(folder.resolve("decoder.onnx"));
        try (Vae vae = OnnxModel.read(folder).open()) {
            assertThat(vae.shape()).isEqualTo(new ImageShape(2, 2, 1));
            assertThat(vae.encode(new float[] {1, 2, 3, 4}, 1).mean()).containsExactly(1, 2, 3, 4);
        }
    }

    private static TinyGraph identity() {
        return new TinyGraph("z", 4).node("Identity", "logits", "z").output("logits", 4);
    }

    @Test
    void eitherGraphStandsForItsFolder() {
        Path folder = Exports.copy("conv-logits", temp.resolve("two"));
        assertThat(OnnxFolder.of(folder.resolve("encoder.onnx"), temp)).isEqualTo(folder);
        assertThat(OnnxFolder.of(folder.resolve("decoder.onnx"), temp)).isEqualTo(folder);
    }

    @Test
    void oneGraphOrOthersNamesAreSaidToBeSo() throws IOException {
        Path folder = Exports.copy("conv-logits", temp.resolve("named"));
        Files.move(folder.resolve("encoder.onnx"), folder.resolve("vae_encoder.onnx"));
        Files.move(folder.resolve("decoder.onnx"), folder.resolve("vae_decoder.onnx"));
        assertThat(OnnxFolder.is(folder.resolve("vae_encoder.onnx"))).isTrue();
        assertThatThrownBy(() -> OnnxFolder.of(folder.resolve("vae_encoder.onnx"), temp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("vae_encoder.onnx: one graph; expected two");
        assertThat(ModelFiles.exported(folder.toString())).hasValue(folder);
        assertThatThrownBy(() -> OnnxFolder.of(folder, temp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds vae_decoder.onnx, vae_encoder.onnx; expected two graphs");
    }

    @Test
    void graphsOfTwoModelsDoNotFit() throws IOException {
        Path folder = Exports.copy("conv-logits", temp.resolve("mixed"));
        Files.copy(
                Exports.folder("nameless").resolve("decoder.onnx"),
                folder.resolve("decoder.onnx"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> OnnxModel.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected a mean of 3 values");
    }

    private static void close(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("value %d", i).isCloseTo(expected[i], within(CLOSE));
        }
    }
}
