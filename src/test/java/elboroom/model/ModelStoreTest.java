package elboroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelStoreTest {
    @TempDir
    Path folder;

    private ModelStore store;
    private ModelCard card;

    @BeforeEach
    void twoModels() {
        store = new ModelStore(List.of(folder, folder.resolve("absent")));
        card = card("first", new Architecture.Mlp(List.of(512, 256)), new Likelihood.Gaussian(0.1));
        ModelStore.writeCard(folder.resolve("first"), card);
        ModelStore.writeCard(
                folder.resolve("second"), card("second", new Architecture.Convolutional(), Likelihood.BERNOULLI));
    }

    private static ModelCard card(String name, Architecture architecture, Likelihood likelihood) {
        return new ModelCard(
                name,
                "β = 1",
                "mnist",
                new VaeConfig(ImageShape.MNIST, architecture, 2, likelihood, 1, 0.5, false, 7),
                new ModelCard.Training(3, 100, 32, 1e-3, 12.5),
                Map.of("java", "17"),
                new ModelCard.Figures(
                        "mnist-test", 10, -150.5, 144.0, 6.5, List.of(3.0, 3.5), 143.0, List.of(1.0, 0.9), 2, 0));
    }

    @Test
    void aCardReadsBackAsItWas() {
        assertThat(store.find("first").card()).isEqualTo(card);
        assertThat(store.find(folder.resolve("first").toString()).card()).isEqualTo(card);
        assertThat(store.find("second").card().config().architecture()).isEqualTo(new Architecture.Convolutional());
    }

    @Test
    void anUnknownNameIsToldTheKnownOnes() {
        assertThatThrownBy(() -> store.find("third"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'third'")
                .hasMessageContaining("first, second");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elbo-room model 1 | elbo-room model 2 | format",
                "\"mlp 512-256\"   | \"cnn\"           | architecture",
                "\"mlp 512-256\"   | \"mlp 512-x\"     | hidden",
                "\"mlp 512-256\"   | 5                 | architecture",
                "\"latentSize\" : 2 | \"latentSize\" : 0 | latentSize",
                "\"latentSize\" : 2 | \"latentSize\" : null | latentSize",
                "gaussian:0.1      | gaussian:0        | variance",
                "\"config\"        | \"konfig\"        | config",
                "{                 | [                 | JSON"
            })
    void aCorruptCardNamesTheFileAndTheFault(String right, String wrong, String fault) throws IOException {
        Path file = folder.resolve("first/card.json");
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong));
        assertThatThrownBy(() -> store.find("first"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(fault);
        List<InputException> problems = new ArrayList<>();
        assertThat(store.list(problems::add)).extracting(StoredModel::name).containsExactly("second");
        assertThat(problems).hasSize(1);
    }

    @Test
    void posteriorsAreKeptBesideAModel() {
        EncodedSet set = new EncodedSet(
                new Posterior(3, 2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {-1, -2, -3, -4, -5, -6}),
                new int[] {7, 8, 9});
        StoredModel.writeEncodedSet(folder.resolve("first"), "mnist-test", set);
        StoredModel model = store.find("first");
        assertThat(model.encodedSet("mnist-train")).isEmpty();
        EncodedSet read = model.encodedSet("mnist-test").orElseThrow();
        assertThat(read.labels()).containsExactly(7, 8, 9);
        assertThat(read.posterior().logVariance())
                .containsExactly(set.posterior().logVariance());
        EncodedSet two = read.first(2);
        assertThat(two.labels()).containsExactly(7, 8);
        assertThat(two.posterior().mean()).containsExactly(1, 2, 3, 4);
        assertThat(read.first(3)).isSameAs(read);
    }
}
