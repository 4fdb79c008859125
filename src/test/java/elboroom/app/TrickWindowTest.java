package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.chart.ArrowPlane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Trick tab in the real window, on models that come along. */
final class TrickWindowTest extends WindowTest {
    private static final Pattern CODE = Pattern.compile("z₁ = (\\S+) \\+ (\\S+) · \\(?([^)]+?)\\)? = (\\S+)");

    @TempDir
    private static Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, folder, "trick");
    }

    private double number(String text) {
        return Double.parseDouble(text.replace('−', '-').replace(",", ""));
    }

    /** mean, σ, ε and z of the first dimension, as the page writes them. */
    private double[] code() {
        Matcher match = CODE.matcher(text("trick-code"));
        assertThat(match.find()).as(text("trick-code")).isTrue();
        return new double[] {
            number(match.group(1)), number(match.group(2)), number(match.group(3)), number(match.group(4))
        };
    }

    @Test
    void epsilonIsMovedByKeysAndZFollows() throws Exception {
        open("mnist-vae-2d");
        double[] before = code();
        assertThat(before[3]).isCloseTo(before[0] + before[1] * before[2], within(0.002));
        interact(lookup("#noise-plane").queryAs(ArrowPlane.class)::requestFocus);
        for (int i = 0; i < 5; i++) {
            press(KeyCode.RIGHT).release(KeyCode.RIGHT);
            settle();
        }
        double[] after = code();
        assertThat(after[2]).isCloseTo(before[2] + 0.3, within(0.011));
        assertThat(after[0]).isEqualTo(before[0]);
        assertThat(after[3]).isCloseTo(after[0] + after[1] * after[2], within(0.002));
    }

    @Test
    void anotherInputKeepsEpsilon() throws Exception {
        open("mnist-vae-2d");
        double[] before = code();
        interact(lookup("#hold-noise").queryAs(ToggleButton.class)::fire);
        interact(lookup("#trick-step").queryAs(Button.class)::fire);
        settle();
        double[] after = code();
        assertThat(after[2]).isEqualTo(before[2]);
        assertThat(after[0]).isNotEqualTo(before[0]);
        assertThat(after[3]).isCloseTo(after[0] + after[1] * after[2], within(0.002));
    }

    @Test
    void plainSamplingSaysThatTheWayIsCutAndShowsTheScoreFunctionsFormula() throws Exception {
        open("mnist-vae-2d");
        double path = number(text("number-gradient-mean"));
        interact(lookup("#way-sampled").queryAs(ToggleButton.class)::fire);
        assertThat(text("trick-words")).contains("The gradient ends at z");
        assertThat(Math.abs(number(text("number-gradient-mean")))).isGreaterThan(20 * Math.abs(path));
        assertThat(lookup("#trick-graph").query().getAccessibleHelp())
                .contains("mean, σ to z ~ q(z|x), gradient is cut off");
        interact(lookup("#formula-gradient-mean").queryAs(Button.class)::fire);
        Matcher end = Pattern.compile("= (\\S+) nats per unit$").matcher(text("formula-text"));
        assertThat(text("formula-text")).contains("f · ε/σ");
        assertThat(end.find()).isTrue();
        assertThat(number(end.group(1))).isCloseTo(number(text("number-gradient-mean")), within(0.06));
    }

    /** Ended after the first draws: their histograms stay, and those that are missing come when they are asked for. */
    @Test
    void theMeasurementOfVarianceIsEndedByTheButtonAndGoesOnByIt() throws Exception {
        open("mnist-vae-2d");
        List<String> pressed = new ArrayList<>();
        interact(() -> {
            lookup("#trick-variance").queryAs(ToggleButton.class).fire();
            Button cancel = lookup("#variance-cancel").queryButton();
            lookup("#variance-verdict").queryLabeled().textProperty().addListener((observable, was, is) -> {
                if (is.contains("draws of one minibatch") && pressed.isEmpty()) {
                    pressed.add(cancel.getText());
                    cancel.fire();
                }
            });
        });
        settle();
        Button cancel = lookup("#variance-cancel").queryButton();
        assertThat(pressed).containsExactly("Cancel");
        assertThat(cancel.getText()).isEqualTo("Go on");
        assertThat(cancel.isVisible()).isTrue();
        double some = number(text("variance-verdict").replaceAll(" draws.*", ""));
        assertThat(some).isBetween(50.0, 950.0);
        interact(cancel::fire);
        settle();
        assertThat(cancel.isVisible()).isFalse();
        assertThat(text("variance-verdict")).startsWith("1,000 draws of one minibatch");
    }

    @Test
    void aPlainAutoencoderIsToldThatThereIsNothingToDraw() throws Exception {
        open("mnist-ae-2d");
        assertThat(text("trick-words")).startsWith("A plain autoencoder draws nothing");
    }

    @Test
    void theRaceShowsHowFarEachIsUntilItIsStopped() throws Exception {
        open("mnist-vae-2d");
        interact(lookup("#trick-race").queryAs(ToggleButton.class)::fire);
        assertThat(text("race-words")).contains("784-128-2-128-784", "first 2,000 images of MNIST");
        assertThat(text("race-pathwise")).isEqualTo("–");
        interact(lookup("#race-start").queryAs(Button.class)::fire);
        await(() ->
                !text("race-words").contains("After 0 of") && text("race-words").contains("of 600 steps"));
        assertThat(text("race-start")).isEqualTo("Stop");
        interact(lookup("#race-start").queryAs(Button.class)::fire);
        settle();
        assertThat(text("race-start")).startsWith("Again");
        assertThat(number(text("race-pathwise").replace(" nats", ""))).isBetween(-500.0, -150.0);
        assertThat(lookup("#chart-race").query().getAccessibleHelp()).contains("Score function, bare −");
    }
}
