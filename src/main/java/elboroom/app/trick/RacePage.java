package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.ChartTheme;
import elboroom.app.chart.Line;
import elboroom.app.chart.LinePlot;
import elboroom.app.chart.Reference;
import elboroom.app.chart.Series;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageShape;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.train.EstimatorRace;
import elboroom.train.EstimatorRace.Lap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The ELBO of the same network trained by each estimator, as they part, and what each has learnt to draw. */
final class RacePage extends VBox {
    private static final int TILES = 4;
    /** Of the classes' colours, four that are seen on black as well as on white. */
    private static final int[] COLOURS = {0, 1, 4, 3};

    private static final String TRAIN = "Train with each";
    private static final String NOT_BEGUN =
            "Press “%s” to see a line for each estimator:\nthe ELBO of test images against the steps of training"
                    .formatted(TRAIN);

    private final RaceModel model;
    private final Button start = new Button();
    private final Label words = new Label();
    private final Map<Kind, Series> lines = new EnumMap<>(Kind.class);
    private final Map<Kind, Label> numbers = new EnumMap<>(Kind.class);
    private final Map<Kind, List<ImageTile>> tiles = new EnumMap<>(Kind.class);
    private final List<ImageTile> inputs;
    private final LinePlot plot = new LinePlot(
            "ELBO by the estimator it was trained with",
            new Axis("steps of training", "", 0),
            new Axis("ELBO of test images", "nats per image", 1));
    private int drawn;

    RacePage(TrickModel trick, ShellModel shell, ChartFiles files) {
        model = trick.race();
        getStyleClass().add("trick-page");
        start.setId("race-start");
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(event -> {
            if (model.runningProperty().get()) {
                model.stop();
            } else {
                model.start();
            }
        });
        Hints.explain(start, "train with each", "Trains the same small network once by each estimator");
        words.setId("race-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        plot.setId("chart-race");
        plot.darkProperty().bind(shell.darkProperty());
        plot.setFiles(files);
        plot.setPrefWidth(600);
        plot.setMinWidth(0);
        HBox.setHgrow(plot, Priority.ALWAYS);
        VBox side = new VBox();
        side.getStyleClass().add("race-side");
        inputs = tiles();
        side.getChildren().add(row("Test images", inputs));
        for (Kind kind : Kind.values()) {
            int n = kind.ordinal();
            Line look = new Line(ChartTheme.colour(COLOURS[n]), 1.6, Line.Dash.values()[n]);
            Series line = new Series(Estimator.title(kind), look).exact();
            lines.put(kind, line);
            plot.series().add(line);
            side.getChildren().add(runner(kind));
        }
        HBox both = new HBox(plot, side);
        both.getStyleClass().add("trick-pictures");
        VBox.setVgrow(both, Priority.ALWAYS);
        FlowPane bar = new FlowPane(start);
        bar.getStyleClass().add("map-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(bar, words, both);
        model.lapProperty().addListener(observable -> show());
        model.runningProperty().addListener(observable -> show());
        trick.explored()
                .stateProperty()
                .addListener(observable -> words.setText(
                        words(model.lapProperty().get(), model.runningProperty().get())));
        show();
    }

    private VBox runner(Kind kind) {
        Label number = new Label();
        number.setId("race-" + kind.name().toLowerCase(Locale.ROOT));
        number.getStyleClass().add("race-number");
        number.setMinWidth(USE_PREF_SIZE);
        numbers.put(kind, number);
        List<ImageTile> pictures = tiles();
        tiles.put(kind, pictures);
        VBox runner = row(Estimator.title(kind), pictures);
        ((HBox) runner.getChildren().get(0)).getChildren().add(number);
        Hints.explain(runner, Estimator.title(kind), Estimator.meaning(kind));
        return runner;
    }

    private static List<ImageTile> tiles() {
        return Stream.generate(() -> new ImageTile("", "tile-small"))
                .limit(TILES)
                .toList();
    }

    private static VBox row(String words, List<ImageTile> pictures) {
        Label title = new Label(words);
        title.getStyleClass().add("race-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox row = new HBox();
        row.getStyleClass().add("tiles");
        row.getChildren().addAll(pictures);
        VBox box = new VBox(new HBox(title), row);
        box.getStyleClass().add("race-row");
        return box;
    }

    private void show() {
        Lap last = model.lapProperty().get();
        boolean running = model.runningProperty().get();
        start.setText(running ? "Stop" : last == null ? TRAIN : "Again, from other first weights");
        List<Lap> laps = model.laps();
        if (laps.size() < drawn) {
            lines.values().forEach(Series::clear);
            drawn = 0;
        }
        for (; drawn < laps.size(); drawn++) {
            Lap lap = laps.get(drawn);
            lines.forEach((kind, line) -> line.append(lap.step(), elbo(lap, kind)));
        }
        plot.absenceProperty().set(last != null ? "" : running ? "Reading the images…" : NOT_BEGUN);
        plot.expectedEndProperty().set(model.steps());
        if (last != null) {
            plot.references().setAll(new Reference(last.ignoring(), "a decoder that ignores z:"));
            // Whatever z is good for happens above that line; the way up to it would leave it no room.
            plot.leastProperty().set(1.15 * last.ignoring());
        }
        numbers.forEach((kind, number) ->
                number.setText(last == null ? "–" : Numbers.fixed(elbo(last, kind), 1) + " nats"));
        show(inputs, last == null ? null : last.inputs());
        tiles.forEach((kind, row) ->
                show(row, last == null ? null : last.reconstructions().get(kind)));
        words.setText(words(last, running));
    }

    private void show(List<ImageTile> row, float @Nullable [] all) {
        ImageShape shape = model.data().shape();
        for (int i = 0; i < row.size(); i++) {
            int from = i * shape.size();
            boolean known = all != null && from < all.length;
            row.get(i).show(known ? Arrays.copyOfRange(all, from, from + shape.size()) : null, shape);
        }
    }

    private static double elbo(Lap lap, Kind kind) {
        return Objects.requireNonNull(lap.elbo().get(kind));
    }

    private String words(@Nullable Lap last, boolean running) {
        EstimatorRace.Setup setup = EstimatorRace.Setup.USUAL;
        int size = model.data().shape().size();
        String setting =
                "The same small network (%d-%d-%d-%d-%d) learns four times from the first %s images of %s: same first weights, same images in the same order, same noise, %d draws of each image. Only how the encoder's gradient is estimated differs."
                        .formatted(
                                size,
                                setup.hidden(),
                                EstimatorRace.LATENT,
                                setup.hidden(),
                                size,
                                Numbers.fixed(
                                        Math.min(setup.images(), model.data().size()), 0),
                                model.data().title(),
                                setup.draws());
        if (last == null) {
            return setting + (running ? " Reading the images…" : "");
        }
        double bare = elbo(last, Kind.PATHWISE) - elbo(last, Kind.SCORE);
        double own = elbo(last, Kind.PATHWISE) - elbo(last, Kind.SCORE_IMAGE_BASELINE);
        return setting
                + " After %d of %d steps the bare score function is %s the trick; with the image's own average taken off, %s it."
                        .formatted(last.step(), model.steps(), behind(bare), behind(own));
    }

    private static String behind(double nats) {
        return "%s nats %s".formatted(Numbers.fixed(Math.abs(nats), 1), nats < 0 ? "ahead of" : "behind");
    }
}
