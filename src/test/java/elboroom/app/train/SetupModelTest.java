package elboroom.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import elboroom.data.Catalogue;
import elboroom.data.InputException;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.train.BetaSchedule;
import elboroom.train.RunDescription;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SetupModelTest {
    private final SetupModel model = new SetupModel(new Catalogue(Path.of("assets")), Setup.USUAL);

    @Test
    void whatIsProposedIsTheReferenceRun() {
        assertThat(model.obstacleProperty().getValue()).isEmpty();
        RunDescription run = model.run();
        assertThat(run.dataset()).isEqualTo("mnist");
        assertThat(run.images()).as("all").isZero();
        assertThat(run.plan().config().architecture()).isEqualTo(new Architecture.Mlp(List.of(512, 256)));
        assertThat(run.plan().config().latentSize()).isEqualTo(2);
        assertThat(run.plan().learningRate()).isEqualTo(1e-3);
        assertThat(run.plan().batch()).isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    IMAGES        | 60001      | between 1 and 60,000
                    IMAGES        | some       | whole number
                    HIDDEN        | 512,x      | x
                    LATENT        | 65         | between 1 and 64
                    LATENT        | 2.5        | whole number
                    BETA          | -1         | 0 or more
                    BETA          |            | missing
                    FREE_BITS     | nan        | number
                    LEARNING_RATE | 0          | positive
                    BATCH         | 0          | between 1 and 65536
                    EPOCHS        | 99999999999| too large
                    SEED          | first      | whole number
                    """)
    void aWrongFieldSaysWhyAndIsTheObstacle(SetupField field, String text, String why) {
        model.set(field, text == null ? "" : text);
        assertThat(model.problemsProperty().get()).containsOnlyKeys(field);
        assertThat(model.problemsProperty().get().get(field)).containsIgnoringCase(why);
        assertThat(model.obstacleProperty().getValue()).startsWith(field.title() + ": ");
        assertThatThrownBy(model::run).isInstanceOf(InputException.class);
        model.fill(Setup.USUAL);
        assertThat(model.problemsProperty().get()).isEmpty();
    }

    @Test
    void severalWrongFieldsAreAllNamedAndTheFirstStandsInTheWay() {
        model.set(SetupField.SEED, "x");
        model.set(SetupField.LATENT, "0");
        assertThat(model.problemsProperty().get()).containsOnlyKeys(SetupField.LATENT, SetupField.SEED);
        assertThat(model.obstacleProperty().getValue()).startsWith(SetupField.LATENT.title());
    }

    @Test
    void aFieldThatPlaysNoPartMayBeWrong() {
        model.set(SetupField.VARIANCE, "none");
        assertThat(model.problemsProperty().get())
                .as("under a Bernoulli likelihood")
                .isEmpty();
        model.set(SetupField.LIKELIHOOD, Setup.GAUSSIAN);
        assertThat(model.problemsProperty().get()).containsOnlyKeys(SetupField.VARIANCE);
        model.set(SetupField.VARIANCE, "0,25");
        assertThat(model.run().plan().config().likelihood()).isEqualTo(new Likelihood.Gaussian(0.25));
    }

    @Test
    void anAutoencoderHasNoBetaToBeWrongAbout() {
        model.set(SetupField.BETA, "x");
        model.set(SetupField.KIND, Setup.AUTOENCODER);
        assertThat(model.obstacleProperty().getValue()).isEmpty();
        assertThat(model.run().plan().config().autoencoder()).isTrue();
        assertThat(model.betas(3)).as("nothing to draw").isEmpty();
    }

    @Test
    void theCurveOfBetaIsThatOfTheSchedule() {
        model.set(SetupField.BETA, "4");
        assertThat(model.betas(4)).containsExactly(4, 4, 4, 4);
        model.set(SetupField.SCHEDULE, Setup.WARM_UP);
        model.set(SetupField.EPOCHS, "10");
        model.set(SetupField.WARM_UP_EPOCHS, "5");
        assertThat(model.run().plan().betaSchedule()).isEqualTo(new BetaSchedule.WarmUp(5, false));
        double[] betas = model.betas(10);
        assertThat(betas[0]).isZero();
        assertThat(betas[2]).as("two of five epochs").isCloseTo(1.6, within(1e-9));
        assertThat(betas[5]).isEqualTo(4);
        model.set(SetupField.EPOCHS, "none");
        assertThat(model.betas(10)).as("of no run").isEmpty();
    }
}
