package elboroom.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.ImageShape;
import elboroom.fuzz.Fuzz;
import elboroom.model.Architecture;
import elboroom.model.EncodedSet;
import elboroom.model.Likelihood;
import elboroom.model.ModelCard;
import elboroom.model.ModelStore;
import elboroom.model.Posterior;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import elboroom.model.layer.LayeredNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged models: refused in one line, or opened as what they say they are. */
class ModelFuzzTest {
    private static final long MEGABYTE = 1 << 20;
    private static final VaeConfig CONFIG = new VaeConfig(
            new ImageShape(2, 3, 1), new Architecture.Mlp(List.of(4)), 2, Likelihood.BERNOULLI, 1, 0, false, 1);

    @TempDir
    private Path folder;

    private Path card;
    private Path network;

    @BeforeEach
    void store() throws Exception {
        card = folder.resolve("card.json");
        ModelCard.Figures figures =
                new ModelCard.Figures("tiny-test", 1, -4.0, 3, 1.0, List.of(0.5, 0.5), 3, List.of(0.1, 0.1), 2, 0);
        ModelStore.writeCard(
                folder,
                new ModelCard(
                        "tiny",
                        "Tiny",
                        "tiny",
                        CONFIG,
                        new ModelCard.Training(1, 1, 1, 1, 1),
                        Map.of("a", "b"),
                        figures));
        network = StoredModel.network(folder);
        NetworkFile.write(LayeredNetwork.initial(CONFIG), network);
        StoredModel.writeEncodedSet(
                folder,
                "tiny-test",
                new EncodedSet(new Posterior(2, 2, new float[] {1, 2, 3, 4}, new float[4]), new int[] {0, 1}));
    }

    private void use() {
        StoredModel model = ModelStore.read(folder);
        VaeConfig config = model.card().config();
        try (Vae vae = NetworkFile.open(model)) {
            float[] decoded = vae.decode(new float[config.latentSize()], 1);
            assertThat(decoded).hasSize(config.shape().size());
            for (float value : decoded) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void cards() throws Exception {
        Fuzz.run(1, List.of(Files.readAllBytes(card)), 64 * MEGABYTE, bytes -> {
            Files.write(card, bytes);
            use();
        });
    }

    @Test
    void networks() throws Exception {
        Fuzz.run(2, List.of(Files.readAllBytes(network)), 16 * MEGABYTE, bytes -> {
            Files.write(network, bytes);
            use();
        });
    }

    @Test
    void storedPosteriors() throws Exception {
        StoredModel model = ModelStore.read(folder);
        Path file = folder.resolve("posterior-tiny-test.npz");
        Fuzz.run(3, List.of(Files.readAllBytes(file)), 16 * MEGABYTE, bytes -> {
            Files.write(file, bytes);
            model.encodedSet("tiny-test");
        });
    }

    /** Leaves a mark when it is loaded, made or not. */
    public static final class Trap {
        static {
            System.setProperty("elboroom.trap", "sprung");
        }
    }

    /** As DL4J's own reader would, which takes the classes of layers and losses by the names in the file. */
    @Test
    void classesThatFilesNameAreNotEvenLoaded() throws Exception {
        String trap = "{\"@class\":\"%s\",".formatted(Trap.class.getName());
        Files.writeString(card, Files.readString(card).replace("{", trap));
        byte[] weights;
        try (ZipFile whole = new ZipFile(network.toFile())) {
            weights = whole.getInputStream(whole.getEntry(ModelSerializer.COEFFICIENTS_BIN))
                    .readAllBytes();
        }
        String graph = new String(GraphJson.of(CONFIG), StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(network))) {
            zip.putNextEntry(new ZipEntry(ModelSerializer.CONFIGURATION_JSON));
            zip.write(graph.replaceAll(
                            "\"@class\"\\s*:\\s*\"[^\"]*\"",
                            Matcher.quoteReplacement("\"@class\":\"" + Trap.class.getName() + "\""))
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(ModelSerializer.COEFFICIENTS_BIN));
            zip.write(weights);
        }
        use();
        assertThat(System.getProperty("elboroom.trap")).isNull();
    }
}
