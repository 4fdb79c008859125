package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A scatter of very many points. */
final class ScatterPlotTest extends ApplicationTest {
    private static final int PLACES = 50;
    private static final int POINTS = 10_000;

    private final double[] values = new double[POINTS];
    private final List<Integer> chosen = new ArrayList<>();
    private ScatterPlot plot;

    @Override
    public void start(Stage stage) {
        Arrays.setAll(values, i -> i % PLACES);
        plot = new ScatterPlot("Points", new Axis("x", "", 0), new Axis("y", "", 0), "equal");
        plot.setPrefSize(500, 300);
        plot.setOnChosen(chosen::add);
        stage.setScene(new Scene(plot));
        stage.show();
    }

    private long circles() {
        return SvgPen.write(plot.drawing()).split("<circle", -1).length - 1L;
    }

    @Test
    void pointsOfOnePixelAreDrawnOnceAndAllAreSaved() {
        interact(() -> plot.show(values, values, i -> "point " + i, -1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(circles()).isEqualTo(PLACES);
        assertThat(plot.numbers().get().lines()).hasSize(1 + POINTS).contains("point 9999,49,49");
        interact(() -> plot.show(values, values, i -> "point " + i, 7));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(circles()).as("and a ring of three").isEqualTo(PLACES + 3);
    }

    @Test
    void aClickChoosesThePointBeneath() {
        double[] xs = {0, 10, 10};
        double[] ys = {0, 0, 10};
        interact(() -> plot.show(xs, ys, i -> "point " + i, -1));
        WaitForAsyncUtils.waitForFxEvents();
        Bounds place = plot.localToScreen(plot.getLayoutBounds());
        clickOn(place.getCenterX(), place.getCenterY());
        assertThat(chosen).as("nothing is there").isEmpty();
        // The plot ends an em before the right edge, two from the upper one.
        double em = plot.look().em();
        clickOn(place.getMaxX() - em, place.getMinY() + 1.8 * em);
        assertThat(chosen).containsExactly(2);
    }
}
