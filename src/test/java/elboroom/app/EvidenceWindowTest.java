package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.map.HeatMap;
import elboroom.app.map.LatentMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The Evidence tab in the real window, on models that come along. */
final class EvidenceWindowTest extends WindowTest {
    @TempDir
    private static Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, folder, "evidence");
    }

    private String detail() {
        return lookup("#evidence-image .detail").queryLabeled().getText();
    }

    private double number(String id) {
        return Double.parseDouble(text("number-" + id).replace('−', '-'));
    }

    private void type(String number) {
        TextField field = lookup("#evidence-number").queryAs(TextField.class);
        interact(() -> {
            field.setText(number);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void theGapIsTheSameByBothWaysAndItsFormulaShowsIt() throws Exception {
        open("mnist-vae-2d");
        type("8");
        settle();
        assertThat(detail()).isEqualTo("5 · #8");
        assertThat(number("evidence") - number("evidence-elbo")).isCloseTo(number("gap"), within(0.011));
        assertThat(number("direct")).isCloseTo(number("gap"), within(0.05));
        assertThat(number("gap")).as("this 5 sits off its true mode").isGreaterThan(5);
        interact(lookup("#formula-gap").queryAs(Button.class)::fire);
        assertThat(text("formula-text")).contains("gap = log p(x) − ELBO", text("number-gap"));
    }

    @Test
    void fittingMovesTheEllipseToTheTrueModeAndTheElboUpToTheEvidence() throws Exception {
        open("mnist-vae-2d");
        type("8");
        settle();
        LatentMap map = lookup("#evidence-close").queryAs(HeatMap.class).map();
        assertThat(map.ellipses()).hasSize(1);
        Slider slider = lookup("#evidence-step").queryAs(Slider.class);
        interact(lookup("#evidence-fit").queryAs(Button.class)::fire);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> slider.getValue() == slider.getMax());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("evidence-said")).startsWith("best Gaussian");
        assertThat(map.ellipses()).hasSize(2);
        double centre = (map.getHome().minX() + map.getHome().maxX()) / 2;
        assertThat(map.ellipses().get(1).centreX()).isCloseTo(centre, within(1e-6));
        assertThat(map.ellipses().get(0).centreX()).isNotCloseTo(centre, within(0.03));
    }

    @Test
    void aClickOnThePlaneChoosesAnImageHereAndInExplore() throws Exception {
        open("mnist-vae-2d");
        LatentMap map = lookup("#evidence-plane").queryAs(HeatMap.class).map();
        clickOn(WindowProbe.screen(map, -1.5, -1.5));
        settle();
        int chosen = room.explore().state().selected();
        assertThat(chosen).isNotNegative();
        assertThat(detail()).endsWith("#" + chosen);
        assertThat(Math.hypot(room.explore().markerX() + 1.5, room.explore().markerY() + 1.5))
                .isLessThan(0.3);
    }

    @Test
    void withTenDimensionsItSaysThatThereIsABoundOnlyAndAnAutoencoderHasNothing() throws Exception {
        open("mnist-vae-10d");
        assertThat(text("evidence-instead")).contains("cannot be had exactly", "5,000 draws");
        assertThat(text("number-direct")).isEqualTo("none");
        assertThat(text("number-evidence")).startsWith("≥ −");
        assertThat(text("number-gap")).startsWith("≥ ");
        open("mnist-ae-2d");
        assertThat(text("evidence-none")).contains("no prior");
        assertThat(lookup("#number-evidence").queryAll()).isEmpty();
    }

    /** Ended as soon as the evidence is known and before the climb: the numbers stay, and the rest comes when it is asked for. */
    @Test
    void workOnAnImageIsEndedByTheButtonAndGoesOnByIt() throws Exception {
        open("mnist-vae-2d");
        Button cancel = lookup("#evidence-cancel").queryButton();
        assertThat(cancel.isVisible()).as("all is worked out").isFalse();
        ObservableValue<String> name =
                lookup("#evidence-image .detail").queryLabeled().textProperty();
        List<String> pressed = new ArrayList<>();
        interact(() -> name.addListener((observable, was, is) -> {
            if (is.endsWith("#8") && pressed.isEmpty()) {
                pressed.add(cancel.getText());
                cancel.fire();
            }
        }));
        type("8");
        settle();
        assertThat(pressed).containsExactly("Cancel");
        assertThat(cancel.isVisible()).isTrue();
        assertThat(cancel.getText()).isEqualTo("Work out");
        double gap = number("gap");
        assertThat(gap).as("what was known stays").isGreaterThan(5);
        assertThat(lookup("#evidence-fit").queryButton().isDisabled())
                .as("there is nothing to fit to yet")
                .isTrue();
        LatentMap close = lookup("#evidence-close").queryAs(HeatMap.class).map();
        assertThat(close.heatProperty().get()).isNull();
        interact(cancel::fire);
        settle();
        assertThat(cancel.isVisible()).isFalse();
        assertThat(number("gap")).isEqualTo(gap);
        assertThat(lookup("#evidence-fit").queryButton().isDisabled()).isFalse();
        assertThat(close.heatProperty().get().rows()).isEqualTo(192);
    }

    @Test
    void theImageWithTheLargestGapOfTheSurveyIsOpenedByAClick() throws Exception {
        open("mnist-vae-2d");
        interact(lookup("#page-survey").queryAs(ToggleButton.class)::fire);
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> lookup(".gap-list .image-tile")
                                .match(Node::isVisible)
                                .queryAll()
                                .size()
                        >= 8);
        interact(lookup("#survey-cancel").queryAs(Button.class)::fire);
        settle();
        assertThat(text("survey-said")).contains("gap above 5 nats");
        Set<Node> tiles = lookup(".gap-list .image-tile").match(Node::isVisible).queryAll();
        Node first = tiles.iterator().next();
        int index = Integer.parseInt(first.getId().substring("gap-".length()));
        clickOn(first);
        settle();
        assertThat(room.explore().state().selected()).isEqualTo(index);
        assertThat(lookup("#chart-gap").queryAll()).as("the page of one image").isNotEmpty();
    }
}
