package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.map.LatentMap;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Interpolate tab in the real window, on models that come along. */
final class InterpolateWindowTest extends WindowTest {
    @TempDir
    private static Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, folder, "interpolate");
    }

    private double length(String kind) {
        return Double.parseDouble(text("length-" + kind).replaceAll("length ([0-9.]+) .*", "$1"));
    }

    @Test
    void aStopIsTakenPutElsewhereAndTheWaysFollow() throws Exception {
        interact(() -> room.explore().chooseModel("mnist-vae-2d"));
        settle();
        LatentMap map = lookup("#interpolate-map").queryAs(LatentMap.class);
        assertThat(map.ways()).hasSize(3);
        assertThat(length("geodesic")).isLessThanOrEqualTo(length("line") + 0.05);
        double before = length("line");
        clickOn("#stop-1");
        assertThat(text("stop-hint")).startsWith("Stop B");
        Point2D at = WindowProbe.screen(map, 0, 2);
        clickOn(at);
        settle();
        assertThat(map.marks()).hasSize(2);
        assertThat(map.marks().get(1).label()).isEqualTo("B");
        assertThat(Math.hypot(map.marks().get(1).x(), map.marks().get(1).y() - 2))
                .isLessThan(0.3);
        assertThat(length("line")).isNotCloseTo(before, within(0.5));
        clickOn("#stop-name").write("4").type(javafx.scene.input.KeyCode.ENTER);
        settle();
        assertThat(text("stop-hint")).startsWith("Stop B");
        clickOn("#stop-1");
        assertThat(text("stop-hint")).startsWith("Click a stop");
    }

    @Test
    void aStripIsWalkedAlongAndAnAttributeDragged() throws Exception {
        interact(() -> room.explore().chooseModel("mnist-vae-2d"));
        settle();
        clickOn("#strip-line");
        settle();
        assertThat(lookup("#way-line").queryAs(RadioButton.class).isSelected()).isTrue();
        Slider position = lookup("#way-position").queryAs(Slider.class);
        assertThat(position.getValue()).isCloseTo(0.5, within(0.02));
        assertThat(text("here-words")).startsWith("Straight · 50%");
        ComboBox<?> with = lookup("#attribute-with").queryAs(ComboBox.class);
        ComboBox<?> without = lookup("#attribute-without").queryAs(ComboBox.class);
        interact(() -> with.getSelectionModel().select(1));
        interact(() -> without.getSelectionModel().select(0));
        settle();
        assertThat(text("attribute-words")).startsWith("Cohen's d = ");
        interact(() -> lookup("#attribute-amount").queryAs(Slider.class).setValue(1));
        settle();
        LatentMap map = lookup("#interpolate-map").queryAs(LatentMap.class);
        // From zeros to ones is upwards on this model's map.
        assertThat(map.marks().get(1).y() - map.marks().get(0).y()).isGreaterThan(2);
        interact(() -> room.shell().tabProperty().set("explore"));
        settle();
    }
}
