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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        float[] pixels = images.images(0, 40);
        Posterior posterior = vae.encode(pixels, 40);
        Evidence.OfImage[] usual = new Evidence(vae).of(pixels, posterior, Watch.NONE);
        Evidence.OfImage[] fine = new Evidence(vae, 5e-4).of(pixels, posterior, Watch.NONE);
        for (int i = 0; i < 40; i++) {
            assertThat(usual[i].logEvidence()).isCloseTo(fine[i].logEvidence(), within(0.01));
            assertThat(usual[i].elbo()).isCloseTo(fine[i].elbo(), within(0.01));
        }
    }

    @Test
    void theImportanceWeightedBoundRisesFromTheElboTowardsTheEvidence() {
        int n = 100;
        float[] pixels = images.images(0, n);
        Posterior posterior = vae.encode(pixels, n);
        Evidence.OfImage[] exact = new Evidence(vae).of(pixels, posterior, Watch.NONE);
        SplittableRandom random = new SplittableRandom(0);
        double[] bounds = new double[3];
        double elbo = 0;
        for (int i = 0; i < n; i++) {
            double[] weights = Iwae.logWeights(vae, images.image(i), posterior, i, 500, random, Watch.NONE);
            List<Iwae.Rung> ladder = Iwae.ladder(weights, List.of(5, 50, 500));
            Iwae.Rung last = ladder.get(2);
            // Four standard errors, and the 0.01 nat to which log p(x) itself is known.
            assertThat(last.bound()).isLessThan(exact[i].logEvidence() + 4 * last.standardError() + 0.01);
            for (int k = 0; k < 3; k++) {
                bounds[k] += ladder.get(k).bound() / n;
            }
            elbo += exact[i].elbo() / n;
        }
        assertThat(elbo).isLessThan(bounds[0]);
        assertThat(bounds).isSorted();
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

    /** Squares of one size, all over the posterior, know nothing of how log p(x) was come by. Digit 38's is wide and kinked. */
    @ParameterizedTest
    @ValueSource(ints = {3, 38})
    void theTruePosteriorHasMassOne(int digit) {
        float[] image = images.image(digit);
        Posterior posterior = vae.encode(image, 1);
        Evidence.OfImage exact = new Evidence(vae).of(image, posterior, Watch.NONE)[0];
        double x = exact.mode()[0];
        double y = exact.mode()[1];
        int side = 240;
        TruePosterior map = TruePosterior.of(
                vae, image, exact.logEvidence(), x - 1.2, x + 1.2, y - 1.2, y + 1.2, side, side, Watch.NONE);
        double mass = 0;
        double most = 0;
        int at = 0;
        for (int i = 0; i < side * side; i++) {
            double here = map.mass(i / side, i % side);
            mass += here;
            if (here > most) {
                most = here;
                at = i;
            }
        }
        assertThat(mass).isCloseTo(1, within(0.01));
        assertThat(x - 1.2 + (at % side + 0.5) * 0.01).isCloseTo(x, within(0.03));
        assertThat(y + 1.2 - (at / side + 0.5) * 0.01).isCloseTo(y, within(0.03));
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
