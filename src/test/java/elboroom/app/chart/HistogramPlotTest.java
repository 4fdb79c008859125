package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.measure.Histogram;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A histogram under the pointer. */
final class HistogramPlotTest extends ApplicationTest {
    private final double[] values = IntStream.range(0, 240).asDoubleStream().toArray();
    private HistogramPlot plot;

    @Override
    public void start(Stage stage) {
        plot = new HistogramPlot("Values", "values");
        plot.setPrefSize(500, 200);
        stage.setScene(new Scene(plot));
        stage.show();
    }

    @Test
    void theIntervalUnderThePointerMayBeGoneWhenFewerAreShown() {
        interact(() -> plot.show(Histogram.of(values, 24), -1));
        Bounds place = plot.localToScreen(plot.getLayoutBounds());
        moveTo(place.getMaxX() - 40, place.getCenterY());
        interact(() -> plot.show(Histogram.of(values, 5), -1));
        // What goes wrong while the window is laid out is thrown here.
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.describe()).startsWith(Histogram.of(values, 5).counts().length + " intervals");
    }
}
