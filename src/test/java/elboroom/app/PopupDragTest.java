package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.FakeWorkspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A press beside a popup closes it, and is not also the beginning of a drag. */
final class PopupDragTest extends WindowTest {
    @TempDir
    private static Path folder;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Override
    public void start(Stage stage) {
        show(stage, new FakeWorkspace(), FakeHome.at(folder));
        room.shell().tabProperty().set("evidence");
    }

    private void dragThumb() {
        moveTo("#evidence-step .thumb").press(MouseButton.PRIMARY).moveBy(60, 0).moveBy(20, 0);
        release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theDragThatClosesAPopupMovesNothingAndTheNextDoes() throws Exception {
        open("spots-2d");
        interact(() -> room.explore().select(3));
        settle();
        interact(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failures.add(failure)));
        Slider slider = lookup("#evidence-step").queryAs(Slider.class);
        interact(lookup("#formula-gap").queryAs(Button.class)::fire);
        assertThat(listWindows()).hasAtLeastOneElementOfType(Popup.class);
        dragThumb();
        assertThat(failures).isEmpty();
        assertThat(listWindows()).doesNotHaveAnyElementsOfTypes(Popup.class);
        assertThat(slider.getValue()).isZero();
        dragThumb();
        assertThat(failures).isEmpty();
        assertThat(slider.getValue()).isPositive();
    }
}
