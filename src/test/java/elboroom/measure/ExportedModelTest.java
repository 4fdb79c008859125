package elboroom.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import elboroom.data.Catalogue;
import elboroom.data.ImageSet;
import elboroom.model.ModelCard;
import elboroom.model.Vae;
import elboroom.model.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A model that PyTorch trained and exported is worth here what PyTorch says. */
class ExportedModelTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "onnx", "mnist-mlp-z2");
    private static final double NATS = 1e-3;

    @Test
    void figuresOfTenThousandImagesAreThoseOfPyTorch() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
        ImageSet images = new Catalogue(Path.of("assets")).open("mnist-test");
        assertThat(images.size()).isEqualTo(expected.get("n").asInt());
        try (Vae vae = OnnxModel.read(FOLDER).open()) {
            ModelCard.Figures figures = Figures.of(Evaluation.of(vae, images), images.id());
            JsonNode kl = expected.get("klPerDimension");
            for (int j = 0; j < kl.size(); j++) {
                assertThat(figures.ratePerDimension().get(j))
                        .isCloseTo(kl.get(j).asDouble(), within(NATS));
                assertThat(figures.varianceOfMeans().get(j))
                        .isCloseTo(expected.get("varianceOfMeans").get(j).asDouble(), within(NATS));
            }
            assertThat(figures.reconstructionAtMean())
                    .isCloseTo(expected.get("reconstructionAtMean").asDouble(), within(NATS));
            firstFive(vae, images, expected.get("firstFive"));
        }
    }

    private static void firstFive(Vae vae, ImageSet images, JsonNode expected) {
        float[] pixels = images.images(0, 5);
        var posterior = vae.encode(pixels, 5);
        float[] decoded = vae.decode(posterior.mean(), 5);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 2; j++) {
                assertThat((double) posterior.mean(i, j))
                        .isCloseTo(expected.get("mean").get(i).get(j).asDouble(), within(1e-4));
                assertThat((double) posterior.logVariance(i, j))
                        .isCloseTo(expected.get("logVariance").get(i).get(j).asDouble(), within(1e-4));
            }
            JsonNode part = expected.get("decodedPixels_400_to_410").get(i);
            for (int k = 0; k < part.size(); k++) {
                assertThat((double) decoded[i * 784 + 400 + k])
                        .isCloseTo(part.get(k).asDouble(), within(1e-4));
            }
        }
    }
}
