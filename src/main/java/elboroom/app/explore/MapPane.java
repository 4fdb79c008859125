package elboroom.app.explore;

import atlantafx.base.theme.Styles;
import elboroom.app.map.ClassLegend;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapEllipse;
import elboroom.app.map.MapPoints;
import elboroom.app.map.MosaicRequest;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.Numbers;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.raster.Picture;
import elboroom.raster.Pixels;
import elboroom.raster.Viewport;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The latent map with its layers, plane and legend, tied to the state in both directions. */
final class MapPane extends BorderPane {
    private final ExploreModel model;
    private final LatentMap map;
    private final ClassLegend legend;
    private final Map<Layer, ToggleButton> toggles = new EnumMap<>(Layer.class);
    /** Set while the map is written from the state, so that it does not answer back. */
    private boolean showing;

    private Scatter shown;
    private Colouring legended = Colouring.NONE;

    MapPane(ExploreModel model, ObservableValue<Boolean> dark, Executor drawing) {
        this.model = model;
        this.map = new LatentMap(drawing);
        this.shown = model.scatterProperty().get();
        getStyleClass().add("map-pane");
        map.setId("map");
        map.darkProperty().bind(dark);
        setTop(bar());
        setCenter(map);
        legend = new ClassLegend(map.hiddenClasses());
        setBottom(legend);
        // The arrow keys move the marker from the start.
        map.sceneProperty().addListener((observable, was, is) -> Platform.runLater(map::requestFocus));
        listenToMap();
        listenToModel();
        showState();
        showScatter();
        showHighlight();
    }

    private FlowPane bar() {
        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("map-bar");
        Layer[] layers = Layer.values();
        HBox group = new HBox();
        for (Layer layer : layers) {
            ToggleButton toggle = new ToggleButton(layer.title());
            toggle.setId("layer-" + layer.name().toLowerCase(Locale.ROOT));
            String place = layer.ordinal() == 0
                    ? Styles.LEFT_PILL
                    : layer.ordinal() == layers.length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.getStyleClass().addAll(place, Styles.SMALL);
            toggle.setOnAction(event -> model.showLayer(layer, toggle.isSelected()));
            Hints.explain(toggle, "layer " + layer.title(), layer.explanation());
            toggles.put(layer, toggle);
            group.getChildren().add(toggle);
        }
        bar.getChildren()
                .addAll(
                        group,
                        new PlaneChooser(model),
                        new ColourChooser(model),
                        IconButtons.button(
                                Feather.MAXIMIZE,
                                "fit",
                                "Shows all points that are not hidden (double-click on the map does the same)",
                                map::fit));
        return bar;
    }

