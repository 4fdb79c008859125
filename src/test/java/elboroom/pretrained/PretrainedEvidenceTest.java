package elboroom.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.Catalogue;
import elboroom.data.Home;
import elboroom.data.ImageSet;
import elboroom.measure.Evidence;
import elboroom.measure.EvidenceSurvey;
import elboroom.measure.GaussianFit;
import elboroom.measure.GradientEstimators;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.measure.Iwae;
import elboroom.measure.Surgery;
import elboroom.measure.TruePosterior;
import elboroom.measure.Watch;
import elboroom.model.ModelStore;
import elboroom.model.Posterior;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.dl4j.NetworkFile;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a trained model of digits must show of its evidence, its surgery and its gradients. */
class PretrainedEvidenceTest {
    private static final Home HOME = Home.locate();

    private static StoredModel stored;
    private static Vae vae;
    private static ImageSet images;

    @BeforeAll
    static void open() {
        stored = new ModelStore(List.of(HOME.pretrained())).find("mnist-vae-2d");
        vae = NetworkFile.open(stored);
        images = new Catalogue(HOME.assets()).open("mnist-test");
    }

    @AfterAll
    static void close() {
        vae.close();
    }

    @Test
    void theGapIsTheSameByBothWaysAndLargeForAFew() {
        EvidenceSurvey survey = EvidenceSurvey.of(vae, images, 150, Watch.NONE);
        assertThat(survey.medianGap()).isBetween(0.8, 2.5);
        assertThat(survey.meanGap()).isGreaterThan(survey.medianGap());
        assertThat(survey.meanGapDirect()).isCloseTo(survey.meanGap(), within(0.05));
        assertThat(survey.maxDisagreement()).isLessThan(0.05);
        assertThat(survey.images()).allSatisfy(i -> assertThat(i.gap()).isPositive());
    }

    @Test
    void refiningTheSquaresTwentyfoldChangesNextToNothing() {
        float[] pixels = images.images(0, 20);
        Posterior posterior = vae.encode(pixels, 20);
        Evidence.OfImage[] usual = new Evidence(vae).of(pixels, posterior, Watch.NONE);
        Evidence.OfImage[] fine = new Evidence(vae, 5e-4).of(pixels, posterior, Watch.NONE);
        for (int i = 0; i < 20; i++) {
            // It aims at 0.01; what halving changes is a sign of the error, not a bound.
            assertThat(usual[i].logEvidence()).isCloseTo(fine[i].logEvidence(), within(0.02));
            assertThat(usual[i].elbo()).isCloseTo(fine[i].elbo(), within(0.02));
        }
    }

    @Test
    void theImportanceWeightedBoundRisesFromTheElboTowardsTheEvidence() {
        int n = 25;
        float[] pixels = images.images(0, n);
        Posterior posterior = vae.encode(pixels, n);
        Evidence.OfImage[] exact = new Evidence(vae).of(pixels, posterior, Watch.NONE);
        SplittableRandom random = new SplittableRandom(0);
        double elbo = 0;
        double bound = 0;
        for (int i = 0; i < n; i++) {
            double[] weights = Iwae.logWeights(vae, images.image(i), posterior, i, 500, random, Watch.NONE);
            Iwae.Rung rung = Iwae.ladder(weights, List.of(500)).get(0);
            assertThat(rung.bound()).isLessThan(exact[i].logEvidence() + 4 * rung.standardError() + 0.02);
            bound += rung.bound() / n;
            elbo += exact[i].elbo() / n;
        }
        assertThat(bound).isGreaterThan(elbo);
    }

    @Test
    void theBestGaussianLiesBetweenElboAndEvidence() {
        int n = 12;
        float[] pixels = images.images(0, n);
        Posterior posterior = vae.encode(pixels, n);
        Evidence.OfImage[] exact = new Evidence(vae).of(pixels, posterior, Watch.NONE);
        double amortisation = 0;
        double approximation = 0;
        for (int i = 0; i < n; i++) {
            double[] mean = {posterior.mean(i, 0), posterior.mean(i, 1)};
            double[] logVariance = {posterior.logVariance(i, 0), posterior.logVariance(i, 1)};
            GaussianFit encoder = GaussianFit.from(vae, images.image(i), mean, logVariance, Watch.NONE);
            GaussianFit mode = GaussianFit.from(vae, images.image(i), exact[i].mode(), logVariance, Watch.NONE);
            for (int s = 1; s < encoder.steps().size(); s++) {
                assertThat(encoder.steps().get(s).elbo())
                        .isGreaterThan(encoder.steps().get(s - 1).elbo());
            }
            double best = GaussianFit.best(List.of(encoder, mode)).end().elbo();
            assertThat(best).isBetween(exact[i].elbo() - 0.02, exact[i].logEvidence() + 0.02);
            amortisation += (best - exact[i].elbo()) / n;
            approximation += (exact[i].logEvidence() - best) / n;
        }
        assertThat(amortisation).isPositive();
        assertThat(approximation).isBetween(0.0, 1.5);
    }

    @Test
    void theTruePosteriorHasMassOne() {
        float[] image = images.image(3);
        Posterior posterior = vae.encode(image, 1);
        Evidence.OfImage exact = new Evidence(vae).of(image, posterior, Watch.NONE)[0];
        double x = exact.mode()[0];
        double y = exact.mode()[1];
        TruePosterior map = TruePosterior.of(
                vae, image, exact.logEvidence(), x - 0.4, x + 0.4, y - 0.4, y + 0.4, 80, 80, Watch.NONE);
        double mass = 0;
        double most = 0;
        int at = 0;
        for (int i = 0; i < 6400; i++) {
            double here = map.mass(i / 80, i % 80);
            mass += here;
            if (here > most) {
                most = here;
                at = i;
            }
        }
        assertThat(mass).isCloseTo(1, within(0.05));
        assertThat(x - 0.4 + (at % 80 + 0.5) * 0.01).isCloseTo(x, within(0.03));
        assertThat(y + 0.4 - (at / 80 + 0.5) * 0.01).isCloseTo(y, within(0.03));
    }

    @Test
    void surgerySumsToTheRate() {
        Posterior posterior = stored.encodedSet("mnist-test").orElseThrow().posterior();
        Surgery surgery = Surgery.of(posterior, Watch.NONE);
        assertThat(surgery.mutualInformation() + surgery.marginalKl()).isCloseTo(surgery.rate(), within(0.05));
        assertThat(surgery.nearCap()).isFalse();
    }

    @Test
    void scoreFunctionsVaryFarMoreThanPathwiseGradients() {
        float[] pixels = images.images(0, 32);
        GradientEstimators estimators = GradientEstimators.of(vae, pixels, vae.encode(pixels, 32), 60, 1, Watch.NONE);
        assertThat(estimators.varianceRatio(Kind.SCORE)).isGreaterThan(3e3);
        assertThat(estimators.varianceRatio(Kind.SCORE_IMAGE_BASELINE)).isBetween(1.5, 15.0);
        for (int j = 0; j < 2; j++) {
            double error = Math.hypot(
                    estimators.standardError(Kind.PATHWISE, j), estimators.standardError(Kind.SCORE_IMAGE_BASELINE, j));
            assertThat(estimators.mean(Kind.SCORE_IMAGE_BASELINE, j))
                    .isCloseTo(estimators.mean(Kind.PATHWISE, j), within(5 * error));
        }
    }
}
