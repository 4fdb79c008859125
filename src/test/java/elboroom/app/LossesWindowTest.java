package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.chart.HistogramPlot;
import elboroom.app.chart.PlanePlot;
import elboroom.app.widget.ImageTile;
import elboroom.data.ImageShape;
import elboroom.measure.Collapse;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.VaeConfig;
import elboroom.train.RunDescription;
import elboroom.train.RunFolder;
import elboroom.train.RunStore;
import elboroom.train.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Losses tab in the real window, on models that come along. */
final class LossesWindowTest extends WindowTest {
    @TempDir
    private static Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, folder, "losses");
    }

    private double number(String id) {
        return Double.parseDouble(text("number-" + id).replace('−', '-'));
    }

    private void page(String name) {
        interact(lookup("#page-" + name).queryAs(ToggleButton.class)::fire);
    }

    @Test
    void theTwoLossesAreThoseOfTheCardAndTheirFormulaShowsThem() throws Exception {
        open("mnist-beta-4-10d");
        assertThat(number("distortion")).isCloseTo(119.1, within(0.3));
        assertThat(number("rate")).isCloseTo(7.5, within(0.1));
        assertThat(number("elbo")).isCloseTo(-number("distortion") - number("rate"), within(0.11));
        assertThat(number("objective")).as("β = 4").isCloseTo(number("distortion") + 4 * number("rate"), within(0.3));
        interact(lookup("#formula-objective").queryAs(Button.class)::fire);
        assertThat(text("formula-text")).contains("distortion + β · rate", "4.00");
    }

    @Test
    void aCollapsedModelIsCalledThatAndItsTableCanBeSorted() throws Exception {
        open("mnist-beta-20-10d");
        page("collapse");
        assertThat(text("verdict")).startsWith("1 of 10 dimensions carries information");
        assertThat(lookup("#advice").lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText))
                .anyMatch(tip -> tip.startsWith("Try: Lower β"))
                .anyMatch(tip -> tip.startsWith("Try: Warm up"));
        @SuppressWarnings("unchecked")
        TableView<Collapse.Dimension> table = lookup("#collapse-table").queryAs(TableView.class);
        interact(() -> {
            table.getColumns().get(1).setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(java.util.List.of(table.getColumns().get(1)));
        });
        assertThat(table.getItems()).hasSize(10);
        assertThat(table.getItems().get(0).active()).isTrue();
        assertThat(table.getItems().get(0).kl())
                .isGreaterThan(table.getItems().get(9).kl());
        interact(() -> table.getSelectionModel().select(0));
        assertThat(text("dimension-title")).isEqualTo("z₅: active");
        assertThat(text("dimension-kl")).matches("average of .* = ½ \\(.*\\) = 0\\.410 nats");
        assertThat(text("dimension-variance")).endsWith("= 0.5310: active, above 0.01");
        assertThat(text("dimension-below")).startsWith("0 of 10,000 images");
    }

    @Test
    void aRunsPointOnThePlaneOpensTheRunAndAModelsPointTheModel() throws Exception {
        RunFolder kept = new RunStore(folder.resolve("runs"))
                .create(new RunDescription(
                        "mnist",
                        0,
                        "My own run",
                        new TrainingPlan(
                                new VaeConfig(
                                        ImageShape.MNIST,
                                        new Architecture.Mlp(List.of(8)),
                                        2,
                                        Likelihood.BERNOULLI,
                                        1,
                                        0,
                                        false,
                                        0),
                                1,
                                32,
                                1e-3)));
        kept.close();
        // Less rate than any model, so that it is the first from the left.
        Files.writeString(kept.folder().resolve("history.csv"), """
                split,step,count,distortion,rate,elbo,objective,beta,learning_rate,kl_1,kl_2
                test,0,500,543.2,0.3,-543.5,,,,0.1,0.2
                test,9,500,207.0,0.0,-207.0,,,,0.0,0.0
                """);
        open("mnist-vae-2d");
        interact(room.train().runs()::refresh);
        page("models");
        settle();
        PlanePlot plane = lookup("#chart-plane").queryAs(PlanePlot.class);
        assertThat(plane.getAccessibleHelp()).contains("My own run: rate 0.0 nats per image, distortion 207.0 nats");
        interact(plane::requestFocus);
        press(KeyCode.LEFT).release(KeyCode.LEFT);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        settle();
        assertThat(room.explore().model().name())
                .as("the last from the left has the most rate")
                .isEqualTo("mnist-beta-0.1-10d");
        interact(plane::requestFocus);
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        settle();
        assertThat(room.shell().tabProperty().get()).isEqualTo("train");
        assertThat(text("run-title")).isEqualTo("My own run");
    }

    @Test
    void theWorstImageIsExploredByAClick() throws Exception {
        open("mnist-vae-2d");
        page("images");
        settle();
        assertThat(text("images-shown")).isEqualTo("The worst images");
        int index = cards().get(0);
        clickOn("#image-" + index);
        settle();
        assertThat(room.shell().tabProperty().get()).isEqualTo("explore");
        assertThat(room.explore().state().selected()).isEqualTo(index);
    }

    @Test
    void aBarsImagesAreShownBesideTheirReconstructionsAndCanBeLeafedThrough() throws Exception {
        open("mnist-vae-2d");
        page("images");
        settle();
        HistogramPlot bars = lookup("#chart-images").queryAs(HistogramPlot.class);
        interact(bars::requestFocus);
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        settle();
        assertThat(text("images-shown")).isEqualTo("1 image with an ELBO of −720 to −700 nats");
        press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(text("images-shown")).as("there is none before").startsWith("1 image");
        List<ImageTile> tiles = List.copyOf(
                lookup("#image-" + cards().get(0)).lookup(".image-tile").queryAllAs(ImageTile.class));
        assertThat(tiles).hasSize(3);
        float[] x = pixels(tiles.get(0));
        float[] decoded = pixels(tiles.get(1));
        float[] difference = pixels(tiles.get(2));
        double off = 0;
        for (int i = 0; i < x.length; i++) {
            assertThat(difference[i]).isCloseTo(Math.abs(x[i] - decoded[i]), within(1e-6f));
            off += difference[i];
        }
        assertThat(off / x.length).as("the worst of all is far off").isGreaterThan(0.1);

        interact(lookup("#images-best").queryAs(ToggleButton.class)::fire);
        List<Integer> first = cards();
        assertThat(text("images-range")).isEqualTo("1–%d of 10,000".formatted(first.size()));
        interact(lookup("#images-on").queryAs(Button.class)::fire);
        settle();
        assertThat(cards()).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
    }

    private List<Integer> cards() {
        return lookup(".image-card").queryAll().stream()
                .map(card -> Integer.parseInt(String.valueOf(card.getId()).substring("image-".length())))
                .toList();
    }

    private static float[] pixels(ImageTile tile) {
        return Objects.requireNonNull(tile.pixels());
    }

    @Test
    void anAutoencoderHasNoRateAndSaysSo() throws Exception {
        open("mnist-ae-2d");
        assertThat(text("number-rate")).isEqualTo("none");
        assertThat(number("distortion")).isCloseTo(133.2, within(0.2));
        page("images");
        settle();
        interact(lookup("#chart-images").queryAs(HistogramPlot.class)::requestFocus);
        press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(text("images-shown")).isEqualTo("1 image with a negative distortion of −30 to −20 nats");
    }

    @Test
    void besideALessonTheLensStaysWithinItsPage() throws Exception {
        open("mnist-vae-10d");
        Region page = (Region) lookup(".lens-pane").query().getParent();
        for (double width : new double[] {1100, 840, 700}) {
            interact(() -> {
                page.setMaxWidth(width);
                page.getScene().getRoot().layout();
            });
            settle();
            assertThat(page.getWidth()).isLessThanOrEqualTo(width);
            double edge = page.getWidth() - page.getInsets().getRight();
            List<Node> bars = List.copyOf(lookup(".share-bar").queryAll());
            assertThat(bars).hasSize(3);
            for (Node bar : bars) {
                double right = page.sceneToLocal(bar.localToScene(bar.getLayoutBounds()))
                        .getMaxX();
                assertThat(right).as("of a bar in %.0f pixels", width).isLessThanOrEqualTo(edge + 0.5);
            }
        }
    }

    @Test
    void theAutoencoderBesideTheVaeIsOneClickAway() throws Exception {
        open("mnist-vae-2d");
        interact(lookup("#losses-pair").queryAs(Button.class)::fire);
        settle();
        assertThat(room.shell().tabProperty().get()).isEqualTo("compare");
    }
}
