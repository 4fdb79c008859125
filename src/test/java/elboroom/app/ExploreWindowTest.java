package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.FakeImages;
import elboroom.app.explore.FakeVae;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.Inspection;
import elboroom.app.explore.Layer;
import elboroom.app.map.LatentMap;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.raster.Bounds;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The gestures of the Explore tab in a real window, over a model that can be reckoned by hand. */
final class ExploreWindowTest extends ApplicationTest {
    @TempDir
    Path folder;

    /** Latents that were decoded, a batch each, in the order of the engine. */
    private final Queue<float[]> asked = new ConcurrentLinkedQueue<>();

    private Room room;
    private ExploreModel model;
    private LatentMap map;

    @Override
    public void start(Stage stage) {
        room = new Room(new FakeWorkspace(asked::add), FakeHome.at(folder), WindowState.INITIAL);
        model = room.explore();
        stage.setScene(room.scene(1280, 800));
        stage.show();
    }

    @BeforeEach
    void settleFirst() throws TimeoutException {
        map = lookup("#map").queryAs(LatentMap.class);
        settle();
    }

    @AfterEach
    void close() {
        interact(room::close);
    }

    private void settle() throws TimeoutException {
        WindowProbe.settle(room);
    }

    private Point2D screen(double x, double y) {
        return WindowProbe.screen(map, x, y);
    }

    private ExploreState state() {
        return model.state();
    }

    private double latent(int dimension) {
        return state().latent().get(dimension);
    }

    /** What would have much of the window styled or drawn again at every movement of the marker. */
    @Test
    void aMoveOfTheMarkerRestylesNothingAndRedrawsNoCachedPicture() throws TimeoutException {
        assertThat(lookup(".viewport").<Node>queryAll()).isNotEmpty().noneMatch(Node::isCache);
        AtomicInteger restyled = new AtomicInteger();
        interact(() -> lookup("*")
                .queryAll()
                .forEach(node -> node.getStyleClass()
                        .addListener((ListChangeListener<String>) change -> restyled.incrementAndGet())));

        interact(() -> model.moveTo(0.5, -0.25));
        settle();

        assertThat(latent(0)).isEqualTo(0.5);
        assertThat(restyled).hasValue(0);
    }

    @Test
    void aDragLeavesThePointWhereItWasLetGoAndTheSlidersWithIt() throws TimeoutException {
        moveTo(screen(0.2, 0.2)).press(MouseButton.PRIMARY).moveTo(screen(0.7, 0.5));
        moveTo(screen(1.12, -0.71)).release(MouseButton.PRIMARY);
        settle();
        assertThat(latent(0)).isCloseTo(1.12, within(0.02));
        assertThat(latent(1)).isCloseTo(-0.71, within(0.02));
        assertThat(map.getMarker()).isEqualTo(new Point2D(latent(0), latent(1)));
        assertThat(lookup("#slider-0").queryAs(Slider.class).getValue()).isEqualTo(latent(0));
        assertThat(lookup("#field-1").queryAs(TextField.class).getText()).isEqualTo("−0.71");
        assertThat(lookup("#decoded").queryAs(ImageTile.class).pixels())
                .isEqualTo(model.decodedProperty().get().pixels());
    }

    @Test
    void aClickOnAPointShowsItsImageAndOneUndoTakesItBack() throws TimeoutException {
        float[] place = ((FakeImages) model.imagesProperty().get()).place(40);
        clickOn(screen(place[0], place[1]));
        settle();
        assertThat(state().selected()).isEqualTo(40);
        assertThat(lookup("#input").queryAs(ImageTile.class).pixels())
                .isEqualTo(model.imagesProperty().get().image(40));
        push(KeyCode.SHORTCUT, KeyCode.Z);
        settle();
        assertThat(state().selected()).isEqualTo(-1);
        assertThat(latent(0)).isZero();
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertThat(state().selected()).isEqualTo(40);
    }

    @Test
    void slidersAndTypedNumbersMoveTheMarker() throws TimeoutException {
        interact(() -> lookup("#slider-1").queryAs(Slider.class).setValue(1.5));
        assertThat(map.getMarker()).isEqualTo(new Point2D(0, 1.5));
        clickOn("#field-0").push(KeyCode.SHORTCUT, KeyCode.A).write("-2,25").push(KeyCode.ENTER);
        settle();
        assertThat(map.getMarker()).isEqualTo(new Point2D(-2.25, 1.5));
        assertThat(lookup("#slider-0").queryAs(Slider.class).getValue()).isEqualTo(-2.25);
        clickOn("#field-0").push(KeyCode.SHORTCUT, KeyCode.A).write("much").push(KeyCode.ENTER);
        assertThat(lookup("#field-0").queryAs(TextField.class).getText()).isEqualTo("−2.25");
        // Fired by hand: whether two clicks of the robot are a double click depends on how busy the machine is.
        Slider slider = lookup("#slider-1").queryAs(Slider.class);
        interact(() -> slider.fireEvent(doubleClick()));
        assertThat(latent(1)).isZero();
    }

