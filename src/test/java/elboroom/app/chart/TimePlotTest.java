package elboroom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.concurrent.WorkQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Gestures on charts in a real window. */
final class TimePlotTest extends ApplicationTest {
    @TempDir
    Path folder;

    private final Axis step = new Axis("step", "", 0);
    private final List<String> told = new ArrayList<>();
    private WorkQueue worker;
    private LinePlot plot;
    private BandPlot bands;

    @Override
    public void start(Stage stage) {
        plot = new LinePlot("Losses", step, new Axis("distortion", "nats", 1));
        bands = new BandPlot("KL per dimension", step, new Axis("KL", "nats", 2));
        worker = new WorkQueue("worker", Platform::runLater, failure -> told.add("failed: " + failure));
        plot.viewProperty().bindBidirectional(bands.viewProperty());
        plot.setPrefSize(700, 300);
        bands.setPrefSize(700, 300);
        stage.setScene(new Scene(new VBox(plot, bands)));
        stage.show();
    }

    @BeforeEach
    void fill() {
        Series train = Series.numbered("train", 0);
        train.set(
                IntStream.rangeClosed(0, 1000).asDoubleStream().toArray(),
                IntStream.rangeClosed(0, 1000)
                        .mapToDouble(i -> 100 + 400.0 / (1 + i))
                        .toArray());
        interact(() -> {
            plot.series().add(train);
            bands.setBands(List.of("z₁", "z₂"));
            for (int i = 0; i <= 1000; i += 10) {
                bands.append(i, new double[] {i / 500.0, 1});
            }
        });
        settle();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private Point2D at(double x, double share) {
        Frame frame = frame();
        return plot.localToScreen(frame.x().toScreen(x), frame.top() + share * frame.height());
    }

    private Frame frame() {
        return Objects.requireNonNull(plot.frame());
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> plot.getScene().getRoot().layout());
    }

    @Test
    void linesMayLeaveThePlotBelowItsLeastValue() {
        assertThat(plot.upright(plot.whole(), Double.POSITIVE_INFINITY).range().min())
                .isLessThan(150);
        interact(() -> plot.leastProperty().set(200));
        assertThat(plot.upright(plot.whole(), Double.POSITIVE_INFINITY).range().min())
                .isEqualTo(200);
    }

    /** 500 at step 0, below 120 from step 20 on. */
    @Test
    void theFirstStepsMayLeaveThePlotAtItsTop() {
        assertThat(frame().y().range().max()).isGreaterThanOrEqualTo(500);
        interact(() -> {
            plot.settlingProperty().set(new Settling(0.02, 0));
            plot.viewProperty().set(new Range(0, 900));
        });
        settle();
        assertThat(frame().y().range().max()).isBetween(119.0, 150.0);
        interact(() -> plot.viewProperty().set(new Range(0, 2)));
        settle();
        assertThat(frame().y().range().max()).as("looked at closely").isGreaterThan(400);
    }

    /** Tests at steps 0, 600 and 1000: the line comes down from 540, over most of the plot. */
    @Test
    void theFirstOfAFewValuesMayLeaveThePlotTooAndHowHighTheyWereIsSaid() {
        interact(() -> {
            Series test = Series.numbered("test", 1).exact();
            test.set(new double[] {0, 600, 1000}, new double[] {540, 110, 100});
            plot.series().add(test);
        });
        settle();
        assertThat(frame().y().range().max()).isGreaterThan(500);
        assertThat(SvgPen.write(plot.drawing())).doesNotContain("↑");
        interact(() -> plot.settlingProperty().set(new Settling(0, 20)));
        settle();
        assertThat(frame().y().range().max()).isBetween(119.0, 150.0);
        assertThat(SvgPen.write(plot.drawing())).contains("↑ from 540.0");
        assertThat(Objects.requireNonNull(plot.readAt(0)).readings())
                .as("the value is still read out")
                .anyMatch(reading -> reading.value().equals("540.0 nats"));
    }

    @Test
    void whatIsLowInTheBeginningStaysInThePlot() {
        interact(() -> {
            plot.series().get(0).set(new double[] {0, 10, 500, 1000}, new double[] {0, 400, 110, 100});
            plot.settlingProperty().set(new Settling(0, 20));
        });
        settle();
        assertThat(frame().y().range().min()).isLessThanOrEqualTo(0);
        assertThat(frame().y().range().max()).isBetween(110.0, 150.0);
    }

    @Test
    void aChartThatWillHaveNoDataSaysWhyAndHasNoAxes() {
        interact(() -> {
            plot.series().clear();
            plot.absenceProperty().set("No prior, no rate");
        });
        settle();
        assertThat(plot.frame()).isNull();
        assertThat(SvgPen.write(plot.drawing())).contains("No prior, no rate").doesNotContain("<line");
        moveTo(plot);
        assertThat(plot.hoveredProperty().get()).isNaN();
    }

    @Test
    void theWheelZoomsToThePointerAndADoubleClickShowsAllAgain() {
        moveTo(at(400, 0.5));
        double pixel = frame().x().toScreen(400);
        scroll(100, VerticalDirection.DOWN);
        settle();
        Range seen = Objects.requireNonNull(plot.viewProperty().get());
        assertThat(seen.size()).isLessThan(700);
        assertThat(frame().x().toValue(pixel)).isCloseTo(400, within(3.0));
        assertThat(bands.viewProperty().get())
                .as("charts bound to each other move together")
                .isEqualTo(seen);
        doubleClickOn(at(400, 0.5));
        assertThat(plot.viewProperty().get()).isNull();
    }

