package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.map.LatentMap;
import elboroom.app.map.MapMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Interpolate tab in the real window, on models that come along. */
final class InterpolateWindowTest extends WindowTest {
    /** What interpolate.css leaves of its narrow column between the margins, beside a bar to scroll by; px. */
    private static final double NARROW = 391;

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
        clickOn("#stop-name").write("4").type(KeyCode.ENTER);
        settle();
        assertThat(text("stop-hint")).startsWith("Stop B");
        clickOn("#stop-1");
        assertThat(text("stop-hint")).startsWith("Click a stop");
    }

    /** Pressed when the first geodesic, by few points, is there: it stays, and the better one comes when it is asked for. */
    @Test
    void aSearchIsEndedByTheButtonAndGoesOnByIt() throws Exception {
        open("mnist-vae-2d");
        Button cancel = lookup("#geodesic-cancel").queryButton();
        assertThat(cancel.isVisible()).as("all is found").isFalse();
        clickOn("#stop-0").clickOn("#stop-name").write("123").type(KeyCode.ENTER);
        settle();
        double found = length("geodesic");
        clickOn("#undo");
        settle();
        ProgressBar bar = lookup("#geodesic-progress").queryAs(ProgressBar.class);
        Region ways = lookup(".ways").queryAs(Region.class);
        List<Double> needed = new ArrayList<>(List.of(ways.minWidth(-1)));
        List<String> pressed = new ArrayList<>();
        interact(() -> bar.progressProperty().addListener((observable, was, is) -> {
            if (is.doubleValue() > 0.2 && pressed.isEmpty()) {
                pressed.add(cancel.getText());
                needed.add(ways.minWidth(-1));
                cancel.fire();
            }
        }));
        clickOn("#redo");
        settle();
        assertThat(pressed).containsExactly("Cancel");
        assertThat(bar.isVisible()).isFalse();
        assertThat(cancel.isVisible()).isTrue();
        assertThat(cancel.getText()).isEqualTo("Go on");
        assertThat(text("length-geodesic")).startsWith("≥ ").endsWith("by few points");
        needed.add(ways.minWidth(-1));
        assertThat(needed)
                .as("px in the column of a narrow window: found, being looked for, cancelled")
                .hasSize(3)
                .allMatch(least -> least <= NARROW);
        LatentMap map = lookup("#interpolate-map").queryAs(LatentMap.class);
        assertThat(map.ways()).as("all are drawn").hasSize(3);
        interact(cancel::requestFocus);
        interact(cancel::fire);
        settle();
        assertThat(lookup("#way-geodesic").query().isFocused())
                .as("nothing is scrolled to")
                .isTrue();
        assertThat(cancel.isVisible()).isFalse();
        assertThat(length("geodesic")).as("as if it had not been ended").isEqualTo(found);
    }

    @Test
    void aStopIsDrawnByHandAndTakenBackByKeys() throws Exception {
        open("mnist-vae-2d");
        LatentMap map = lookup("#interpolate-map").queryAs(LatentMap.class);
        MapMark before = map.marks().get(0);
        clickOn("#stop-0");
        clickOn("#stop-draw");
        Node node = lookup(".interpolate-side #pad").query();
        Bounds pad = node.localToScreen(node.getBoundsInLocal());
        moveTo(pad.getCenterX(), pad.getMinY() + 40).press(MouseButton.PRIMARY);
        moveTo(pad.getCenterX(), pad.getMaxY() - 30).release(MouseButton.PRIMARY);
        settle();
        // Nearly upright lines are ones, which are above everything else on this model's map.
        assertThat(map.marks().get(0).y()).isGreaterThan(1);
        assertThat(lookup("#stop-0").query().getAccessibleText()).isEqualTo("stop A, drawn");
        push(KeyCode.SHORTCUT, KeyCode.Z);
        settle();
        assertThat(map.marks().get(0)).isEqualTo(before);
    }

    /** Dragged down from the mean of the ones, to half the way back to where A is. */
    private void theHandleOnTheMapIsTheSlider(LatentMap map) throws Exception {
        Slider amount = lookup("#attribute-amount").queryAs(Slider.class);
        MapMark a = map.marks().get(0);
        MapMark b = map.marks().get(1);
        drag(WindowProbe.screen(map, b.x(), b.y()), MouseButton.PRIMARY)
                .moveTo(WindowProbe.screen(map, a.x() + 0.5 * (b.x() - a.x()), a.y() + 0.5 * (b.y() - a.y())))
                .drop();
        settle();
        assertThat(amount.getValue()).isCloseTo(0.5, within(0.05));
        assertThat(map.marks().get(1).y()).isCloseTo(a.y() + 0.5 * (b.y() - a.y()), within(0.1));
        assertThat(map.marks().get(0)).as("A stays").isEqualTo(a);
        push(KeyCode.SHORTCUT, KeyCode.Z);
        settle();
        assertThat(amount.getValue()).as("a drag is one step").isCloseTo(1, within(1e-6));
        assertThat(map.marks().get(1)).isEqualTo(b);
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
        theHandleOnTheMapIsTheSlider(map);
        interact(() -> room.shell().tabProperty().set("explore"));
        settle();
    }

    /** The menu is filled when it opens: what is put into a hidden one stays in memory. */
    @Test
    void theMenuOfClassesPutsAStopOnOneOfTheDatasOwn() throws Exception {
        settle();
        clickOn("#stop-1");
        clickOn("#stop-class");
        MenuButton menu = lookup("#stop-class").queryAs(MenuButton.class);
        assertThat(menu.isShowing()).isTrue();
        List<MenuItem> shown = List.copyOf(menu.getItems());
        assertThat(shown)
                .extracting(MenuItem::getText)
                .isEqualTo(room.explore().imagesProperty().get().classNames());
        interact(shown.get(3)::fire);
        interact(menu::hide);
        settle();
        assertThat(lookup("#stop-1 .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(words -> words.startsWith("3 · #"));
        interact(() -> room.explore().chooseData("mnist-train"));
        settle();
        assertThat(menu.getItems()).as("nobody has opened it since").isEqualTo(shown);
    }
}
