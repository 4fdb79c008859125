package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.explore.Inspection;
import elboroom.app.explore.Layer;
import elboroom.app.widget.ImageTile;
import elboroom.raster.Bounds;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What the Explore tab shows: classes, drawings, other models and data, the mosaic. */
final class ExploreWindowTest extends ExploreWindow {
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

    /** Fired by hand, as in {@link ExploreHandTest}: the first press of a double click hides or shows the class. */
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
        assertThat(lookup("#colour").queryAll())
                .as("with classes alone there is nothing to choose")
                .isEmpty();
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
                        "More typical than %d%% of the test images.",
                        (int) model.survey().typicalityProperty().get().percentile(first.elbo()));
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
