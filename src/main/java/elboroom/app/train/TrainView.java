package elboroom.app.train;

import elboroom.app.chart.ChartFiles;
import elboroom.app.train.SideModel.Side;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Train tab: the form or the runs on the left, the curves in the middle, the latent space beside them, time below. */
final class TrainView extends BorderPane {
    private static final double FORMING_SHARE = 0.34;

    private final TrainModel model;
    private final SetupPane setup;
    private final RunsPane runs;
    private final CurvesPane curves;
    private final FormingPane forming;

    /**
     * Makes the tab.
     *
     * @param dark whether the dark theme is on
     * @param drawing draws the map's points off the thread of the window
     * @param files saves charts
     */
    TrainView(TrainModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files) {
        this.model = model;
        getStyleClass().add("train");
        getStylesheets()
                .add(Objects.requireNonNull(TrainView.class.getResource("train.css"))
                        .toExternalForm());
        setup = new SetupPane(model.setup(), model::start);
        runs = new RunsPane(model.runs());
        setLeft(side());
        curves = new CurvesPane(model.run().time(), dark, files);
        forming = new FormingPane(model.run(), dark, drawing, files);
        setCenter(middle());
    }

    private StackPane side() {
        StackPane side = new StackPane(setup, runs);
        side.getStyleClass().add("side");
        model.side().sideProperty().addListener(observable -> showSide(side));
        showSide(side);
        return side;
    }

    private void showSide(Node side) {
        Side shown = model.side().sideProperty().get();
        shown(side, shown != Side.NONE);
        shown(setup, shown == Side.SETUP);
        shown(runs, shown == Side.RUNS);
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** What is seen of the run. */
    TrainTab.Look look() {
        return new TrainTab.Look(
                curves.seen(),
                forming.sight().now(),
                forming.layers().points().get(),
                forming.layers().mosaic().get());
    }

    void look(TrainTab.Look kept) {
        curves.see(kept.epochs());
        forming.sight().show(kept.map());
        forming.layers().points().set(kept.points());
        forming.layers().mosaic().set(kept.mosaic());
    }

    /** What has to be known stands above the curves only: the form and the list of runs stay where they are under the pointer. */
    private VBox middle() {
        StackPane page = page();
        VBox.setVgrow(page, Priority.ALWAYS);
        return new VBox(new NoticeBar(model), page);
    }

    private StackPane page() {
        RunModel run = model.run();
        HBox.setHgrow(curves, Priority.ALWAYS);
        HBox both = new HBox(curves, forming);
        VBox.setVgrow(both, Priority.ALWAYS);
        forming.prefWidthProperty().bind(both.widthProperty().multiply(FORMING_SHARE));
        StepPane step = new StepPane(run::closeStep);
        VBox page = new VBox(both, step, new TransportBar(run));
        page.getStyleClass().add("run-page");
        run.stepProperty().addListener((observable, was, is) -> {
            RunMatter matter = run.runProperty().get();
            shown(step, is != null);
            if (matter != null) {
                step.show(is, matter.dataset().shape());
            }
        });
        shown(step, false);
        run.dataProperty().addListener((observable, was, is) -> curves.show(is));
        model.runs().comparisons().drawnProperty().addListener((observable, was, is) -> curves.compare(is));
        PresetsPane presets = new PresetsPane(model::setUp, model::start);
        presets.visibleProperty().bind(Bindings.isNull(run.runProperty()));
        page.visibleProperty().bind(presets.visibleProperty().not());
        return new StackPane(page, presets);
    }
}
