package elboroom.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import elboroom.raster.Picture;
import elboroom.raster.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
class LatentMapTest {
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final List<Point2D> moves = new ArrayList<>();
    private final List<Integer> selections = new ArrayList<>();
    private final List<Integer> hovers = new ArrayList<>();
    private final List<MosaicRequest> requests = new ArrayList<>();
    private LatentMap map;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        map = new LatentMap(worker);
        map.setPoints(new MapPoints(
                new float[] {-2, 0, 2, 2}, new float[] {-2, 1, 2, -2}, new int[] {0, 1, 2, 2}, List.of("a", "b", "c")));
        map.setOnMarkerMoved((x, y) -> moves.add(new Point2D(x, y)));
        map.setOnPointSelected(selections::add);
        map.setOnPointHovered(index -> {
            hovers.add(index);
            if (index >= 0) {
                map.setHoverContent(new Picture(1, 1, new int[] {0xFFFF0000}), "point " + index);
            }
        });
        map.setOnMosaicNeeded(requests::add);
        stage.setScene(new Scene(map, 640, 600));
        // All tests have one stage, which keeps the size that one of them gave it.
        stage.sizeToScene();
        stage.show();
    }

    @BeforeEach
    void waitForTheIndexAndTheSize() throws Exception {
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        5_000, () -> map.shown().index() != null && map.getWidth() == 640 && map.getHeight() == 600));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    /** Where on the screen a latent point is. */
    private Point2D screen(double x, double y) {
        Viewport view = map.getViewport();
        PlotArea plot = map.plotArea();
        return map.localToScreen(plot.left() + view.toScreenX(x), plot.top() + view.toScreenY(y));
    }

    private double pixel() {
        return 1.01 / map.getViewport().pixelsPerUnit();
    }

    private void assertMarkerAt(double x, double y) {
        assertThat(map.getMarker().getX()).isCloseTo(x, within(pixel()));
        assertThat(map.getMarker().getY()).isCloseTo(y, within(pixel()));
    }

    @Test
    void draggingMovesTheMarkerAndTellsWhere(FxRobot robot) {
        robot.drag(screen(0.5, -1)).moveTo(screen(-1, 0.25)).drop();
        assertMarkerAt(-1, 0.25);
        assertThat(moves).hasSizeGreaterThan(2);
        assertThat(moves.get(0).getX()).isCloseTo(0.5, within(pixel()));
        assertThat(moves.get(0).getY()).isCloseTo(-1, within(pixel()));
        assertThat(moves.get(moves.size() - 1)).isEqualTo(map.getMarker());
        assertThat(selections).as("a drag selects nothing").isEmpty();
    }

    @Test
    void theHandleOfAnArrowIsDraggedAlongItAndTheMarkerStays(FxRobot robot) {
        List<Double> places = new ArrayList<>();
        robot.interact(() -> {
            map.railProperty().set(new MapRail(-1, -1, 1, 1, 0.5, "more"));
            map.setOnRailMoved(place -> {
                places.add(place);
                map.railProperty().set(new MapRail(-1, -1, 1, 1, place, "more"));
            });
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.drag(screen(0, 0)).moveTo(screen(1, 0)).drop();
        assertThat(places.get(places.size() - 1)).as("beneath the pointer").isCloseTo(0.75, within(0.01));
        robot.drag(screen(0.5, 0.5)).moveTo(screen(2, 2)).drop();
        assertThat(places.get(places.size() - 1)).isEqualTo(1);
        assertThat(moves).isEmpty();
        robot.clickOn(screen(-0.5, -0.5));
        assertThat(moves).as("beside the handle the marker is moved").hasSize(1);
    }

    @Test
    void anArrowWithoutLengthKeepsItsHandle() {
        assertThat(new MapRail(1, 1, 1, 1, 0.3, "").nearest(5, 5)).isEqualTo(0.3);
        assertThat(new MapRail(0, 0, 0, 4, 0.3, "").nearest(9, 1)).isEqualTo(0.25);
        assertThat(new MapRail(0, 0, 0, 4, 0.3, "").nearest(9, -1)).isZero();
    }

    @Test
    void aDragBeyondTheEdgeLeavesTheMarkerInSight(FxRobot robot) {
        robot.drag(screen(0, 0)).moveTo(map.localToScreen(639, 300)).drop();
        assertThat(map.getMarker().getX()).isCloseTo(map.getViewport().bounds().maxX(), within(1e-9));
    }

    @Test
    void theWheelKeepsWhatIsUnderThePointer(FxRobot robot) {
        Viewport before = map.getViewport();
        Point2D pointer = screen(1.2, -0.7);
        robot.moveTo(pointer).scroll(3, VerticalDirection.UP);
        assertThat(map.getViewport().pixelsPerUnit()).isNotCloseTo(before.pixelsPerUnit(), within(1.0));
        Point2D now = screen(1.2, -0.7);
        assertThat(now.distance(pointer)).isLessThan(1.5);
    }

    @Test
    void everyPanGestureMovesTheViewAndNotTheMarker(FxRobot robot) {
        Viewport fitted = map.getViewport();
        robot.drag(screen(0, 0), MouseButton.SECONDARY).moveBy(40, 25).drop();
        assertThat(map.getViewport().toScreenX(0)).isCloseTo(fitted.toScreenX(0) + 40, within(1e-6));
        assertThat(map.getViewport().toScreenY(0)).isCloseTo(fitted.toScreenY(0) + 25, within(1e-6));
        robot.drag(screen(0, 0), MouseButton.MIDDLE).moveBy(-40, 0).drop();
        robot.press(KeyCode.SHIFT).drag(screen(0, 0)).moveBy(0, -25).drop().release(KeyCode.SHIFT);
        assertThat(map.getViewport().toScreenX(0)).isCloseTo(fitted.toScreenX(0), within(1e-6));
        assertThat(map.getViewport().toScreenY(0)).isCloseTo(fitted.toScreenY(0), within(1e-6));
        robot.press(KeyCode.SPACE).drag(screen(0, 0)).moveBy(10, 0).drop().release(KeyCode.SPACE);
        assertThat(map.getViewport().toScreenX(0)).isCloseTo(fitted.toScreenX(0) + 10, within(1e-6));
        assertThat(moves).isEmpty();
    }

    @Test
    void aDoubleClickFitsAllPoints(FxRobot robot) {
        Viewport fitted = map.getViewport();
        robot.interact(() -> map.setViewport(fitted.zoomAt(200, 100, 5)));
        robot.doubleClickOn(
                screen(map.getViewport().centreX(), map.getViewport().centreY()));
        assertThat(map.getViewport()).isEqualTo(fitted);
    }

    @Test
    void aClickSelectsThePointUnderItOnly(FxRobot robot) {
        robot.clickOn(screen(0, 1).add(4, -2));
        assertThat(selections).containsExactly(1);
        robot.clickOn(screen(0, 1).add(40, 0));
        assertThat(selections).containsExactly(1);
        assertThat(moves).as("either click moves the marker").hasSize(2);
    }

    @Test
    void arrowsMoveTheMarkerByAHundredthOrATenthOfTheView(FxRobot robot) {
        Viewport view = map.getViewport();
        double step = Math.min(view.width(), view.height()) / view.pixelsPerUnit() / 100;
        robot.interact(map::requestFocus);
        robot.type(KeyCode.RIGHT, 2).type(KeyCode.UP);
        assertThat(map.getMarker().distance(2 * step, step)).isLessThan(1e-9);
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertThat(map.getMarker().distance(-8 * step, step)).isLessThan(1e-9);
        assertThat(moves).hasSize(4);
    }

    @Test
    void keysZoomAndFit(FxRobot robot) {
        Viewport fitted = map.getViewport();
        robot.interact(map::requestFocus);
        robot.type(KeyCode.ADD);
        assertThat(map.getViewport().pixelsPerUnit()).isCloseTo(1.25 * fitted.pixelsPerUnit(), within(1e-9));
        robot.type(KeyCode.MINUS, 2);
        assertThat(map.getViewport().pixelsPerUnit()).isCloseTo(0.8 * fitted.pixelsPerUnit(), within(1e-9));
        robot.type(KeyCode.DIGIT0);
        assertThat(map.getViewport()).isEqualTo(fitted);
    }

    @Test
    void hoveringTellsThePointAndShowsACardInsideTheMap(FxRobot robot) {
        robot.moveTo(screen(0, 0)).moveTo(screen(2, -2).add(2, 1));
        assertThat(hovers).endsWith(3);
        HoverCard card = robot.lookup(".latent-map-card").queryAs(HoverCard.class);
        assertThat(card.isVisible()).isTrue();
        assertThat(card.getLayoutX()).isBetween(0.0, map.getWidth() - card.getWidth());
        assertThat(card.getLayoutY()).isBetween(0.0, map.getHeight() - card.getHeight());
        assertThat(card.getWidth()).isGreaterThan(84);
        robot.moveTo(screen(0, 0));
        assertThat(hovers).endsWith(-1);
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void aHiddenClassIsNeitherHoveredNorSelected(FxRobot robot) {
        robot.interact(() -> map.hiddenClasses().add(1));
        robot.moveTo(screen(0, 0)).clickOn(screen(0, 1));
        assertThat(selections).isEmpty();
        assertThat(hovers).isEmpty();
        robot.interact(() -> map.hiddenClasses().clear());
        // Somewhere else in between, or the second click on the point would make a double click.
        robot.clickOn(screen(1, -1)).clickOn(screen(0, 1).add(1, 0));
        assertThat(selections).containsExactly(1);
    }

    @Test
    void theMosaicIsAskedForOnceAViewAndAgainAfterAZoom(FxRobot robot) {
        robot.interact(() -> map.setViewport(map.getViewport().pan(3, 0)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(requests).as("not while its layer is off").isEmpty();
        robot.interact(() -> map.layers().mosaic().set(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(requests).hasSize(1);
        robot.interact(() ->
                map.showMosaic(requests.get(0), 1, 1, new float[requests.get(0).count()]));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(requests).as("showing it asks for nothing").hasSize(1);
        robot.moveTo(screen(0, 0)).scroll(1, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(requests.size()).isGreaterThan(1);
        assertThat(requests.get(requests.size() - 1).pitch())
                .isNotEqualTo(requests.get(0).pitch());
    }

    @Test
    void aFittedMapStaysFittedAndAMovedOneStaysPut(FxRobot robot) {
        MapPoints wide = new MapPoints(new float[] {-9, 9}, new float[2], new int[2], List.of());
        robot.interact(() -> map.setPoints(wide));
        assertThat(map.getViewport().bounds().maxX()).isGreaterThan(9);
        Viewport moved = map.getViewport().pan(50, 0);
        robot.interact(() -> {
            map.setViewport(moved);
            map.setPoints(FakeLatents.clusters(100, 1));
        });
        assertThat(map.getViewport()).isEqualTo(moved);
    }

    @Test
    void fittingAfterHidingShowsWhatIsLeft(FxRobot robot) {
        Viewport all = map.getViewport();
        robot.interact(() -> {
            map.hiddenClasses().add(2);
            assertThat(map.getViewport()).as("hiding alone moves nothing").isEqualTo(all);
            map.fit();
        });
        assertThat(map.getViewport().bounds().maxX()).isBetween(0.0, 1.9);
        assertThat(map.isFitted()).isFalse();
        robot.interact(() -> {
            map.hiddenClasses().addAll(List.of(0, 1));
            map.fit();
        });
        assertThat(map.getViewport()).as("nothing is left to fit").isEqualTo(all);
    }

    @Test
    void pointsThatAllButCoincideAreNotTornApart(FxRobot robot) {
        MapPoints collapsed = new MapPoints(
                new float[] {0.01f, 0.0101f, 0.0099f}, new float[] {0.02f, 0.02f, 0.0201f}, new int[3], List.of());
        robot.interact(() -> map.setPoints(collapsed));
        assertThat(map.getViewport().bounds().width()).isGreaterThanOrEqualTo(ShownPoints.LEAST_SPAN);
        assertThat(map.getViewport().bounds().minX()).isLessThan(-0.9);
    }

    @Test
    void theCardOfAPointGoesWhenTheSizeChanges(FxRobot robot) {
        robot.moveTo(screen(0, 1));
        assertThat(map.getHovered()).isEqualTo(1);
        robot.interact(() -> map.getScene().getWindow().setWidth(500));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(map.getHovered()).isEqualTo(-1);
        assertThat(robot.lookup(".latent-map-card").query().isVisible()).isFalse();
    }

    @Test
    void afterTheWorkerHasEndedTheMapStaysAsItIs(FxRobot robot) {
        worker.shutdownNow();
        robot.interact(() -> {
            map.setPoints(FakeLatents.clusters(60_000, 1));
            map.setViewport(map.getViewport().pan(10, 0));
            map.getScene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(map.shown().index()).isNull();
    }

    @Test
    void settingTheMarkerMovesItWithoutAnEcho(FxRobot robot) {
        robot.interact(() -> map.setMarker(new Point2D(1, 1)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(moves).isEmpty();
        var spot = robot.lookup("#latent-map-marker").query();
        Point2D centre = new Point2D(
                spot.localToScreen(spot.getBoundsInLocal()).getCenterX(),
                spot.localToScreen(spot.getBoundsInLocal()).getCenterY());
        assertThat(centre.distance(screen(1, 1))).isLessThan(1);
        assertThat(map.getAccessibleText()).contains("marker at z₁ = 1.00, z₂ = 1.00");
    }
}