    private static MouseEvent doubleClick() {
        return mouse(MouseEvent.MOUSE_CLICKED, 2);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, int clicks) {
        return new MouseEvent(
                type,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    @Test
    void keysPointerAndSlidersAgreeAndThePointStaysWhereItWasPut() throws TimeoutException {
        clickOn(screen(0.5, -0.5));
        push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEverythingAtTheMarker();
        double before = latent(0);
        interact(() -> lookup("#slider-0").queryAs(Slider.class).setValue(-1.25));
        assertEverythingAtTheMarker();
        assertThat(latent(0)).isEqualTo(-1.25).isNotEqualTo(before);
        interact(map::requestFocus);
        push(KeyCode.LEFT);
        assertThat(latent(0)).isLessThan(-1.25);
        assertEverythingAtTheMarker();
        List<Double> place = state().latent();
        moveTo(screen(1.7, 1.7));
        settle();
        assertThat(state().latent())
                .as("a pointer that only passes moves nothing")
                .isEqualTo(place);
        assertThat(lookup("#decoded").queryAs(ImageTile.class).pixels())
                .isEqualTo(new FakeVae(2).decode(new float[] {(float) latent(0), (float) latent(1)}, 1));
    }

    private void assertEverythingAtTheMarker() {
        assertThat(map.getMarker()).isEqualTo(new Point2D(latent(0), latent(1)));
        for (int j = 0; j < 2; j++) {
            assertThat(lookup("#slider-" + j).queryAs(Slider.class).getValue()).isEqualTo(latent(j));
            assertThat(lookup("#field-" + j).queryAs(TextField.class).getText()).isEqualTo(Numbers.fixed(latent(j), 2));
        }
    }

    @Test
    void keysUndoAndRedo() {
        clickOn(screen(1, 1.2));
        clickOn(screen(-1.3, 0.4));
        List<Double> second = state().latent();
        push(KeyCode.SHORTCUT, KeyCode.Z);
        List<Double> first = state().latent();
        assertThat(first.get(0)).isCloseTo(1, within(0.2));
        push(KeyCode.SHORTCUT, KeyCode.Y);
        assertThat(state().latent()).isEqualTo(second);
        push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(state().latent()).containsExactly(0.0, 0.0);
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertThat(state().latent()).isEqualTo(first);
        assertEverythingAtTheMarker();
    }

    @Test
    void arrowKeysMoveTheMarker() {
        interact(map::requestFocus);
        push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.UP);
        assertThat(latent(0)).isPositive();
        assertThat(latent(1)).isCloseTo(latent(0) / 2, within(1e-9));
        push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(latent(1)).isZero();
        assertThat(latent(0)).isPositive();
    }

    @Test
    void theLegendHidesAndIsolatesClasses() {
        clickOn(chip("left"));
        assertThat(state().hidden()).containsExactly(0);
        clickOn("#undo");
        assertThat(state().hidden()).isEmpty();
        assertThat(map.hiddenClasses()).isEmpty();
        isolate("middle");
        assertThat(state().hidden()).containsExactlyInAnyOrder(0, 2);
        assertThat(map.hiddenClasses()).containsExactlyInAnyOrder(0, 2);
        isolate("middle");
        assertThat(state().hidden()).isEmpty();
    }

    /** Fired by hand, as in {@link #doubleClick}: the first press of a double click hides or shows the class. */
    private void isolate(String name) {
        Node chip = chip(name);
        interact(() -> {
            chip.fireEvent(press(1));
            chip.fireEvent(press(2));
        });
    }

    private static MouseEvent press(int clicks) {
        return mouse(MouseEvent.MOUSE_PRESSED, clicks);
    }

    @Test
    void aDataSetWithKnownFactorsIsColouredByThem() throws TimeoutException {
        assertThat(lookup("#colour").query().getParent().isVisible()).isFalse();
        interact(() -> model.chooseData("dots-test"));
        settle();
        ComboBox<?> colour = lookup("#colour").queryAs(ComboBox.class);
        assertThat(colour.getParent().isVisible()).isTrue();
        assertThat(colour.getItems()).map(String::valueOf).containsExactly("class", "x", "y");
        assertThat(colour.getValue()).isEqualTo("x");
        clickOn(lookup(".class-chip").nth(9).<Node>query());
        assertThat(state().hidden()).containsExactly(9);
        interact(() -> colour.getSelectionModel().select(0));
        settle();
        assertThat(state().hidden()).isEmpty();
        assertThat(map.getPoints().classNames()).containsExactly("left", "middle", "right");
        clickOn("#undo");
        settle();
        assertThat(colour.getValue()).isEqualTo("x");
        assertThat(map.hiddenClasses()).containsExactly(9);
    }

    private Node chip(String name) {
        return lookup(".class-chip")
                .match((Node node) -> ((ToggleButton) node).getText().equals(name))
                .query();
    }

    @Test
    void whatIsDrawnIsEncodedAndItsEllipseShown() throws TimeoutException {
        clickOn("#draw");
        Node pad = lookup("#pad").query();
        Point2D middle = pad.localToScreen(
                pad.getBoundsInLocal().getCenterX(), pad.getBoundsInLocal().getCenterY());
        drag(middle.subtract(20, 30), MouseButton.PRIMARY).dropTo(middle.add(20, 30));
        settle();
        assertThat(state().strokes()).hasSize(1);
        List<Double> path = state().strokes().get(0).path();
        assertThat(path.get(0) + path.get(path.size() - 2))
                .as("drawn about the middle")
                .isCloseTo(1, within(0.05));
        assertThat(map.ellipses()).hasSize(1);
        assertThat(lookup("#reconstruction").queryAs(ImageTile.class).pixels()).isNotNull();
        Inspection first = model.inspectionProperty().get();
        assertThat(remark())
                .isEqualTo(
                        "More typical than %s%% of the test images.",
                        Numbers.fixed(model.typicalityProperty().get().percentile(first.elbo()), 0));
        drag(middle.subtract(50, 0), MouseButton.PRIMARY).dropTo(middle.subtract(50, 40));
        settle();
        Inspection second = model.inspectionProperty().get();
        assertThat(second.elbo()).isNotEqualTo(first.elbo());
        assertThat(lookup("#input").queryAs(ImageTile.class).pixels()).isEqualTo(second.input());
        clickOn("#undo");
        settle();
        assertThat(state().strokes()).hasSize(1);
        assertThat(model.inspectionProperty().get().elbo()).isEqualTo(first.elbo());
        clickOn("#undo");
        settle();
        assertThat(state().strokes()).isEmpty();
        assertThat(map.ellipses()).isEmpty();
    }

    private String remark() {
        return lookup("#remark").queryAs(Label.class).getText();
    }

    @Test
    void anotherModelBringsItsDimensions() throws TimeoutException {
        ComboBox<?> models = lookup("#model-picker").queryAs(ComboBox.class);
        interact(() -> models.getSelectionModel().select(1));
        settle();
        assertThat(state().model()).isEqualTo("spots-10d");
        assertThat(lookup("#slider-9").tryQuery()).isPresent();
        assertThat(lookup("#plane-pca").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        clickOn("#undo");
        settle();
        assertThat(lookup("#slider-9").tryQuery()).isEmpty();
        assertThat(models.getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void aWrongPairingSaysSoAndThePickerShowsWhatIsShown() {
        ComboBox<?> data = lookup("#data-picker").queryAs(ComboBox.class);
        interact(() -> data.getSelectionModel().select(3));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#message").queryAs(Label.class).getText()).contains("28×28×3");
        assertThat(data.getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void theMosaicIsDecodedAnewAsOneZooms() throws TimeoutException {
        clickOn("#layer-mosaic");
        settle();
        assertThat(state().layers()).contains(Layer.MOSAIC);
        double before = map.getViewport().pixelsPerUnit();
        double wide = pitchOfTheMosaic();
        asked.clear();
        moveTo(screen(0, 0)).scroll(5, VerticalDirection.UP);
        settle();
        assertThat(map.getViewport().pixelsPerUnit()).isNotEqualTo(before);
        assertThat(state().view()).isNotNull();
        double scale = map.getViewport().pixelsPerUnit();
        assertThat(pitchOfTheMosaic() / wide)
                .as("neighbours are as far apart on the screen as before")
                .isCloseTo(before / scale, within(1e-3));
        assertThat(pitchOfTheMosaic()).isNotEqualTo(wide);
        Bounds seen = map.getViewport().bounds();
        double margin = pitchOfTheMosaic();
        float[] latents = lastMosaic();
        for (int i = 0; i < latents.length; i += 2) {
            assertThat((double) latents[i]).isBetween(seen.minX() - margin, seen.maxX() + margin);
            assertThat((double) latents[i + 1]).isBetween(seen.minY() - margin, seen.maxY() + margin);
        }
        assertThat(model.steps().canUndoProperty().get()).isTrue();
    }

    /** The last batch of a grid that was decoded; the marker and inspections are decoded fewer at a time. */
    private float[] lastMosaic() {
        return asked.stream()
                .filter(latents -> latents.length == 200)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private double pitchOfTheMosaic() {
        float[] latents = lastMosaic();
        return latents[2] - latents[0];
    }

    @Test
    void themeAndProjectorAreSwitchedByTheirButtons() {
        double size = lookup("#note").queryAs(Label.class).getFont().getSize();
        clickOn("#dark").clickOn("#projector");
        interact(() -> room.view().applyCss());
        assertThat(map.isDark()).isTrue();
        assertThat(lookup("#note").queryAs(Label.class).getFont().getSize()).isCloseTo(1.5 * size, within(1e-6));
    }
}
