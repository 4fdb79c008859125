package elboroom.app.trick;

import elboroom.app.ShellModel;
import elboroom.app.chart.ArrowPlane;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.FlowGraph;
import elboroom.app.chart.Plot;
import elboroom.app.explore.PlaneChoice;
import elboroom.app.map.KeptSight;
import elboroom.app.widget.Formula;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** z = mean + σ·ε as a moving picture, and the way of the gradient. */
final class DrawPage extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /** In em: below this height what can be done without is left out. */
    private static final double ROOMY = 40;

    private final TrickModel trick;
    private final DrawModel model;
    private final Motion motion;
    private final Pills<Way> ways;
    private final Pills<Boolean> held;
    private final ArrowPlane noise = new ArrowPlane("The noise ε", new Axis("ε₁", "", 2), new Axis("", "", 2));
    private final ArrowPlane code =
            new ArrowPlane("The code z near its posterior", new Axis("z", "", 3), new Axis("", "", 3));
    private final FlowGraph graph = new FlowGraph("The way of the gradient");
    private final ImageTile input = new ImageTile("input x", "tile-compact");
    private final ImageTile decoded = new ImageTile("decoded z", "tile-compact");
    private final InputMap map;
    private final Label words = new Label();
    private final Label formula = new Label();
    private final Label likelihood = new Label();
    private final Formula byMean;
    private final Formula byDeviation;

    DrawPage(TrickModel trick, ShellModel shell, Executor drawing, ChartFiles files) {
        this.trick = trick;
        model = trick.draw();
        motion = new Motion(model);
        getStyleClass().add("trick-page");
        ways = new Pills<>(model::choose);
        for (Way way : Way.values()) {
            ways.with(way, "way-" + way.name().toLowerCase(Locale.ROOT), way.title(), way.explanation());
        }
        held = new Pills<Boolean>(this::hold)
                .with(
                        false,
                        "hold-input",
                        "hold the input, draw ε",
                        "The encoder gives the same mean and σ; each new ε gives another z")
                .with(
                        true,
                        "hold-noise",
                        "hold ε, change the input",
                        "Chance stands still: z follows mean and σ, and nothing else. This is what can be differentiated");
        held.show(false);
        byMean = formula("gradient-mean", "by the mean", "of z₁, from this one draw");
        byDeviation = formula("gradient-sigma", "by σ", "of z₁, from this one draw");
        for (Plot plot : List.of(noise, code, graph)) {
            plot.darkProperty().bind(shell.darkProperty());
            plot.setFiles(files);
        }
        noise.setId("noise-plane");
        code.setId("code-plane");
        graph.setId("trick-graph");
        noise.setOnMoved((x, y) -> {
            motion.stop();
            double[] epsilon = model.noise();
            epsilon[first()] = x;
            epsilon[second()] = y;
            model.setNoise(epsilon);
        });
        map = new InputMap(trick, shell.darkProperty(), drawing, files, index -> {
            motion.stop();
            model.chooseImage(index);
        });
        HBox pictures = new HBox();
        pictures.getStyleClass().add("trick-pictures");
        for (Region each : List.of(map.map(), noise, code)) {
            each.setPrefSize(300, 300);
            each.setMinWidth(0);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        VBox.setVgrow(pictures, Priority.ALWAYS);
        HBox bottom = new HBox();
        bottom.getStyleClass().add("trick-bottom");
        bottom.setMinHeight(USE_PREF_SIZE);
        InTurn.fill(
                this,
                () -> getChildren().add(bar()),
                () -> getChildren().addAll(pictures, bottom),
                () -> bottom.getChildren().add(way()),
                () -> bottom.getChildren().add(values()),
                () -> pictures.getChildren().add(noise),
                () -> pictures.getChildren().add(code),
                () -> pictures.getChildren().add(tiles()),
                () -> pictures.getChildren().add(0, map.map()));
        heightProperty()
                .addListener(observable -> pseudoClassStateChanged(
                        COMPACT, getHeight() < ROOMY * words.getFont().getSize()));
        sceneProperty().addListener(observable -> {
            if (getScene() == null) {
                motion.stop();
            }
        });
        model.drawnProperty().addListener(observable -> show());
        model.othersProperty().addListener(observable -> show());
        model.wayProperty().addListener(observable -> show());
        show();
    }

    /** The part of the plane that the map of the inputs shows. */
    KeptSight sight() {
        return map.sight();
    }

    private Formula formula(String id, String name, String meaning) {
        return new Formula(id, name, "nats per unit", 1, meaning, () -> {
            Drawn drawn = model.drawnProperty().get();
            return drawn == null
                    ? "nothing drawn yet"
                    : id.equals("gradient-mean")
                            ? DrawTexts.byMean(model.wayProperty().get(), drawn.draw(), first())
                            : DrawTexts.byDeviation(model.wayProperty().get(), drawn.draw(), first());
        });
    }

    private FlowPane bar() {
        Button step = new Button("Step");
        step.setId("trick-step");
        step.setOnAction(event -> motion.step());
        Hints.explain(step, "Step", "Draws another ε, or takes the next input");
        Button play = new Button();
        play.setId("trick-play");
        play.textProperty().bind(motion.playingProperty().map(playing -> playing ? "Pause" : "Play"));
        play.setOnAction(
                event -> motion.playingProperty().set(!motion.playingProperty().get()));
        Hints.explain(play, "Play", "Takes step after step");
        HBox steps = new HBox(held, step, play);
        steps.getStyleClass().add("trick-steps");
        FlowPane bar = new FlowPane(ways, steps);
        bar.getStyleClass().add("map-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        return bar;
    }

    private VBox tiles() {
        likelihood.getStyleClass().addAll("caption", "trick-likelihood");
        likelihood.setWrapText(true);
        likelihood.setMinHeight(USE_PREF_SIZE);
        VBox tiles = new VBox(input, decoded, likelihood);
        tiles.getStyleClass().add("trick-tiles");
        return tiles;
    }

    private VBox way() {
        words.getStyleClass().addAll("caption", "trick-words");
        words.setId("trick-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.managedProperty().bind(words.visibleProperty());
        graph.setPrefHeight(150);
        graph.setMinHeight(96);
        graph.setMaxHeight(200);
        VBox.setVgrow(graph, Priority.ALWAYS);
        VBox left = new VBox(graph, words);
        left.getStyleClass().add("trick-graph");
        left.setMinWidth(0);
        left.setPrefWidth(600);
        HBox.setHgrow(left, Priority.ALWAYS);
        return left;
    }

    private VBox values() {
        formula.getStyleClass().add("formula-text");
        formula.setId("trick-code");
        formula.setMinHeight(USE_PREF_SIZE);
        HBox numbers = new HBox(byMean, byDeviation);
        numbers.getStyleClass().add("formulas");
        HBox.setHgrow(byMean, Priority.ALWAYS);
        HBox.setHgrow(byDeviation, Priority.ALWAYS);
        VBox right = new VBox(formula, numbers);
        right.getStyleClass().add("trick-values");
        return right;
    }

    boolean holdsNoise() {
        return motion.holdsNoise();
    }

    /** Holds ε and changes the input, or the other way about, at the next step. */
    void hold(boolean noiseHeld) {
        motion.holdNoise(noiseHeld);
        held.show(noiseHeld);
    }

    /** The dimension to the right: the map's own, or the first where the map shows principal components. */
    private int first() {
        PlaneChoice plane = trick.explored().state().plane();
        return plane.principal() || plane.first() >= model.noise().length ? 0 : plane.first();
    }

    private int second() {
        PlaneChoice plane = trick.explored().state().plane();
        int last = model.noise().length - 1;
        return Math.min(last, plane.principal() ? 1 : plane.second());
    }

    private void show() {
        Drawn drawn = model.drawnProperty().get();
        Way way = model.wayProperty().get();
        ways.show(way);
        boolean autoencoder = trick.explored().model().autoencoder();
        words.setText(
                autoencoder
                        ? "A plain autoencoder draws nothing: its z is the code itself. Choose a VAE above to see the trick."
                        : DrawTexts.words(way));
        if (drawn == null) {
            List.of(noise, code).forEach(plane -> plane.show(null));
            graph.setVisible(false);
            input.show(null, trick.explored().model().shape());
            decoded.show(null, trick.explored().model().shape());
            List.of(byMean, byDeviation).forEach(Formula::setUnknown);
            formula.setText("");
            likelihood.setText("");
            return;
        }
        int first = first();
        int second = second();
        noise.setAxes(axis("ε", first, 2), new Axis(axis("ε", second, 2).name() + ", drawn from N(0, I)", "", 2));
        code.setAxes(axis("z", first, 3), new Axis(axis("z", second, 3).name() + ", near the posterior q(z|x)", "", 3));
        noise.show(DrawPictures.noise(drawn.draw(), first, second));
        code.show(DrawPictures.code(drawn.draw(), model.othersProperty().get(), way, first, second));
        graph.setVisible(true);
        graph.show(DrawPictures.graph(way, drawn.draw(), first));
        input.show(drawn.image(), drawn.shape());
        decoded.show(drawn.decoded(), drawn.shape());
        byMean.setValue(way.byMean(drawn.draw(), first));
        byDeviation.setValue(way.byDeviation(drawn.draw(), first));
        formula.setText(
                first == second ? DrawTexts.code(drawn.draw(), first) : DrawTexts.code(drawn.draw(), first, second));
        likelihood.setText("log p(x|z)\n" + Numbers.fixed(drawn.draw().logLikelihood(), 1) + " nats");
    }

    private static Axis axis(String letter, int dimension, int decimals) {
        return new Axis(Numbers.latentName(dimension).replace("z", letter), "", decimals);
    }
}
