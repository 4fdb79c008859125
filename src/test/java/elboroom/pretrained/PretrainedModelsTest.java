package elboroom.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.Catalogue;
import elboroom.data.Home;
import elboroom.data.ImageSet;
import elboroom.latent.Neighbours;
import elboroom.measure.Evaluation;
import elboroom.measure.Figures;
import elboroom.model.EncodedSet;
import elboroom.model.ModelCard;
import elboroom.model.ModelStore;
import elboroom.model.Posterior;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.dl4j.NetworkFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that come with the program are what their cards say, and as good as the reference results. */
class PretrainedModelsTest {
    private static final Home HOME = Home.locate();
    private static final Catalogue CATALOGUE = new Catalogue(HOME.assets());
    private static final int IMAGES = 500;
    private static final long MEGABYTE = 1_000_000;

    static List<StoredModel> models() {
        List<StoredModel> models = new ModelStore(List.of(HOME.pretrained())).list(problem -> {
            throw problem;
        });
        assertThat(models).hasSize(11);
        return models;
    }

    private static StoredModel model(String name) {
        return new ModelStore(List.of(HOME.pretrained())).find(name);
    }

    @ParameterizedTest
    @CsvSource({
        "mnist-vae-2d, -139, 2",
        "mnist-vae-10d, -102.5, 10",
        "mnist-conv-2d, -148, 2",
        "fashion-vae-2d, -257, 2",
    })
    void theEvidenceBoundReachesTheReference(String name, double elbo, int active) {
        ModelCard.Figures figures = model(name).card().figures();
        assertThat(figures.elbo()).isGreaterThanOrEqualTo(elbo);
        assertThat(figures.activeUnits()).isEqualTo(active);
        assertThat(figures.images()).isEqualTo(10_000);
    }

    /** Distortion, rate and active units of the same network trained in PyTorch. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 83.0, 33.7, 10",
        "4, 120, 7.2, 6",
        "10, 154, 3.0, 4",
        "20, 196, 0.4, 1",
        "30, 206, 0.0, 0",
    })
    void theCollapseGalleryFollowsTheReference(String beta, double distortion, double rate, int active) {
        ModelCard.Figures figures = model("mnist-beta-" + beta + "-10d").card().figures();
        assertThat(figures.distortion()).isCloseTo(distortion, within(1.5));
        assertThat(figures.rate()).isCloseTo(rate, within(0.8));
        assertThat(figures.activeUnits()).isEqualTo(active);
    }

    @Test
    void thePlainAutoencoderReachesTheReference() {
        ModelCard.Figures figures = model("mnist-ae-2d").card().figures();
        assertThat(figures.distortion()).isLessThanOrEqualTo(136);
        assertThat(figures.elbo()).isNull();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theNetworkGivesTheStoredPosteriors(StoredModel model) {
        ImageSet images = CATALOGUE.open(model.card().figures().dataset());
        EncodedSet stored = model.encodedSet(images.id()).orElseThrow();
        assertThat(stored.posterior().count()).isEqualTo(images.size());
        try (Vae vae = NetworkFile.open(model)) {
            Posterior posterior = vae.encode(images.images(0, IMAGES), IMAGES);
            for (int i = 0; i < posterior.mean().length; i++) {
                assertThat(posterior.mean()[i]).isCloseTo(stored.posterior().mean()[i], within(1e-3f));
            }
        }
        for (int i = 0; i < IMAGES; i++) {
            assertThat(stored.labels()[i]).isEqualTo(images.label(i));
        }
    }

    @Test
    void evaluatingAgainGivesTheFiguresOfTheCard() {
        StoredModel model = model("mnist-vae-2d");
        ImageSet images = CATALOGUE.open("mnist-test");
        ModelCard.Figures card = model.card().figures();
        try (Vae vae = NetworkFile.open(model)) {
            ModelCard.Figures again = Figures.of(Evaluation.of(vae, images), images.id());
            assertThat(again.elbo()).isCloseTo(card.elbo(), within(0.01));
            assertThat(again.distortion()).isCloseTo(card.distortion(), within(0.01));
            assertThat(again.rate()).isCloseTo(card.rate(), within(1e-3));
            assertThat(again.reconstructionAtMean()).isCloseTo(card.reconstructionAtMean(), within(0.01));
        }
    }

    /** Place is what a 2-D latent space of Shapes keeps: each factor is predicted from the nearest means. */
    @ParameterizedTest
    @CsvSource({"x", "y"})
    void twoTrueFactorsAreSeenInTheLatentPlane(String factor) {
        ImageSet images = CATALOGUE.open("shapes-test");
        Posterior posterior =
                model("shapes-vae-2d").encodedSet(images.id()).orElseThrow().posterior();
        int index = images.factorNames().indexOf(factor);
        int nearest = 10;
        double average = 0;
        for (int i = 0; i < IMAGES; i++) {
            average += images.factor(i, index) / IMAGES;
        }
        double unexplained = 0;
        double total = 0;
        for (int i = 0; i < IMAGES; i++) {
            double predicted = 0;
            double[] z = {posterior.mean(i, 0), posterior.mean(i, 1)};
            for (Neighbours.Neighbour near : Neighbours.nearest(posterior, z, nearest + 1)) {
                predicted += near.index() == i ? 0 : images.factor(near.index(), index) / (double) nearest;
            }
            unexplained += Math.pow(images.factor(i, index) - predicted, 2);
            total += Math.pow(images.factor(i, index) - average, 2);
        }
        assertThat(1 - unexplained / total).as("R² of " + factor).isGreaterThan(0.95);
    }

    @Test
    void theModelsTakeAtMostSixtyMegabytes() throws IOException {
        try (Stream<Path> files = Files.walk(HOME.pretrained())) {
            List<Long> sizes = new ArrayList<>();
            files.filter(Files::isRegularFile).forEach(file -> sizes.add(size(file)));
            assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isBetween(MEGABYTE, 60 * MEGABYTE);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
