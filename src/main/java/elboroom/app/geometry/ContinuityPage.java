package elboroom.app.geometry;

import atlantafx.base.theme.Styles;
import elboroom.app.ShellModel;
import elboroom.app.chart.Axis;
import elboroom.app.chart.ChartFiles;
import elboroom.app.chart.HistogramPlot;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.MapContent;
import elboroom.app.explore.Scatter;
import elboroom.app.map.KeptSight;
import elboroom.app.map.MapEllipse;
import elboroom.app.widget.DirectScroll;
import elboroom.app.widget.Formula;
import elboroom.app.widget.Hints;
import elboroom.app.widget.InTurn;
import elboroom.measure.Histogram;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How much the image changes for a small step: a map, what is usual under the prior, and the marker's two directions. */
final class ContinuityPage extends BorderPane implements Sighted {
    private static final int INTERVALS = 24;

    private final GeometryModel geometry;
    private final ContinuityModel model;
    private final PlaneMap plane;
    private final Map<Stretch, ToggleButton> buttons = new EnumMap<>(Stretch.class);
    private final HistogramPlot usual = new HistogramPlot("Stretch at samples of the prior", "samples");
    private final Formula median;
    private final Formula p95;
    private final DirectionsPane directions;
    /** Of these ranks and this stretch; kept while the marker is dragged. */
    private @Nullable Histogram counted;

    private @Nullable Ranks countedRanks;
    private @Nullable Stretch countedStretch;

    ContinuityPage(GeometryModel geometry, ShellModel shell, Executor drawing, ChartFiles files) {
        this.geometry = geometry;
        model = geometry.continuity();
        ContinuityTexts texts = new ContinuityTexts(geometry);
        getStyleClass().add("geometry-page");
        plane = new PlaneMap("stretch-map", geometry, model, shell.darkProperty(), drawing);
        directions = new DirectionsPane(geometry, texts);
        median = new Formula(
                "median-stretch", "Median", "", 1, "Half of the samples lie below.", () -> texts.usual(0.5));
        p95 = new Formula(
                "p95-stretch", "95th percentile", "", 1, "One sample in twenty lies above.", () -> texts.usual(0.95));
        usual.setId("chart-stretch");
        usual.darkProperty().bind(shell.darkProperty());
        usual.setFiles(files);
        usual.setPrefHeight(150);
        usual.setMinHeight(120);
        usual.setMaxHeight(240);
        VBox.setVgrow(usual, Priority.ALWAYS);
        HBox numbers = new HBox(median, p95);
        numbers.getStyleClass().add("formulas");
        numbers.getChildren().forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        median.setPrefWidth(200);
        p95.setPrefWidth(200);
        VBox side = new VBox();
        side.getStyleClass().add("geometry-side");
        side.setMinWidth(0);
        DirectScroll scroll = new DirectScroll(side);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("geometry-scroll");
        VBox left = new VBox();
        left.getStyleClass().add("geometry-main");
        VBox.setVgrow(plane.heatMap(), Priority.ALWAYS);
        setCenter(left);
        InTurn.fill(
                this,
                () -> {
                    left.getChildren().add(bar(files));
                    showStretch();
                },
                () -> left.getChildren().add(plane.heatMap()),
                () -> setRight(scroll),
                () -> side.getChildren().add(numbers),
                () -> side.getChildren().add(usual),
                () -> side.getChildren().add(directions));
        listen();
        showStretch();
        showPoints();
    }

    /** Whether the codes are drawn over the map. */
    boolean showsCodes() {
        return plane.map().layers().points().get();
    }

    void showCodes(boolean on) {
        plane.map().layers().points().set(on);
    }

    @Override
    public KeptSight sight() {
        return plane.sight();
    }

