package elboroom.app.interpolate;

import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.Line;
import elboroom.app.chart.LinePlot;
import elboroom.app.chart.Series;
import elboroom.app.explore.DrawingPad;
import elboroom.app.map.KeptSight;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.app.widget.InTurn;
import elboroom.app.widget.Later;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageShape;
import elboroom.latent.PathKind;
import elboroom.latent.PathTable;
import elboroom.raster.Film;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Interpolate tab: the map with the ways, the stops, film strips, and how evenly the image changes. */
final class InterpolateView extends BorderPane {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** In em of a caption: below this width, what is beside the map takes less. */
    private static final double ROOMY = 91;

    private final InterpolateModel model;
    private final ImageTile here = new ImageTile("decoded here", "tile-large");
    private final Later<DrawingPad> pad;

    private final Label hereWords = new Label();
    private final Slider slider = new Slider(0, 1, 0);
    private final Button play = new Button("Play", new FontIcon(Feather.PLAY));
    private final Player player;
    private final Later<TripMap> map;
    private final Later<StopsBar> stops;
    private final LinePlot steps = new LinePlot(
            "How far the image moves from each point to the next",
            new Axis("share of the way", "%", 0),
            new Axis("step of the image", Kinds.UNIT, 2));
    private final Map<PathKind, Series> curves = new EnumMap<>(PathKind.class);

