package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.compare.Axes;
import elboroom.app.compare.CompareModel;
import elboroom.app.compare.CompareState;
import elboroom.app.compare.Side;
import elboroom.app.explore.FakeImages;
import elboroom.app.explore.FakeVae;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.Layer;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapMark;
import elboroom.app.widget.ImageTile;
import elboroom.raster.Bounds;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gestures of the Compare tab in a real window, over an autoencoder and a VAE that can be reckoned by hand. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
final class CompareWindowTest extends WindowTest {
    private static final FakeVae CODE = new FakeVae(2, true, latents -> {});
    private static final FakeVae VAE = new FakeVae(2);

    @TempDir
    Path folder;

    private CompareModel model;
    private LatentMap left;
    private LatentMap right;

    @Override
    public void start(Stage stage) {
        show(stage, new FakeWorkspace(), FakeHome.at(folder));
        model = room.compare();
    }

    /** Every test begins with the button on the Explore tab. */
    @BeforeEach
    void openThePairFromExplore() throws TimeoutException {
        settle();
        clickOn("#compare-pair");
        settle();
        left = lookup("#left-map").queryAs(LatentMap.class);
        right = lookup("#right-map").queryAs(LatentMap.class);
    }

    private CompareState state() {
        return model.state();
    }

    private float[] pixels(String tile) {
        return Objects.requireNonNull(lookup(tile).queryAs(ImageTile.class).pixels(), tile);
    }

    private String label(String label) {
        return lookup(label).queryAs(Label.class).getText();
    }

    /** Puts the maps where the points of both can be told apart. */
    private void look(Axes axes) throws TimeoutException {
        clickOn("#axes-" + axes.name().toLowerCase(Locale.ROOT));
        settle();
    }

    private Point2D place(int index) {
        float[] place = ((FakeImages) Objects.requireNonNull(
                        model.side(Side.RIGHT).imagesProperty().get()))
                .place(index);
        return new Point2D(place[0], place[1]);
    }

    @Test
    void theButtonOpensAnAutoencoderBesideAVae() {
        assertThat(room.shell().tabProperty().get()).isEqualTo("compare");
        assertThat(left.getPoints().count()).isEqualTo(FakeWorkspace.SIZE);
        assertThat(right.getPoints().count()).isEqualTo(FakeWorkspace.SIZE);
        assertThat(label("#status-own")).contains("%d points".formatted(FakeWorkspace.SIZE), "both engines ready");
        assertThat(label("#left-rate")).isEqualTo("no prior");
        assertThat(label("#right-rate")).isEqualTo("3.5");
        assertThat(left.layers().prior().get())
                .as("the prior that samples come from, on both")
                .isTrue();
        assertThat(right.layers().prior().get()).isTrue();
        assertThat(lookup("#model-picker").tryQuery())
                .as("Explore's own pickers")
                .isEmpty();
    }

    @Test
    void aDragOnOneMapMovesThePointerOnBothAndDecodesTheSameZ() throws TimeoutException {
        look(Axes.PRIOR);
        moveTo(WindowProbe.screen(right, 0.4, 0.4)).press(MouseButton.PRIMARY);
        moveTo(WindowProbe.screen(right, 1.5, -0.5)).release(MouseButton.PRIMARY);
        settle();
        assertThat(state().x()).isCloseTo(1.5, within(0.05));
        assertThat(state().y()).isCloseTo(-0.5, within(0.05));
        assertThat(left.getMarker()).isEqualTo(right.getMarker()).isEqualTo(new Point2D(state().x(), state().y()));
        float[] z = {(float) state().x(), (float) state().y()};
        assertThat(pixels("#left-decoded")).containsExactly(CODE.decode(z, 1));
        assertThat(pixels("#right-decoded")).containsExactly(VAE.decode(z, 1));
        push(KeyCode.SHORTCUT, KeyCode.Z);
        settle();
        assertThat(left.getMarker()).as("a drag is one step").isEqualTo(Point2D.ZERO);
        push(KeyCode.SHORTCUT, KeyCode.Y);
        assertThat(right.getMarker().getX()).isEqualTo(z[0], within(1e-6));
    }

