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
        assertThat(autoencoder.p95SigmaMax()).isGreaterThan(1.15 * vae.p95SigmaMax());
        assertThat(autoencoder.hole().mass()).isGreaterThan(1.4 * vae.hole().mass());
        assertThat(autoencoder.mmd().mmd()).isGreaterThan(1.4 * vae.mmd().mmd());
        assertThat(autoencoder.plausible()).isLessThan(vae.plausible());
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
