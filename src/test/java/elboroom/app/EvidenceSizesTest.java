package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.map.HeatMap;
import elboroom.app.map.LatentMap;
import elboroom.raster.Bounds;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The Evidence tab in windows of several sizes and with large letters. */
final class EvidenceSizesTest extends WindowTest {
    /** Of what is worked out, the close view shows so much at first. */
    private static final double SHOWN = 0.6;

    @TempDir
    private static Path folder;

    @Override
    public void start(Stage shown) {
        show(shown, folder, "evidence");
    }

    private void resize(double width, double height) {
        interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void projector(boolean on) {
        interact(() -> room.shell().projectorProperty().set(on));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theCloseViewShowsNothingThatIsNotWorkedOut() throws Exception {
        open("mnist-vae-2d");
        LatentMap map = lookup("#evidence-close").queryAs(HeatMap.class).map();
        for (boolean large : new boolean[] {false, true}) {
            projector(large);
            for (double[] size : new double[][] {{1024, 700}, {1280, 800}, {1600, 1000}}) {
                resize(size[0], size[1]);
                Bounds home = map.getHome();
                Bounds seen = map.getViewport().bounds();
                assertThat(seen.height())
                        .as("%s by %s, large letters: %s", size[0], size[1], large)
                        .isLessThanOrEqualTo(home.height() / SHOWN * 1.001);
                assertThat(seen.width())
                        .as("%s by %s, large letters: %s", size[0], size[1], large)
                        .isLessThanOrEqualTo(home.width() / SHOWN * 1.001);
            }
        }
    }

    /** The letters grow while another tab is seen. */
    @Test
    void barsHaveTheirHeightInLetters() throws Exception {
        resize(1600, 1000);
        open("mnist-vae-2d");
        Region bars = lookup("#chart-gap").queryAs(Region.class);
        double letters = letters();
        double before = bars.getHeight();
        interact(() -> room.shell().tabProperty().set("interpolate"));
        settle();
        projector(true);
        interact(() -> room.shell().tabProperty().set("evidence"));
        settle();
        assertThat(before).isGreaterThan(8 * letters);
        assertThat(bars.getHeight() / letters()).isCloseTo(before / letters, within(0.5));
    }

    private double letters() {
        return ((Labeled) lookup("#evidence-said").query()).getFont().getSize();
    }
}