    @Test
    void zoomedInADragPansAndTheUprightAxisFits() {
        interact(() -> plot.viewProperty().set(new Range(200, 400)));
        settle();
        assertThat(frame().y().range().max()).as("only what is seen counts").isLessThan(110);
        Point2D from = at(300, 0.5);
        moveTo(from).press(MouseButton.PRIMARY).moveTo(at(340, 0.5)).release(MouseButton.PRIMARY);
        settle();
        Range seen = Objects.requireNonNull(plot.viewProperty().get());
        assertThat(seen.min()).isCloseTo(160, within(3.0));
        assertThat(seen.size()).isCloseTo(200, within(1e-9));
    }

    @Test
    void thePointerReadsOutAndTheKeysZoom() {
        moveTo(at(500, 0.5));
        assertThat(plot.hoveredProperty().get()).isCloseTo(500, within(2.0));
        ReadOut read = Objects.requireNonNull(plot.readAt(plot.hoveredProperty().get()));
        assertThat(read.heading()).startsWith("step ");
        assertThat(read.readings()).extracting(ReadOut.Reading::value).containsExactly("100.8 nats");
        interact(plot::requestFocus);
        push(KeyCode.PLUS);
        settle();
        assertThat(Objects.requireNonNull(plot.viewProperty().get()).size()).isCloseTo(1000 / 1.2, within(1e-6));
        push(KeyCode.HOME);
        assertThat(plot.viewProperty().get()).isNull();
    }

    @Test
    void theCursorFollowsHandAndKeys() {
        interact(() -> {
            plot.steerableProperty().set(true);
            plot.positionProperty().set(100);
        });
        settle();
        moveTo(at(100, 0.5)).press(MouseButton.PRIMARY).moveTo(at(600, 0.5)).release(MouseButton.PRIMARY);
        assertThat(plot.positionProperty().get()).isCloseTo(600, within(2.0));
        double before = plot.positionProperty().get();
        push(KeyCode.RIGHT);
        assertThat(plot.positionProperty().get()).isCloseTo(before + 10, within(1e-6));
        clickOn(at(250, 0.5));
        assertThat(plot.positionProperty().get()).isCloseTo(250, within(2.0));
    }

    @Test
    void theAxisIsAsLongAsIsExpectedAndDoesNotJump() {
        interact(() -> plot.expectedEndProperty().set(4690));
        settle();
        assertThat(frame().x().range()).isEqualTo(new Range(0, 4690));
        interact(() -> plot.series().get(0).append(1001, 100));
        settle();
        assertThat(frame().x().range()).isEqualTo(new Range(0, 4690));
    }

    @Test
    void bandsAddUp() {
        ReadOut read = Objects.requireNonNull(bands.readAt(500));
        assertThat(read.readings())
                .extracting(ReadOut.Reading::value)
                .containsExactly("2.00 nats", "1.00 nats", "1.00 nats");
        assertThat(bands.upright(new Range(0, 1000), Double.POSITIVE_INFINITY).range())
                .isEqualTo(new Range(0, 3));
        assertThat(bands.getAccessibleHelp()).contains("together 3.00 nats at 1,000");
        assertThat(plot.getAccessibleHelp()).contains("train 100.4 nats at 1,000");
    }

    @Test
    void marksThatStandCloseAreNamedBelowEachOtherOverAllLines() {
        interact(() -> plot.marks()
                .setAll(
                        new XMark(510, "rate 0.003"),
                        new XMark(500, "β 4"),
                        new XMark(505, "β 2"),
                        new XMark(900, "β 1")));
        settle();
        String svg = SvgPen.write(plot.drawing());
        assertThat(height(svg, "β 4")).isLessThan(height(svg, "β 2"));
        assertThat(height(svg, "β 2")).isLessThan(height(svg, "rate 0.003"));
        assertThat(height(svg, "β 1")).as("there is room").isEqualTo(height(svg, "β 4"));
        assertThat(svg.indexOf("β 4")).as("no line is drawn over a name").isGreaterThan(svg.lastIndexOf("dasharray"));
    }

    @Test
    void whereTheTitleHasNoRoomItIsTheNameAlone() {
        assertThat(SvgPen.write(plot.drawing())).contains(">distortion (nats)<");
        interact(() -> plot.setMaxWidth(80));
        settle();
        assertThat(SvgPen.write(plot.drawing())).contains(">distortion<").doesNotContain("(nats)");
    }

    /** Of a text in a drawing, from above. */
    private static double height(String svg, String text) {
        Matcher matcher = Pattern.compile("y=\"([0-9.]+)\"[^>]*>" + Pattern.quote(text) + "<")
                .matcher(svg);
        assertThat(matcher.find()).as(text).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void savesAllThreeKinds() throws Exception {
        ChartFiles files = new ChartFiles(worker, told::add, (owner, name) -> Optional.of(folder.resolve(name)));
        interact(() -> plot.setFiles(files));
        for (ChartFiles.Kind kind : ChartFiles.Kind.values()) {
            interact(() -> files.save(plot, kind));
        }
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> told.size() == 3).get());
        assertThat(told).allMatch(message -> message.startsWith("Saved "));
        assertThat(Files.readString(folder.resolve("losses.svg")))
                .contains("distortion (nats)")
                .endsWith("</svg>\n");
        assertThat(Files.readAllLines(folder.resolve("losses.csv")))
                .hasSize(1002)
                .startsWith("step,train", "0,500");
        assertThat(folder.resolve("losses.png")).isNotEmptyFile();
    }
}
