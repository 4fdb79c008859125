package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.LinePlot;
import elboroom.app.chart.Series;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.Numbers;
import elboroom.measure.GradientEstimators.Kind;
import elboroom.train.EstimatorRace;
import elboroom.train.EstimatorRace.Lap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The ELBO of the same network trained by each estimator, as they part, and what each has learnt to draw. */
final class RacePage extends VBox {
    private static final int TILES = 4;

    private final RaceModel model;
    private final Button start = new Button();
    private final Label words = new Label();
    private final Map<Kind, Series> lines = new EnumMap<>(Kind.class);
    private final Map<Kind, Label> numbers = new EnumMap<>(Kind.class);
    private final Map<Kind, List<ImageTile>> tiles = new EnumMap<>(Kind.class);
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
        LinePlot plot = new LinePlot(
                "ELBO by the estimator it was trained with",
                new Axis("steps of training", "", 0),
                new Axis("ELBO of test images", "nats per image", 1));
        plot.setId("chart-race");
        plot.darkProperty().bind(shell.darkProperty());
        plot.setFiles(files);
        plot.expectedEndProperty().set(RaceModel.STEPS);
        plot.setPrefWidth(600);
        plot.setMinWidth(0);
        HBox.setHgrow(plot, Priority.ALWAYS);
        VBox side = new VBox();
        side.getStyleClass().add("race-side");
        for (Kind kind : Kind.values()) {
            Series line = Series.numbered(Estimator.title(kind), kind.ordinal()).exact();
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
        show();
    }

    private VBox runner(Kind kind) {
        Label title = new Label(Estimator.title(kind));
        title.getStyleClass().add("section-title");
        Hints.explain(title, Estimator.title(kind), Estimator.meaning(kind));
        Label number = new Label();
        number.setId("race-" + kind.name().toLowerCase(Locale.ROOT));
        number.getStyleClass().add("caption");
        numbers.put(kind, number);
        List<ImageTile> pictures = new ArrayList<>();
        HBox row = new HBox();
        row.getStyleClass().add("tiles");
        for (int i = 0; i < TILES; i++) {
            ImageTile tile = new ImageTile("", "tile-small");
            pictures.add(tile);
            row.getChildren().add(tile);
        }
        tiles.put(kind, pictures);
        return new VBox(title, number, row);
    }

    private void show() {
        Lap last = model.lapProperty().get();
        boolean running = model.runningProperty().get();
        start.setText(running ? "Stop" : last == null ? "Train with each" : "Again, from other first weights");
        List<Lap> laps = model.laps();
        if (laps.size() < drawn) {
            lines.values().forEach(Series::clear);
            drawn = 0;
        }
        for (; drawn < laps.size(); drawn++) {
            Lap lap = laps.get(drawn);
            lines.forEach((kind, line) -> line.append(lap.step(), elbo(lap, kind)));
        }
        numbers.forEach((kind, number) -> number.setText(
                last == null ? "–" : "ELBO %s nats per image".formatted(Numbers.fixed(elbo(last, kind), 1))));
        tiles.forEach((kind, row) -> {
            for (int i = 0; i < row.size(); i++) {
                row.get(i)
                        .show(
                                last == null ? null : picture(last, kind, i),
                                model.data().shape());
            }
        });
        words.setText(words(last, running));
    }

    private float[] picture(Lap lap, Kind kind, int index) {
        int size = model.data().shape().size();
        float[] all = Objects.requireNonNull(lap.reconstructions().get(kind));
        return Arrays.copyOfRange(all, index * size, (index + 1) * size);
    }

    private static double elbo(Lap lap, Kind kind) {
        return Objects.requireNonNull(lap.elbo().get(kind));
    }

    private String words(@org.jspecify.annotations.Nullable Lap last, boolean running) {
        String setting =
                "One network (%s-%d-%d), %s images of %s, minibatches of %d with %d draws each, Adam at %s: the same first weights, images and noise for all. Only what the encoder's gradient is estimated by differs."
                        .formatted(
                                Numbers.fixed(model.data().shape().size(), 0),
                                EstimatorRace.HIDDEN,
                                EstimatorRace.LATENT,
                                Numbers.fixed(EstimatorRace.IMAGES, 0),
                                model.data().title(),
                                EstimatorRace.BATCH,
                                EstimatorRace.DRAWS,
                                String.valueOf(EstimatorRace.LEARNING_RATE));
        if (last == null) {
            return setting + (running ? " Reading the images…" : "");
        }
        return setting
                + " After %d of %d steps the bare score function is %s nats behind the trick, with the image's own average taken off %s."
                        .formatted(
                                last.step(),
                                RaceModel.STEPS,
                                Numbers.fixed(elbo(last, Kind.PATHWISE) - elbo(last, Kind.SCORE), 1),
                                Numbers.fixed(elbo(last, Kind.PATHWISE) - elbo(last, Kind.SCORE_IMAGE_BASELINE), 1));
    }
}
