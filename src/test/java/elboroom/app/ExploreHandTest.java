package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.explore.FakeImages;
import elboroom.app.explore.FakeVae;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** What hand and keys do on the Explore tab: map, sliders and numbers follow each other. */
final class ExploreHandTest extends ExploreWindow {
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
}
