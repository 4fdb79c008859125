package elboroom.model.file;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Dataset;
import elboroom.data.ImageShape;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.ModelCard;
import elboroom.model.StoredModel;
import elboroom.model.VaeConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which data a model made elsewhere is taken to be for. */
class ModelFilesTest {
    private static final List<Dataset> SETS = List.of(set("mnist"), set("fashion"));

    @ParameterizedTest
    @CsvSource({
        "my-mnist-vae, mnist",
        "mnist2, mnist",
        "Fashion-MNIST, fashion",
        "kmnist-vae,",
        "emnist_z10,",
        "letters,"
    })
    void theNameOfAModelMayTellItsData(String name, String data) {
        VaeConfig config =
                new VaeConfig(ImageShape.MNIST, new Architecture.Exported(), 2, Likelihood.BERNOULLI, 1, 0, false, 0);
        StoredModel model = new StoredModel(Path.of(name), new ModelCard(name, name, "", config, null, Map.of(), null));
        assertThat(ModelFiles.dataset(model, SETS).orElse(null)).isEqualTo(data);
    }

    private static Dataset set(String id) {
        return new Dataset(id, id, ImageShape.MNIST, List.of(), 10, 10, "", "");
    }
}