    private void listenToMap() {
        map.setOnMarkerMoved((x, y) -> {
            if (!showing) {
                model.moveTo(x, y);
            }
        });
        map.setOnPointSelected(model::select);
        map.setOnPointHovered(this::hover);
        map.setOnMosaicNeeded(this::decodeMosaic);
        map.viewportProperty().addListener((observable, was, is) -> remember(is));
        map.hiddenClasses().addListener((SetChangeListener<Integer>) change -> {
            if (!showing) {
                model.hideClasses(Set.copyOf(map.hiddenClasses()));
            }
        });
        // Added after the map's own handlers: the selection that a click makes belongs to the same gesture.
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.endGesture());
        map.addEventHandler(KeyEvent.KEY_RELEASED, event -> model.endGesture());
    }

    private void listenToModel() {
        model.stateProperty().addListener((observable, was, is) -> {
            showState();
            if (mosaicDiffers(was, is)) {
                map.clearMosaic();
            }
        });
        model.scatterProperty().addListener(observable -> showScatter());
        model.highlightProperty().addListener(observable -> showHighlight());
    }

    /** Beyond two dimensions the mosaic depends on the coordinates that are held, too. */
    private static boolean mosaicDiffers(ExploreState was, ExploreState is) {
        return !was.model().equals(is.model())
                || !was.plane().equals(is.plane())
                || (is.latent().size() > 2 && !was.latent().equals(is.latent()));
    }

    private void showState() {
        showing = true;
        ExploreState state = model.state();
        // A plain autoencoder has no prior, and its codes no unit.
        boolean prior = !model.model().autoencoder();
        map.setMarker(new Point2D(model.markerX(), model.markerY()));
        if (!map.hiddenClasses().equals(state.hidden())) {
            map.hiddenClasses().retainAll(state.hidden());
            map.hiddenClasses().addAll(state.hidden());
        }
        map.layers().points().set(state.layers().contains(Layer.POINTS));
        map.layers().density().set(state.layers().contains(Layer.DENSITY));
        map.layers().mosaic().set(state.layers().contains(Layer.MOSAIC));
        map.layers().ellipses().set(state.layers().contains(Layer.ELLIPSES));
        map.layers().prior().set(prior && state.layers().contains(Layer.PRIOR));
        toggles.forEach((layer, toggle) -> toggle.setSelected(state.layers().contains(layer)));
        Objects.requireNonNull(toggles.get(Layer.PRIOR)).setDisable(!prior);
        PlaneChoice plane = state.plane();
        map.setXLabel(plane.principal() ? "PC 1" : Numbers.latentName(plane.first()));
        map.setYLabel(plane.principal() ? "PC 2" : Numbers.latentName(plane.second()));
        map.setUnit(prior ? "prior standard deviations" : "");
        map.setHighlight(state.drawing() ? -1 : state.selected());
        look(state);
        showing = false;
    }

    private void look(ExploreState state) {
        MapExtent view = state.view();
        Viewport present = map.getViewport();
        if (view == null) {
            if (!map.isFitted()) {
                map.fitAll();
            }
        } else if (!view.equals(seen(present))) {
            double scale = Math.min(present.width(), present.height()) / view.span();
            map.setViewport(new Viewport(view.centreX(), view.centreY(), scale, present.width(), present.height()));
        }
    }

    private void remember(Viewport viewport) {
        if (!showing) {
            model.look(map.isFitted() ? null : seen(viewport));
        }
    }

    private static MapExtent seen(Viewport view) {
        double span = Math.min(view.width(), view.height()) / view.pixelsPerUnit();
        return new MapExtent(view.centreX(), view.centreY(), span);
    }

    private void showScatter() {
        Scatter scatter = model.scatterProperty().get();
        Colouring colouring = scatter.colouring();
        map.setPoints(
                new MapPoints(scatter.x(), scatter.y(), colouring.labels(), colouring.names(), colouring.palette()));
        if (!colouring.names().equals(legended.names()) || colouring.palette() != legended.palette()) {
            legended = colouring;
            legend.setClasses(colouring.names(), colouring.palette());
        }
        // Other colours at the same places leave the mosaic as it is.
        if (!Arrays.equals(scatter.x(), shown.x()) || !Arrays.equals(scatter.y(), shown.y())) {
            map.clearMosaic();
        }
        shown = scatter;
        showState();
    }

    private void showHighlight() {
        Highlight highlight = model.highlightProperty().get();
        if (highlight == null) {
            map.ellipses().clear();
            return;
        }
        map.ellipses()
                .setAll(List.of(new MapEllipse(
                        highlight.x(),
                        highlight.y(),
                        highlight.varianceX(),
                        highlight.covariance(),
                        highlight.varianceY(),
                        model.state().drawing() ? MapEllipse.Kind.DRAWN : MapEllipse.Kind.APPROXIMATE)));
    }

    private void hover(int index) {
        ImageSet set = model.imagesProperty().get();
        if (set == null || index < 0 || index >= set.size()) {
            return;
        }
        ImageShape shape = set.shape();
        String name = set.classNames().isEmpty() ? "" : set.classNames().get(set.label(index)) + " · ";
        int factor = set.factorNames().indexOf(model.colour());
        String value =
                factor < 0 ? "" : "\n%s = %s".formatted(model.colour(), Numbers.fixed(set.factor(index, factor), 2));
        map.setHoverContent(picture(set.image(index), shape), name + "#" + index + value);
    }

    private static Picture picture(float[] image, ImageShape shape) {
        return shape.channels() == 3
                ? Pixels.colour(image, shape.width(), shape.height())
                : Pixels.grey(image, shape.width(), shape.height());
    }

    private void decodeMosaic(MosaicRequest request) {
        double[] x = new double[request.count()];
        double[] y = new double[request.count()];
        for (int i = 0; i < x.length; i++) {
            x[i] = request.x(i % request.columns());
            y[i] = request.y(i / request.columns());
        }
        ImageShape shape = model.model().shape();
        model.decodeGrid(x, y, pixels -> map.showMosaic(request, shape.width(), shape.height(), pixels));
    }
}
