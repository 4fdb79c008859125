package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.map.LatentMap;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Geometry tab in the real window, on models that come along. */
final class GeometryWindowTest extends WindowTest {
    @TempDir
    private static Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, folder, "geometry");
    }

    private void press(String id) throws Exception {
        interact(lookup("#" + id).queryAs(ButtonBase.class)::fire);
        settle();
    }

    private double number(String id) {
        return Double.parseDouble(text(id).replace('−', '-').replace(",", "").replace("✓", ""));
    }

    @Test
    void aPressOnTheMapGivesTheStretchThereAndItsFormula() throws Exception {
        open("mnist-vae-2d");
        assertThat(number("number-median-stretch")).isCloseTo(19.5, within(0.5));
        assertThat(number("number-p95-stretch")).isCloseTo(35.2, within(1.5));
        LatentMap map = lookup("#stretch-map").queryAs(LatentMap.class);
        assertThat(map.heatProperty().get()).isNotNull();
        Point2D at = WindowProbe.screen(map, 1, 0.5);
        clickOn(at);
        settle();
        assertThat(room.explore().markerX()).isCloseTo(1, within(0.05));
        double here = number("number-stretch-here");
        double read = map.heatProperty()
                .get()
                .at(room.explore().markerX(), room.explore().markerY());
        assertThat(read).as("the map says the same").isCloseTo(here, within(0.15 * here));
        press("formula-stretch-here");
        assertThat(text("formula-text")).contains("σ_max(J)", "at z = (", "singular values of J");
        assertThat(map.ellipses()).hasSize(1);
        press("stretch-1");
        assertThat(number("number-stretch-here")).isGreaterThan(here);
        assertThat(map.heatProperty().get().scale().title()).isEqualTo("√det(JᵀJ)");
    }

    @Test
    void samplesInHolesAreMarkedOnTheMapAndBesideTheirNearestImage() throws Exception {
        press("geometry-holes");
        open("mnist-ae-2d");
        assertThat(number("number-hole-mass")).isCloseTo(20.7, within(2.0));
        LatentMap map = lookup("#hole-map").queryAs(LatentMap.class);
        assertThat(map.getPoints().count()).isEqualTo(20);
        int marked = map.marks().size();
        assertThat(marked).as("samples in holes").isPositive();
        assertThat(text("samples-words")).startsWith(marked + " of 20 samples lie in holes");
        for (var mark : map.marks()) {
            assertThat(map.heatProperty().get().at(mark.x(), mark.y())).isLessThan(0);
        }
        press("source-aggregate");
        assertThat(map.marks()).as("codes do not lie in holes of their own").isEmpty();
        press("formula-hole-mass");
        assertThat(text("formula-text")).contains("of 4,000 samples", "Gaussian with mean and covariance");
    }

    @Test
    void theAutoencoderLosesOnContinuityAndCompleteness() throws Exception {
        press("geometry-scores");
        assertThat(number("score-unevenness-1")).isGreaterThan(1.15 * number("score-unevenness-0"));
        assertThat(number("score-hole-mass-1")).isGreaterThan(1.4 * number("score-hole-mass-0"));
        assertThat(text("score-unevenness-0")).contains("✓");
        assertThat(text("score-hole-mass-0")).contains("✓");
        assertThat(text("geometry-verdict"))
                .contains("less evenly with the autoencoder", "of the autoencoder's samples fall into holes");
        press("formula-score-hole-mass");
        assertThat(text("formula-text")).contains("the Gaussian of its codes", "of 4,000 samples");
    }

    @Test
    void workEndsWhenAskedToAndGoesOn() throws Exception {
        settle();
        LatentMap map = lookup("#stretch-map").queryAs(LatentMap.class);
        interact(() -> {
            map.setViewport(map.getViewport().zoomAt(100, 100, 1.3));
            lookup("#geometry-cancel").queryAs(ButtonBase.class).fire();
        });
        settle();
        Node cancel = lookup("#geometry-cancel").query();
        assertThat(cancel.isVisible()).isTrue();
        assertThat(map.heatProperty().get().place().minX())
                .as("the map of before")
                .isNotEqualTo(map.getViewport().bounds().minX());
        press("geometry-cancel");
        assertThat(cancel.isVisible()).isFalse();
        assertThat(map.heatProperty().get().place()).isEqualTo(map.getViewport().bounds());
        assertThat(map.heatProperty().get().rows()).isGreaterThanOrEqualTo(160);
    }
}
