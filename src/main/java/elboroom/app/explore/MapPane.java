package elboroom.app.explore;

import atlantafx.base.theme.Styles;
import elboroom.app.chart.ChartFiles;
import elboroom.app.map.ClassLegend;
import elboroom.app.map.LatentMap;
import elboroom.app.map.MapEllipse;
import elboroom.app.map.MapMenu;
import elboroom.app.map.MapSight;
import elboroom.app.map.MosaicRequest;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.data.ImageShape;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The latent map with its layers, plane and legend, tied to the state in both directions. */
final class MapPane extends BorderPane {
    private final ExploreModel model;
    private final LatentMap map;
    private final ClassLegend legend;
    private final LayerBar layers;
    private final PlaneChooser planes;
    /** Set while the map is written from the state, so that it does not answer back. */
    private boolean showing;

    private Scatter shown;
    private Colouring legended = Colouring.NONE;

    MapPane(ExploreModel model, ObservableValue<Boolean> dark, Executor drawing, ChartFiles files, Runnable compare) {
        this.model = model;
        this.map = new LatentMap(drawing);
        this.shown = model.scatterProperty().get();
        getStyleClass().add("map-pane");
        map.setId("map");
        map.darkProperty().bind(dark);
        MapMenu.install(map, "Latent map", files);
        layers = new LayerBar(model::showLayer);
        planes = new PlaneChooser("", model::choosePlane);
        setTop(bar(compare));
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

    private FlowPane bar(Runnable compare) {
        FlowPane bar = new FlowPane();
        bar.getStyleClass().add("map-bar");
        bar.getChildren()
                .addAll(
                        layers,
                        planes,
                        new ColourChooser(model),
                        IconButtons.button(
                                Feather.MAXIMIZE,
                                "fit",
                                "Shows all points that are not hidden (double-click on the map does the same)",
                                map::fit),
                        compareButton(compare));
        return bar;
    }

    private static Button compareButton(Runnable compare) {
        Button button = new Button("AE beside VAE", new FontIcon(Feather.COLUMNS));
        button.setId("compare-pair");
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> compare.run());
        return Hints.explain(
                button,
                "autoencoder beside VAE",
                "Opens a plain autoencoder (AE) and a VAE side by side, with one pointer on both latent maps");
    }

    private void listenToMap() {
        map.setOnMarkerMoved((x, y) -> {
            if (!showing) {
                model.moveTo(x, y);
            }
        });
        map.setOnPointSelected(model::select);
        map.setOnPointHovered(
                index -> MapContent.hover(map, model.imagesProperty().get(), index, model.colour()));
        map.setOnMosaicNeeded(this::decodeMosaic);
        map.viewportProperty().addListener(observable -> remember());
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
        boolean prior = !model.model().autoencoder();
        map.setMarker(new Point2D(model.markerX(), model.markerY()));
        MapContent.hide(map, state.hidden());
        LayerBar.apply(state.layers(), map.layers());
        map.layers().prior().set(prior && state.layers().contains(Layer.PRIOR));
        layers.show(state.layers());
        layers.disable(Layer.PRIOR, !prior);
        planes.show(state.plane(), state.latent().size());
        MapContent.axes(map, state.plane(), prior);
        map.setHighlight(state.drawing() ? -1 : state.selected());
        MapSight.restore(map, state.view());
        showing = false;
    }

    private void remember() {
        if (!showing) {
            model.look(MapSight.of(map, model.state().view()));
        }
    }

    private void showScatter() {
        Scatter scatter = model.scatterProperty().get();
        Colouring colouring = scatter.colouring();
        // A map that showed all of the points before fits the new ones: nobody has looked around.
        showing = true;
        MapContent.points(map, scatter);
        // None while another model's points are on their way: mostly of the same classes.
        boolean known = scatter.size() > 0;
        if (known && !colouring.names().equals(legended.names())
                || known && colouring.palette() != legended.palette()) {
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
        MapContent.posterior(
                map,
                model.highlightProperty().get(),
                model.state().drawing() ? MapEllipse.Kind.DRAWN : MapEllipse.Kind.APPROXIMATE);
    }

    private void decodeMosaic(MosaicRequest request) {
        ImageShape shape = model.model().shape();
        model.decodeGrid(
                request.xs(), request.ys(), pixels -> map.showMosaic(request, shape.width(), shape.height(), pixels));
    }
}