    private FlowPane bar(ChartFiles files) {
        ToggleGroup group = new ToggleGroup();
        HBox switches = new HBox();
        switches.setAlignment(Pos.CENTER_LEFT);
        for (Stretch stretch : Stretch.values()) {
            ToggleButton button = new ToggleButton(stretch.shortSymbol());
            button.setId("stretch-" + stretch.ordinal());
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            // Its underscore is no key.
            button.setMnemonicParsing(false);
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            stretch.ordinal() == 0
                                    ? Styles.LEFT_PILL
                                    : stretch.ordinal() == Stretch.values().length - 1
                                            ? Styles.RIGHT_PILL
                                            : Styles.CENTER_PILL);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.choose(stretch);
            });
            buttons.put(stretch, Hints.explain(button, stretch.title(), stretch.meaning()));
            switches.getChildren().add(button);
        }
        CheckBox codes = new CheckBox("codes");
        codes.setId("stretch-codes");
        codes.selectedProperty().bindBidirectional(plane.map().layers().points());
        Hints.explain(codes, "codes", "Shows the codes of the images over the map; point at one to see its image");
        FlowPane bar = new FlowPane(switches, codes, MapFiles.button(plane, "stretch-map", files), plane.reading());
        bar.getStyleClass().add("map-bar");
        bar.setMinHeight(USE_PREF_SIZE);
        return bar;
    }

    private void listen() {
        model.heatProperty()
                .addListener(
                        observable -> plane.heatMap().show(model.heatProperty().get()));
        model.stretchProperty().addListener(observable -> showStretch());
        model.ranksProperty().addListener(observable -> showRanks());
        model.pointProperty().addListener(observable -> showPoint());
        ExploreModel explore = geometry.explored();
        explore.scatterProperty().addListener(observable -> showPoints());
        plane.map()
                .setOnPointHovered(index ->
                        MapContent.hover(plane.map(), explore.imagesProperty().get(), index, explore.colour()));
        plane.map().setOnPointSelected(explore::select);
    }

    private void showPoints() {
        Scatter scatter = geometry.explored().scatterProperty().get();
        MapContent.points(plane.map(), scatter);
    }

    private void showStretch() {
        Stretch stretch = model.stretchProperty().get();
        buttons.forEach((each, button) -> button.setSelected(each == stretch));
        plane.setDecimals(stretch.decimals());
        showRanks();
    }

    private void showRanks() {
        Ranks ranks = model.ranksProperty().get();
        Stretch stretch = model.stretchProperty().get();
        Ground ground = geometry.groundProperty().get();
        if (ranks == null || ground == null) {
            median.setUnknown();
            p95.setUnknown();
            usual.show(null, -1);
        } else {
            String unit = stretch.unit(ground.model().autoencoder());
            median.setUnit(unit);
            p95.setUnit(unit);
            median.setValue(ranks.percentile(stretch, 0.5), stretch.decimals());
            p95.setValue(ranks.percentile(stretch, 0.95), stretch.decimals());
            usual.setAxis(new Axis(stretch.symbol(), unit, stretch.decimals()));
        }
        showPoint();
    }

    private Histogram histogram(Ranks ranks, Stretch stretch) {
        Histogram known = counted;
        if (known == null || ranks != countedRanks || stretch != countedStretch) {
            // The tail beyond the 99th percentile would press all else into a corner.
            double[] values = ranks.of(stretch);
            known = Histogram.of(Arrays.copyOf(values, Math.max(1, (int) (0.99 * values.length))), INTERVALS);
            counted = known;
            countedRanks = ranks;
            countedStretch = stretch;
        }
        return known;
    }

    private void showPoint() {
        Ranks ranks = model.ranksProperty().get();
        Stretch stretch = model.stretchProperty().get();
        PointStretch point = model.pointProperty().get();
        directions.show(point, stretch, ranks);
        plane.map().ellipses().clear();
        if (ranks == null || point == null) {
            return;
        }
        Histogram histogram = histogram(ranks, stretch);
        int interval = (int) Math.floor((point.value(stretch) - histogram.start()) / histogram.width());
        usual.show(histogram, Math.max(0, Math.min(histogram.counts().length - 1, interval)));
        double[] ellipse = point.ellipse(
                DirectionsPane.distance(ranks, geometry.groundProperty().get()));
        if (ellipse != null) {
            plane.map()
                    .ellipses()
                    .setAll(List.of(new MapEllipse(
                            plane.map().getMarker().getX(),
                            plane.map().getMarker().getY(),
                            ellipse[0],
                            ellipse[1],
                            ellipse[2],
                            MapEllipse.Kind.APPROXIMATE)));
        }
    }
}
