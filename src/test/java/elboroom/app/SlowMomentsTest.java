package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.chart.Plot;
import elboroom.app.map.LatentMap;
import elboroom.data.Home;
import elboroom.raster.Picture;
import elboroom.raster.PngFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * No test but a tool: what takes the window's thread longer than 8 ms, while the tour's steps are entered and a hand drags
 * over every map, chart and slider, twice, since the first time classes are loaded and pages made.
 *
 * <pre>mvn test -Dtest=SlowMomentsTest -Dslow.tabs=evidence,trick -Dslow.size=1280x800 -Dslow.out=target/slow</pre>
 *
 * writes {@code moments.txt} and a picture of each step. {@code -Dslow.dark} and {@code -Dslow.projector} show these looks,
 * {@code -Dslow.steps} walks only the steps that have this in their names. {@code -Dslow.still} leaves out the hand and the second time, for pictures only.
 */
@EnabledIfSystemProperty(named = "slow.tabs", matches = ".+")
final class SlowMomentsTest extends WindowTest {
    private static final double LIMIT = 8;
    private static final int MOVES = 24;

    @TempDir
    private static Path folder;

    private final Path out = Path.of(System.getProperty("slow.out", "target/slow"));
    private final boolean still = System.getProperty("slow.still") != null;

    @Override
    public void start(Stage shown) {
        String[] size = System.getProperty("slow.size", "1280x800").split("x");
        stage = shown;
        Home real = Home.locate();
        Home home = new Home(real.assets(), real.pretrained(), folder);
        room = new Room(new StoredWorkspace(home), home, WindowState.INITIAL);
        shown.setScene(room.scene(Double.parseDouble(size[0]), Double.parseDouble(size[1])));
        shown.show();
    }

    @Test
    void writesThemDown() throws Exception {
        Files.createDirectories(out);
        rest();
        List<String> lines = new ArrayList<>();
        for (String time : still ? List.of("first") : List.of("first", "second")) {
            try (ThreadWatch watch = new ThreadWatch(LIMIT)) {
                for (Tab tab : room.tabs()) {
                    if (List.of(System.getProperty("slow.tabs").split(",")).contains(tab.id())) {
                        walk(tab, watch, time.equals("first"));
                    }
                }
                watch.moments().forEach(moment -> lines.add(time + " " + moment));
            }
        }
        Files.write(out.resolve("moments.txt"), lines);
        assertThat(room.shell().lastFailure()).isNull();
    }

    private void walk(Tab tab, ThreadWatch watch, boolean pictures) throws Exception {
        watch.now("open " + tab.id());
        interact(() -> room.shell().tabProperty().set(tab.id()));
        rest();
        for (TourStep step : tab.tour()) {
            if (!step.name().contains(System.getProperty("slow.steps", ""))) {
                continue;
            }
            watch.now(step.name());
            interact(() -> {
                step.enter().run();
                room.shell().projectorProperty().set(System.getProperty("slow.projector") != null);
                if (System.getProperty("slow.dark") != null) {
                    room.shell().darkProperty().set(true);
                }
            });
            rest();
            // What is worked out may ask for more one pulse later, as the mosaic does after layout.
            rest();
            if (pictures) {
                watch.now(ThreadWatch.NOTHING);
                photograph(step.name());
            }
            if (!still) {
                for (Node node : underHand(stage.getScene().getRoot()).toList()) {
                    watch.now(step.name() + ", hand over " + node.getId());
                    drag(node);
                    rest();
                }
            }
        }
    }

    /** As long as it takes: nothing is asserted here, and the machine may be busy. */
    private void rest() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.MINUTES,
                () -> WaitForAsyncUtils.asyncFx(room::isIdle).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Stream<Node> underHand(Node node) {
        if (!node.isVisible()) {
            return Stream.of();
        }
        boolean takes = node.getId() != null
                && !node.isDisabled()
                && (node instanceof LatentMap || node instanceof Plot || node instanceof Slider);
        return takes
                ? Stream.of(node)
                : node instanceof javafx.scene.Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(SlowMomentsTest::underHand)
                        : Stream.of();
    }

    /** Moves over it and drags across it; each move is an event of its own. */
    private void drag(Node node) {
        for (EventType<MouseEvent> move : List.of(MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_DRAGGED)) {
            if (move == MouseEvent.MOUSE_DRAGGED) {
                interact(() -> fire(node, MouseEvent.MOUSE_PRESSED, 0));
            }
            for (int i = 1; i <= MOVES; i++) {
                double share = (double) i / MOVES;
                interact(() -> fire(node, move, share));
            }
        }
        interact(() -> fire(node, MouseEvent.MOUSE_RELEASED, 1));
    }

    private static void fire(Node node, EventType<MouseEvent> type, double share) {
        double width = node.getBoundsInLocal().getWidth();
        double height = node.getBoundsInLocal().getHeight();
        double x = (0.3 + 0.4 * share) * width;
        double y = (0.35 + 0.3 * share) * height;
        Point2D scene = node.localToScene(x, y);
        Point2D screen = node.localToScreen(x, y);
        boolean down = type != MouseEvent.MOUSE_MOVED && type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private void photograph(String name) throws Exception {
        WritableImage image =
                WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        PngFile.write(out.resolve(name + ".png"), new Picture(width, height, argb));
    }
}
