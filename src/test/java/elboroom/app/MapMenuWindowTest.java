package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.FakeWorkspace;
import elboroom.app.map.LatentMap;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** The menus of the latent maps in the real window. */
final class MapMenuWindowTest extends WindowTest {
    @TempDir
    private static Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, new FakeWorkspace(), FakeHome.at(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explore #map", "compare #right-map", "interpolate #interpolate-map", "trick #trick-map"})
    void aRightClickOffersTheMapAsAPictureAndAsNumbers(String place) throws Exception {
        String[] parts = place.split(" ");
        interact(() -> room.shell().tabProperty().set(parts[0]));
        settle();
        interact(() -> Clipboard.getSystemClipboard().clear());
        rightClickOn(parts[1]);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("Save picture (PNG)…").tryQuery()).isPresent();
        assertThat(lookup("Save points (CSV)…").tryQuery()).isPresent();
        clickOn("Copy picture (Ctrl+C)");
        settle();
        assertCopied();
    }

    private void assertCopied() {
        assertThat(room.shell().messageProperty().get()).contains("atent map” as a picture, 1600 ×");
        interact(() -> {
            Image copied = Objects.requireNonNull(Clipboard.getSystemClipboard().getImage());
            assertThat(copied.getWidth()).isEqualTo(1600);
            assertThat(copied.getPixelReader().getArgb(1, 1)).as("white paper").isEqualTo(0xFFFFFFFF);
        });
    }

    @Test
    void theKeyCopiesAndADragByTheRightButtonPansWithoutAMenu() throws Exception {
        interact(() -> room.shell().darkProperty().set(true));
        settle();
        interact(() -> {
            Clipboard.getSystemClipboard().clear();
            lookup("#map").query().requestFocus();
        });
        press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.CONTROL, KeyCode.C);
        settle();
        assertCopied();
        LatentMap map = lookup("#map").queryAs(LatentMap.class);
        double before = map.getViewport().centreX();
        moveTo("#map").press(MouseButton.SECONDARY).moveBy(60, 0).release(MouseButton.SECONDARY);
        settle();
        assertThat(map.getViewport().centreX()).isNotEqualTo(before);
        assertThat(lookup("Save picture (PNG)…").tryQuery()).isEmpty();
    }
}