    @Test
    void arrowKeysMoveThePointerOnBoth() throws TimeoutException {
        push(KeyCode.RIGHT);
        settle();
        assertThat(left.getMarker().getX()).isPositive();
        assertThat(right.getMarker()).isEqualTo(left.getMarker());
    }

    @Test
    void aClickOnAPointShowsTheImageThroughBoth() throws TimeoutException {
        look(Axes.PRIOR);
        Point2D at = place(40);
        clickOn(WindowProbe.screen(right, at.getX(), at.getY()));
        settle();
        assertThat(state().selected()).isEqualTo(40);
        assertThat(left.getHighlight()).isEqualTo(40);
        assertThat(right.getHighlight()).isEqualTo(40);
        assertThat(pixels("#compare-input"))
                .containsExactly(Objects.requireNonNull(
                                model.side(Side.LEFT).imagesProperty().get())
                        .image(40));
        assertThat(pixels("#left-reconstruction")).isNotEqualTo(pixels("#left-error"));
        assertThat(pixels("#right-reconstruction")).hasSize(28 * 28);
        assertThat(label("#left-losses")).contains("nats at the code");
        assertThat(label("#right-losses")).contains("rate");
        assertThat(label("#compare-selected")).isEqualTo("Image middle · #40");
        assertThat(left.ellipses()).as("a code without noise").hasSize(1);
        assertThat(left.ellipses().get(0).covXX()).isZero();
        assertThat(right.ellipses().get(0).covXX()).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void theSameAxesShowHowFarCodesSpreadAndFitEachDoesNot() throws TimeoutException {
        assertThat(left.getViewport()).isEqualTo(right.getViewport());
        Bounds seen = right.getViewport().bounds();
        assertThat(seen.maxX()).as("the autoencoder's codes reach 10").isGreaterThan(10);
        look(Axes.EACH);
        assertThat(left.getViewport().pixelsPerUnit())
                .isLessThan(0.5 * right.getViewport().pixelsPerUnit());
        look(Axes.PRIOR);
        assertThat(left.getViewport()).isEqualTo(right.getViewport());
        assertThat(left.getViewport().bounds().maxX()).isBetween(4.0, 6.0);
    }

    @Test
    void zoomingOneMapZoomsTheOtherUnlessEachIsFitted() throws TimeoutException {
        double before = left.getViewport().pixelsPerUnit();
        moveTo(WindowProbe.screen(left, 2, 2)).scroll(3, VerticalDirection.UP);
        settle();
        assertThat(left.getViewport().pixelsPerUnit()).isNotEqualTo(before);
        assertThat(right.getViewport().pixelsPerUnit())
                .isCloseTo(left.getViewport().pixelsPerUnit(), within(1e-6));
        doubleClickOn(WindowProbe.screen(right, 5, 5));
        settle();
        assertThat(left.getViewport().pixelsPerUnit()).isCloseTo(before, within(1e-6));
        look(Axes.EACH);
        double fitted = right.getViewport().pixelsPerUnit();
        moveTo(WindowProbe.screen(left, 2, 2)).scroll(3, VerticalDirection.UP);
        settle();
        assertThat(right.getViewport().pixelsPerUnit()).isEqualTo(fitted);
    }

    @Test
    void mosaicsAreDecodedByBoth() throws TimeoutException {
        clickOn("#layer-mosaic");
        settle();
        assertThat(left.layers().mosaic().get()).isTrue();
        assertThat(right.layers().mosaic().get()).isTrue();
        assertThat(state().layers()).contains(Layer.MOSAIC);
    }

    @Test
    void samplesComeFromTheSameZAndAClickGoesThere() throws TimeoutException {
        clickOn("#new-samples");
        settle();
        assertThat(state().seed()).isEqualTo(1);
        Node tile = ((Parent) lookup("#left-samples").query())
                .getChildrenUnmodifiable()
                .get(2);
        moveTo(tile);
        settle();
        assertThat(left.marks()).hasSize(1).isEqualTo(right.marks());
        clickOn(tile);
        settle();
        assertThat(left.marks().get(0).x()).isCloseTo(state().x(), within(1e-6));
        assertThat(pixels("#left-decoded"))
                .isEqualTo(((ImageTile) tile).pixels())
                .isNotEqualTo(pixels("#right-decoded"));
    }

    @Test
    void aPointUnderThePointerIsMarkedOnTheOtherMap() throws TimeoutException {
        look(Axes.PRIOR);
        Point2D at = place(40);
        moveTo(WindowProbe.screen(right, at.getX(), at.getY()));
        settle();
        assertThat(right.marks()).isEmpty();
        List<MapMark> marks = left.marks();
        assertThat(marks).hasSize(1);
        assertThat(marks.get(0).x()).isCloseTo(FakeVae.CODE_SCALE * at.getX(), within(0.2));
    }

    @Test
    void aClassHiddenOnceIsHiddenOnBoth() throws TimeoutException {
        interact(() -> left.hiddenClasses().add(1));
        settle();
        assertThat(state().hidden()).isEqualTo(Set.of(1));
        assertThat(right.hiddenClasses()).containsExactly(1);
        interact(() -> room.compare().steps().undo());
        assertThat(left.hiddenClasses()).isEmpty();
        assertThat(right.hiddenClasses()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked") // The list of models holds models.
    void eitherSideChoosesItsModelAndPlane() throws TimeoutException {
        ComboBox<ModelChoice> models = lookup("#right-model").queryAs(ComboBox.class);
        interact(() -> models.setValue(room.explore().models().get(1)));
        settle();
        assertThat(state().right().model()).isEqualTo("spots-10d");
        assertThat(right.getXLabel()).isEqualTo("PC 1");
        clickOn("#right-plane-pca");
        settle();
        assertThat(state().right().plane()).isEqualTo(PlaneChoice.FIRST_TWO);
        assertThat(right.getXLabel()).isEqualTo("z₁");
        assertThat(left.getXLabel()).isEqualTo("z₁");
        clickOn("#compare-usual");
        settle();
        assertThat(state().right().model()).isEqualTo("spots-2d");
    }

    @Test
    void aBrokenModelLeavesTheOtherSideUsable() throws TimeoutException {
        interact(() -> model.chooseModel(Side.RIGHT, "broken"));
        settle();
        assertThat(label("#message")).contains("broken");
        assertThat(lookup("could not be opened: choose another model").tryQuery())
                .isPresent();
        interact(() -> model.moveTo(1, 1));
        settle();
        assertThat(pixels("#left-decoded")).containsExactly(CODE.decode(new float[] {1, 1}, 1));
    }

    @Test
    @SuppressWarnings("unchecked") // The list of data holds data.
    void bothEncodeOtherData() throws TimeoutException {
        ComboBox<DataChoice> data = lookup("#compare-data").queryAs(ComboBox.class);
        interact(() -> data.setValue(data.getItems().get(2)));
        settle();
        assertThat(state().data()).isEqualTo("dots-test");
        assertThat(left.getPoints().count()).isEqualTo(FakeWorkspace.SIZE);
        assertThat(right.getPoints().count()).isEqualTo(FakeWorkspace.SIZE);
    }

    @Test
    void undoBelongsToTheTabThatIsShown() throws TimeoutException {
        interact(() -> model.moveTo(1, 1));
        clickOn("#tab-explore");
        settle();
        assertThat(lookup("#undo").query().isDisabled()).isTrue();
        assertThat(lookup("#model-picker").tryQuery()).isPresent();
        clickOn("#tab-compare");
        clickOn("#undo");
        settle();
        assertThat(state().x()).isZero();
    }
}
