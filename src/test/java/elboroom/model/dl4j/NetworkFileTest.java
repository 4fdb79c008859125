package elboroom.model.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.ModelCard;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworkFileTest {
    private static final int COUNT = 3;

    @TempDir
    Path folder;

    static Stream<VaeConfig> configs() {
        return Stream.of(
                mlp(8, false),
                mlp(8, true),
                new VaeConfig(
                        ImageShape.MNIST,
                        new Architecture.Convolutional(),
                        3,
                        new Likelihood.Gaussian(0.1),
                        4,
                        0.1,
                        false,
                        1));
    }

    private static VaeConfig mlp(int width, boolean autoencoder) {
        return new VaeConfig(
                ImageShape.MNIST,
                new Architecture.Mlp(List.of(width, 5)),
                2,
                Likelihood.BERNOULLI,
                1,
                0,
                autoencoder,
                1);
    }

    private StoredModel stored(VaeConfig config) {
        ModelCard.Figures none = new ModelCard.Figures("mnist-test", 1, null, 0, null, null, 0, List.of(), 0, null);
        return new StoredModel(
                folder,
                new ModelCard("m", "m", "mnist", config, new ModelCard.Training(1, 1, 1, 1, 1), Map.of(), none));
    }

    private static float[] images() {
        Random random = new Random(0);
        float[] images = new float[COUNT * ImageShape.MNIST.size()];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat();
        }
        return images;
    }

    @ParameterizedTest
    @MethodSource("configs")
    void readsWhatWasWritten(VaeConfig config) {
        StoredModel model = stored(config);
        try (VaeGraph graph = VaeGraph.initial(config);
                Vae written = graph.toVae()) {
            NetworkFile.write(config, parameters(graph), model.network());
            try (Vae read = NetworkFile.open(model)) {
                float[] means = written.encode(images(), COUNT).mean();
                assertThat(read.encode(images(), COUNT).mean()).containsExactly(means);
                assertThat(read.decode(means, COUNT)).containsExactly(written.decode(means, COUNT));
            }
        }
    }

    private static float[] parameters(VaeGraph graph) {
        float[] parameters = new float[graph.parameterCount()];
        graph.readParameters(parameters);
        return parameters;
    }

    static Stream<VaeConfig> written() {
        return Stream.concat(
                configs(),
                Stream.of(new VaeConfig(
                        new ImageShape(12, 8, 3),
                        new Architecture.Convolutional(),
                        2,
                        Likelihood.BERNOULLI,
                        1,
                        0,
                        false,
                        1)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void isWhatDl4jItselfWrites(VaeConfig config) throws IOException {
        Path own = folder.resolve("own.zip");
        Path dl4j = folder.resolve("dl4j.zip");
        try (VaeGraph graph = VaeGraph.initial(config)) {
            NetworkFile.write(config, parameters(graph), own);
            ModelSerializer.writeModel(graph.graph(), dl4j.toFile(), false);
        }
        try (ZipFile ownZip = new ZipFile(own.toFile());
                ZipFile dl4jZip = new ZipFile(dl4j.toFile())) {
            assertThat(ownZip.stream().map(ZipEntry::getName))
                    .containsExactlyElementsOf(
                            dl4jZip.stream().map(ZipEntry::getName).toList());
            assertThat(bytes(ownZip, "coefficients.bin")).isEqualTo(bytes(dl4jZip, "coefficients.bin"));
            ObjectMapper json = new ObjectMapper();
            assertThat(json.readTree(bytes(ownZip, "configuration.json")))
                    .isEqualTo(json.readTree(bytes(dl4jZip, "configuration.json")));
        }
    }

    private static byte[] bytes(ZipFile zip, String entry) throws IOException {
        return zip.getInputStream(zip.getEntry(entry)).readAllBytes();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void opensInPlainDl4j(VaeConfig config) throws IOException {
        StoredModel model = stored(config);
        try (VaeGraph graph = VaeGraph.initial(config);
                Vae written = graph.toVae()) {
            NetworkFile.write(config, parameters(graph), model.network());
            ComputationGraph plain =
                    ModelSerializer.restoreComputationGraph(model.network().toFile());
            INDArray x = Nd4j.create(images(), new long[] {COUNT, ImageShape.MNIST.size()}, 'c');
            INDArray logits = plain.output(x, Nd4j.zeros(COUNT, config.latentSize()))[0];
            float[] expected =
                    written.decodeLogits(written.encode(images(), COUNT).mean(), COUNT);
            float[] found = logits.dup('c').data().asFloat();
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(1e-5f));
            }
            plain.close();
        }
    }

    @Test
    void refusesWhatIsNotTheCardsNetwork() throws IOException {
        StoredModel model = stored(mlp(8, false));
        Path file = model.network();
        refused(model, "missing");
        try (VaeGraph vae = VaeGraph.initial(mlp(9, false))) {
            NetworkFile.write(vae.config(), parameters(vae), file);
            refused(model, "card describes");
        }
        try (VaeGraph vae = VaeGraph.initial(model.card().config())) {
            float[] parameters = parameters(vae);
            parameters[1] = Float.POSITIVE_INFINITY;
            NetworkFile.write(vae.config(), parameters, file);
            refused(model, "not finite");
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            refused(model, "DL4J model file");
        }
    }

    private static void refused(StoredModel model, String reason) {
        assertThatThrownBy(() -> NetworkFile.open(model))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(model.network().toString())
                .hasMessageContaining(reason);
    }
}
