package elboroom.app.train;

import atlantafx.base.theme.Styles;
import elboroom.app.chart.ChartFiles;
import elboroom.app.map.KeptSight;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapLayers;
import elboroom.app.map.MapMenu;
import elboroom.app.map.MapPoints;
import elboroom.app.map.MosaicRequest;
import elboroom.app.widget.Figure;
import elboroom.app.widget.Hints;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.measure.Evaluation;
import elboroom.model.Posterior;
import elboroom.raster.Picture;
import elboroom.raster.Pixels;
import elboroom.train.TestLosses;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The latent space forming: the map of the test images, the mosaic of what is decoded, the KL bars and the losses there. */
final class FormingPane extends VBox {
    private final RunModel model;
    private final TimeModel time;
    private final LatentMap map;
    private final KeptSight sight;
    private final KlBars bars = new KlBars();
    private final Label title = new Label();
    private final Figure distortion =
            new Figure("Distortion", "nats", 1, "Of the test images that the map shows, at this moment of the run");
    private final Figure rate =
            new Figure("Rate (KL)", "nats", 1, "Of the test images that the map shows, at this moment of the run");
    private final Figure elbo = new Figure(
            "ELBO",
            "nats",
            1,
            "Evidence lower bound of these test images: −distortion − rate. Higher is better; it is comparable whatever β");
    private final Label active = new Label();

    /**
     * @param drawing draws the map's points off the thread of the window
     * @param files saves pictures
     */
    FormingPane(RunModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files) {
        this.model = model;
        this.time = model.time();
        getStyleClass().add("forming");
        map = new LatentMap(drawing);
        map.setId("forming-map");
        MapMenu.install(map, "Latent space forming", files);
        map.setMinSize(160, 160);
        sight = new KeptSight(map, () -> time.momentProperty().get() != null);
        map.darkProperty().bind(dark);
        map.layers().ellipses().set(false);
        map.setOnPointHovered(this::hover);
        map.setOnMosaicNeeded(this::decodeMosaic);
        VBox.setVgrow(map, Priority.ALWAYS);
        FlowPane figures = new FlowPane(distortion, rate, elbo);
        figures.getStyleClass().add("figures");
        figures.setAlignment(Pos.CENTER_RIGHT);
        figures.setPrefWrapLength(0);
        getChildren().addAll(header(), map, figures, barsTitle(), bars);
        time.momentProperty().addListener(observable -> show());
        time.imagesProperty().addListener(observable -> show());
        model.runProperty().addListener(observable -> map.fitAll());
        show();
    }

    /** The part of the plane that is seen. */
    KeptSight sight() {
        return sight;
    }

    /** The layers of the map. */
    MapLayers layers() {
        return map.layers();
    }

    private HBox header() {
        title.getStyleClass().add("section-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        ToggleButton points = toggle("Points", "points", Styles.LEFT_PILL, "Each test image where the encoder puts it");
        ToggleButton mosaic =
                toggle("Mosaic", "mosaic", Styles.RIGHT_PILL, "What the decoder makes of each place of the map");
        points.selectedProperty().bindBidirectional(map.layers().points());
        mosaic.selectedProperty().bindBidirectional(map.layers().mosaic());
        HBox header = new HBox(title, new HBox(points, mosaic));
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private HBox barsTitle() {
        Label name = new Label("KL per dimension, nats");
        name.getStyleClass().add("caption");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        active.setId("active-units");
        active.getStyleClass().add("caption");
        active.setMinWidth(USE_PREF_SIZE);
        Hints.explain(
                active,
                "active units",
                "Dimensions whose mean varies over the test images by more than 0.01 in variance (Burda 2016): the others have"
                        + " collapsed");
        return new HBox(name, active);
    }

    private static ToggleButton toggle(String text, String name, String place, String explanation) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId("forming-" + name);
        toggle.getStyleClass().addAll(place, Styles.SMALL);
        toggle.setMinWidth(USE_PREF_SIZE);
        return Hints.explain(toggle, "layer " + name, explanation);
    }

    private void show() {
        Moment moment = time.momentProperty().get();
        TestLosses losses = moment == null ? null : moment.snapshot().losses();
        title.setText(moment == null ? "Latent space" : "Step " + Numbers.fixed(moment.step(), 0));
        boolean prior = losses != null && Double.isFinite(losses.rate());
        distortion.setValue(losses == null ? Double.NaN : losses.distortion());
        rate.setValue(losses == null ? Double.NaN : losses.rate());
        elbo.setValue(losses == null ? Double.NaN : losses.elbo());
        active.setText(moment == null ? "" : active(moment));
        bars.show(losses == null ? List.of() : losses.klPerDimension());
        showPoints(moment);
        map.layers().prior().set(prior);
        map.setUnit(prior ? "prior standard deviations" : "");
        map.renewMosaic();
    }

    private void showPoints(@Nullable Moment moment) {
        ImageSet images = time.imagesProperty().get();
        if (moment == null) {
            map.setPoints(MapPoints.NONE);
            return;
        }
        int[] labels = new int[moment.x().length];
        if (images != null) {
            Arrays.setAll(labels, i -> i < images.size() ? images.label(i) : 0);
        }
        map.setXLabel(Numbers.latentName(moment.plane().first()));
        map.setYLabel(Numbers.latentName(moment.plane().second()));
        map.setPoints(new MapPoints(moment.x(), moment.y(), labels, images == null ? List.of() : images.classNames()));
        sight.tryAgain();
    }

    private static String active(Moment moment) {
        Posterior posterior = moment.snapshot().posterior();
        int units = new Evaluation(posterior, new double[0], new double[0]).activeUnits();
        return "%d of %d active".formatted(units, posterior.latentSize());
    }

    private void decodeMosaic(MosaicRequest request) {
        double[] x = new double[request.count()];
        double[] y = new double[request.count()];
        for (int i = 0; i < x.length; i++) {
            x[i] = request.x(i % request.columns());
            y[i] = request.y(i / request.columns());
        }
        RunMatter run = model.runProperty().get();
        if (run != null) {
            ImageShape shape = run.dataset().shape();
            time.decodeGrid(x, y, pixels -> map.showMosaic(request, shape.width(), shape.height(), pixels));
        }
    }

    private void hover(int index) {
        ImageSet set = time.imagesProperty().get();
        if (set == null || index < 0 || index >= set.size()) {
            return;
        }
        ImageShape shape = set.shape();
        float[] image = set.image(index);
        Picture picture = shape.channels() == 3
                ? Pixels.colour(image, shape.width(), shape.height())
                : Pixels.grey(image, shape.width(), shape.height());
        String name = set.classNames().isEmpty() ? "" : set.classNames().get(set.label(index)) + " · ";
        map.setHoverContent(picture, name + "#" + index);
    }
}
