package elboroom.pretrained;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Catalogue;
import elboroom.data.Home;
import elboroom.measure.GeometrySurvey;
import elboroom.measure.Watch;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.dl4j.NetworkFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plain autoencoder's latent space is less continuous and less complete than a VAE's. */
class PretrainedGeometryTest {
    private static final Home HOME = Home.locate();

    @Test
    void theAutoencoderLosesOnContinuityAndCompleteness() {
        GeometrySurvey vae = survey("mnist-vae-2d");
        GeometrySurvey autoencoder = survey("mnist-ae-2d");
        assertThat(autoencoder.unevenness().median())
                .isGreaterThan(1.15 * vae.unevenness().median());
        assertThat(autoencoder.unevenness().p95())
                .isGreaterThan(2 * vae.unevenness().p95());
        // By many times what the number of samples leaves open.
        assertThat(autoencoder.hole().mass())
                .isGreaterThan(vae.hole().mass() + 6 * vae.hole().standardError());
        assertThat(autoencoder.mmd().mmd()).isGreaterThan(1.5 * vae.mmd().mmd());
        assertThat(autoencoder.mmd().p()).isLessThan(0.01);
        // What it does not lose: the steepness that is usual, by the deviations of the codes.
        assertThat(autoencoder.perDeviation().median())
                .isLessThan(1.05 * vae.perDeviation().median());
        assertThat(autoencoder.perDeviation().p95())
                .isGreaterThan(1.2 * vae.perDeviation().p95());
        // Its samples are hardly less plausible.
        assertThat(autoencoder.plausible()).isBetween(0.9, vae.plausible() + 0.01);
    }

    private static GeometrySurvey survey(String name) {
        StoredModel stored = new ModelStore(List.of(HOME.pretrained())).find(name);
        Catalogue catalogue = new Catalogue(HOME.assets());
        try (Vae vae = NetworkFile.open(stored)) {
            return GeometrySurvey.of(
                    vae,
                    stored.encodedSet("mnist-test").orElseThrow().posterior(),
                    catalogue.open("mnist-train"),
                    catalogue.open("mnist-test"),
                    Watch.NONE);
        }
    }
}