    InterpolateView(InterpolateModel model, ShellModel shell, Executor drawing, ChartFiles files) {
        this.model = model;
        player = new Player(model);
        getStyleClass().add("interpolate-tab");
        for (PathKind kind : PathKind.values()) {
            Series curve = new Series(Kinds.title(kind), new Line(Kinds.argb(kind), 1.8, Line.Dash.SOLID)).exact();
            curves.put(kind, curve);
            steps.series().add(curve);
        }
        steps.setId("chart-image-steps");
        steps.darkProperty().bind(shell.darkProperty());
        steps.setFiles(files);
        steps.setMinHeight(112);
        steps.setPrefHeight(160);
        VBox.setVgrow(steps, Priority.ALWAYS);
        slider.setId("way-position");
        slider.setAccessibleText("how far along the way");
        slider.valueProperty().addListener(observable -> model.walkTo(slider.getValue()));
        play.setId("way-play");
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(event -> play());
        hereWords.setId("here-words");
        hereWords.getStyleClass().add("caption");
        hereWords.setWrapText(true);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox transport = new HBox(play, slider);
        transport.getStyleClass().add("transport");
        transport.setAlignment(Pos.CENTER_LEFT);
        stops = new Later<>(() -> new StopsBar(model));
        VBox right = new VBox();
        right.getStyleClass().add("choices");
        HBox.setHgrow(right, Priority.ALWAYS);
        pad = new Later<>(
                () -> new DrawingPad(strokes -> model.draw(model.heldProperty().get(), strokes), model::endGesture));
        VBox left = new VBox(here, hereWords);
        left.getStyleClass().add("here");
        HBox top = new HBox();
        top.getStyleClass().add("top");
        VBox side = new VBox(top);
        side.getStyleClass().add("interpolate-side");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "interpolate-scroll");
        map = new Later<>(() -> new TripMap(model, shell.darkProperty(), drawing, files));
        InTurn.fill(
                this,
                () -> setRight(scroll),
                () -> setCenter(map.get().node()),
                () -> top.getChildren().addAll(left, right),
                () -> right.getChildren().add(stops.get()),
                () -> left.getChildren().add(1, drawnInstead()),
                () -> right.getChildren().add(new AttributeBar(model)),
                () -> side.getChildren().add(transport),
                () -> transport.getChildren().add(saving(files)),
                () -> side.getChildren().add(new WaysPane(model, drawing)),
                () -> side.getChildren().add(steps));
        model.tripProperty().addListener(observable -> drawn());
        model.heldProperty().addListener(observable -> drawn());
        model.waysProperty().addListener(observable -> curves());
        model.waysProperty().addListener(observable -> stand());
        model.kindProperty().addListener(observable -> stand());
        model.positionProperty().addListener(observable -> stand());
        shell.tabProperty().addListener((observable, was, is) -> pause());
        sceneProperty().addListener((observable, was, is) -> pause());
        widthProperty()
                .addListener(observable -> pseudoClassStateChanged(
                        NARROW, getWidth() < ROOMY * hereWords.getFont().getSize()));
        curves();
        stand();
    }

    /** The pad, in place of the decoded image while a stop is drawn. */
    private DrawingPad drawnInstead() {
        DrawingPad made = pad.get();
        made.visibleProperty().bind(stops.get().drawingProperty());
        made.managedProperty().bind(made.visibleProperty());
        here.visibleProperty().bind(made.visibleProperty().not());
        here.managedProperty().bind(here.visibleProperty());
        return made;
    }

    /** The part of the plane that the map shows. */
    KeptSight sight() {
        return map.get().sight();
    }

    /** What is in the hand. */
    InterpolateTab.Hand hand() {
        return new InterpolateTab.Hand(model.heldProperty().get(), stops.get().isDrawing());
    }

    void take(InterpolateTab.Hand hand) {
        model.take(hand.stop());
        stops.get().draw(hand.drawing());
    }

    private void play() {
        if (player.isRunning()) {
            pause();
        } else {
            player.start();
            play.setText("Pause");
            play.setGraphic(new FontIcon(Feather.PAUSE));
        }
    }

    private void pause() {
        player.stop();
        play.setText("Play");
        play.setGraphic(new FontIcon(Feather.PLAY));
    }

    private void stand() {
        slider.setValue(model.positionProperty().get());
        Way way = model.way();
        if (way == null) {
            here.show(null, model.explored().model().shape());
            hereWords.setText("");
            return;
        }
        int frame = model.frame(way);
        here.show(way.image(frame), model.explored().model().shape());
        StringBuilder words = new StringBuilder(Kinds.title(way.kind()));
        words.append(" · ")
                .append(Numbers.fixed(100 * model.positionProperty().get(), 0))
                .append("%");
        double[] z = way.path().point(frame);
        for (int j = 0; j < Math.min(2, z.length); j++) {
            words.append('\n').append(Numbers.latentName(j)).append(" = ").append(Numbers.fixed(z[j], 2));
        }
        hereWords.setText(words.toString());
    }

    private void drawn() {
        pad.get().show(model.strokes(model.heldProperty().get()));
    }

    private void curves() {
        curves.forEach((kind, curve) -> {
            Way way = model.waysProperty().get().get(kind);
            if (way == null) {
                curve.clear();
                return;
            }
            int count = way.steps().length;
            double[] x = new double[count];
            double[] y = new double[count];
            // A first geodesic of fewer points takes longer steps: as long as if it had all its points.
            int full = model.tripProperty().get().legs() * (WaysModel.PER_LEG - 1);
            for (int i = 0; i < count; i++) {
                x[i] = 100 * (i + 0.5) / count;
                y[i] = way.steps()[i] * count / full;
            }
            curve.set(x, y);
        });
    }

    private MenuButton saving(ChartFiles files) {
        MenuItem film = new MenuItem("Save film (GIF)…");
        film.setId("way-gif");
        film.setOnAction(event -> save(files, "way.gif"));
        MenuItem strip = new MenuItem("Save strip (PNG)…");
        strip.setId("way-png");
        strip.setOnAction(event -> save(files, "way.png"));
        MenuItem numbers = new MenuItem("Save numbers (CSV)…");
        numbers.setId("way-csv");
        numbers.setOnAction(event -> save(files, "way.csv"));
        MenuItem copy = new MenuItem("Copy strip as a picture");
        copy.setId("way-copy");
        copy.setOnAction(event -> copy(files));
        MenuButton button = new MenuButton("Save", new FontIcon(Feather.DOWNLOAD), copy, film, strip, numbers);
        button.setId("way-save");
        button.setMinWidth(USE_PREF_SIZE);
        return Hints.explain(button, "Save the way", "Saves what the chosen way decodes as a film, a strip or numbers");
    }

    private void copy(ChartFiles files) {
        Way way = model.way();
        if (way != null) {
            ImageShape shape = model.explored().model().shape();
            Film film = new Film(way.images(), way.count(), shape.width(), shape.height());
            files.copyPicture("strip of the way", film::strip);
        }
    }

    private void save(ChartFiles files, String name) {
        Way way = model.way();
        if (way == null) {
            return;
        }
        ImageShape shape = model.explored().model().shape();
        Film film = new Film(way.images(), way.count(), shape.width(), shape.height());
        files.saveFile(getScene().getWindow(), name, stream -> {
            if (name.endsWith(".gif")) {
                film.writeGif(stream);
            } else if (name.endsWith(".png")) {
                film.writeStrip(stream);
            } else {
                stream.write(PathTable.csv(way.path(), way.steps()).getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
