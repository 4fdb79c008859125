package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.chart.Plot;
import elboroom.app.explore.FakeWorkspace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The keys of the window, the sheet that lists them, and the copying of pictures, in the real window. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
final class KeysWindowTest extends WindowTest {
    /** Of the default buttons of what lies over the window. */
    private static final KeyEvent ENTER =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);

    @TempDir
    private static Path folder;

    @Override
    public void start(Stage shown) {
        show(shown, new FakeWorkspace(), FakeHome.at(folder));
    }

    private void strike(KeyCode... keys) {
        press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theSheetListsEveryKeyThatTheSceneHas() throws Exception {
        settle();
        Node sheet = lookup("#keys-sheet").query();
        assertThat(sheet.isVisible()).isFalse();
        strike(KeyCode.F1);
        assertThat(sheet.isVisible()).isTrue();
        Set<String> listed = from(sheet).lookup(".keys").queryAllAs(Label.class).stream()
                .flatMap(label -> List.of(label.getText().split(" or ")).stream())
                .collect(Collectors.toSet());
        assertThat(stage.getScene().getAccelerators().keySet())
                .hasSizeGreaterThan(12)
                .filteredOn(key -> !key.match(ENTER))
                .allSatisfy(key -> assertThat(listed).contains(key.getDisplayText()));
        strike(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(room.shell().tabProperty().get()).as("the window waits").isEqualTo("explore");
        strike(KeyCode.ESCAPE);
        assertThat(sheet.isVisible()).isFalse();
    }

    /** Of all that can be pressed above the tabs, from left to right. */
    private List<Bounds> placesAbove() {
        Parent bar = lookup(".picker-bar").queryParent();
        Parent pickers = lookup(".picker-bar > .pickers").queryParent();
        return Stream.of(bar, pickers)
                .flatMap(row -> row.getChildrenUnmodifiable().stream())
                .filter(node -> node instanceof Control && node.isVisible())
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .filter(place -> place.getWidth() > 0)
                .sorted(Comparator.comparingDouble(Bounds::getMinX))
                .toList();
    }

    /** On a projector of 1024×768, letters are large and the window is small. */
    @Test
    void nothingAboveTheTabsCoversAnythingThere() throws Exception {
        settle();
        interact(() -> {
            stage.setWidth(1024 + stage.getWidth() - stage.getScene().getWidth());
            room.shell().projectorProperty().set(true);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getScene().getWidth()).isEqualTo(1024);
        for (Tab tab : room.tabs()) {
            interact(() -> room.shell().tabProperty().set(tab.id()));
            settle();
            double taken = 0;
            for (Bounds place : placesAbove()) {
                assertThat(place.getMinX()).as(tab.title()).isGreaterThanOrEqualTo(taken);
                taken = place.getMaxX();
            }
            assertThat(taken).as(tab.title()).isBetween(900.0, 1024.0);
        }
        assertThat(lookup("#data-picker").query().getBoundsInParent().getWidth())
                .as("its name can be read")
                .isGreaterThan(120);
    }

    @Test
    void tabsThemeAndStepsAreReachedByKeys() throws Exception {
        settle();
        strike(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(room.shell().tabProperty().get())
                .isEqualTo(room.tabs().get(2).id());
        strike(KeyCode.CONTROL, KeyCode.DIGIT1);
        strike(KeyCode.CONTROL, KeyCode.D);
        assertThat(room.shell().darkProperty().get()).isTrue();
        strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertThat(room.shell().projectorProperty().get()).isTrue();
        interact(() -> room.explore().moveTo(1, 1));
        strike(KeyCode.CONTROL, KeyCode.Z);
        assertThat(room.explore().state().latent()).containsExactly(0.0, 0.0);
        strike(KeyCode.CONTROL, KeyCode.Y);
        assertThat(room.explore().state().latent()).containsExactly(1.0, 1.0);
    }

    @Test
    void aQuestionMarkIsTextWhereTextIsTyped() throws Exception {
        settle();
        interact(() -> lookup("#map").query().requestFocus());
        interact(() -> Event.fireEvent(Objects.requireNonNull(stage.getScene().getFocusOwner()), typed("?")));
        assertThat(lookup("#keys-sheet").query().isVisible()).isTrue();
        interact(lookup("#keys-close").queryButton()::fire);
        interact(() -> lookup("#field-0").query().requestFocus());
        interact(() -> Event.fireEvent(Objects.requireNonNull(stage.getScene().getFocusOwner()), typed("?")));
        assertThat(lookup("#keys-sheet").query().isVisible()).isFalse();
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }

    @Test
    void theChartInFocusIsCopiedAsAPicture() throws Exception {
        interact(() -> room.shell().tabProperty().set("losses"));
        settle();
        Plot plot = lookup(".chart").queryAllAs(Plot.class).iterator().next();
        interact(() -> {
            Clipboard.getSystemClipboard().clear();
            plot.requestFocus();
        });
        strike(KeyCode.CONTROL, KeyCode.C);
        settle();
        assertThat(room.shell().messageProperty().get()).startsWith("Copied “" + plot.title() + "” as a picture");
        interact(() -> {
            Image copied = Clipboard.getSystemClipboard().getImage();
            assertThat(copied).isNotNull();
            assertThat(copied.getWidth()).isEqualTo(Math.ceil(2 * plot.getWidth()));
            assertThat(copied.getPixelReader().getArgb(1, 1)).as("white paper").isEqualTo(0xFFFFFFFF);
        });
    }
}
