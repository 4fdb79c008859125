package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.Picture;
import elboroom.raster.Viewport;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The latent map: a scatter of posterior means with a marker to drag, one scale for both axes, and layers over and under
 * the points. Press or drag moves the marker, a click on a point selects it, the wheel zooms to the pointer, a drag with
 * the right or middle button, Shift or Space pans, a double click fits all points; arrow keys, plus, minus and 0 do the
 * same. To be used on the JavaFX thread only.
 */
public final class LatentMap extends MapProperties {
    private static final double SELECT_REACH = 6;
    private static final double HOVER_REACH = 10;

    private final ShownPoints shown;
    private final MosaicLayer mosaic = new MosaicLayer();
    private final Label probe = new Label();
    private final HoverCard card = new HoverCard();
    private final MapSurface surface;
    private MarkerListener onMarkerMoved = (x, y) -> {};
    private DoubleConsumer onRailMoved = place -> {};
    private IntConsumer onPointSelected = index -> {};
    private IntConsumer onPointHovered = index -> {};
    /** What keys do while a map has the focus. */
    public static final Map<String, String> KEYS = MapGestures.KEYS;

    private boolean fitted = true;
    private boolean fitting;

    /**
     * Makes an empty map.
     *
     * @param worker draws and indexes large sets of points; its owner shuts it down, after which the map stays as it is
     */
    public LatentMap(Executor worker) {
        Executor whileItRuns = work -> {
            try {
                worker.execute(work);
            } catch (RejectedExecutionException e) {
                // The window is closing: nobody will see what was to be drawn.
            }
        };
        shown = new ShownPoints(whileItRuns, () -> redraw(MapSurface.Change.OVERLAY));
        getStyleClass().add("latent-map");
        setFocusTraversable(true);
        setMinSize(200, 200);
        setPrefSize(640, 640);
        probe.getStyleClass().add("latent-map-axis");
        probe.setManaged(false);
        probe.setVisible(false);
        surface = new MapSurface(this, whileItRuns);
        getChildren().addAll(probe, surface, card);
        listen();
        new MapGestures(this);
    }

    private void listen() {
        pointsProperty().addListener((property, old, now) -> pointsChanged(now));
        // What the pointer was over is elsewhere now, and no event need tell so.
        widthProperty().addListener((property, old, now) -> hover(-1, 0, 0));
        heightProperty().addListener((property, old, now) -> hover(-1, 0, 0));
        // Heard before all that others add: JavaFX tells listeners of invalidation first, and they ask whether it is
        // fitted.
        viewportProperty().addListener((InvalidationListener) property -> fitted &= fitting);
        viewportProperty().addListener((property, old, now) -> surface.redraw(MapSurface.Change.RASTER));
        redrawWhen(MapSurface.Change.MARKER, markerProperty(), railProperty());
        redrawWhen(MapSurface.Change.RASTER, darkProperty(), heatProperty());
        redrawWhen(MapSurface.Change.RASTER, layers().all());
        redrawWhen(
                MapSurface.Change.OVERLAY,
                xLabelProperty(),
                yLabelProperty(),
                unitProperty(),
                highlightProperty(),
                hoveredProperty(),
                focusVisibleProperty());
        homeProperty().addListener((property, old, now) -> refit());
        hiddenClasses().addListener((SetChangeListener<Integer>) change -> hiddenChanged());
        layers().mosaic().addListener((property, old, now) -> mosaic.forgetRequest());
        ellipses().addListener((ListChangeListener<MapEllipse>) change -> redraw(MapSurface.Change.OVERLAY));
        marks().addListener((ListChangeListener<MapMark>) change -> redraw(MapSurface.Change.OVERLAY));
        ways().addListener((ListChangeListener<MapWay>) change -> redraw(MapSurface.Change.OVERLAY));
        probe.fontProperty().addListener((property, old, now) -> requestLayout());
    }

    private void redraw(MapSurface.Change change) {
        surface.redraw(change);
    }

    private void redrawWhen(MapSurface.Change change, ObservableValue<?>... values) {
        for (ObservableValue<?> value : values) {
            value.addListener((property, old, now) -> redraw(change));
        }
    }

    private void hiddenChanged() {
        shown.hide(hiddenClasses());
        hover(-1, 0, 0);
        surface.redraw(MapSurface.Change.RASTER);
    }

    private void pointsChanged(MapPoints now) {
        shown.set(now);
        hover(-1, 0, 0);
        refit();
        surface.redraw(MapSurface.Change.RASTER);
    }

    private void refit() {
        if (fitted) {
            fitAll();
        }
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        PlotArea plot = plotArea();
        Viewport view = getViewport();
        if (fitted) {
            fitAll();
        } else if (view.width() != plot.width() || view.height() != plot.height()) {
            setViewport(view.resized(plot.width(), plot.height()));
        }
        surface.redraw(MapSurface.Change.RASTER);
    }

    /** Called once the surface has been drawn: asks for a mosaic that fits, unless this one has been asked for. */
    void drawn(MapSurface.Change change) {
        setAccessibleText(String.format(
                Locale.ROOT,
                "Latent map of %d points; marker at %s = %.2f, %s = %.2f",
                getPoints().count(),
                getXLabel(),
                getMarker().getX(),
                getYLabel(),
                getMarker().getY()));
        if (change == MapSurface.Change.RASTER && layers().mosaic().get()) {
            mosaic.cover(getViewport());
        }
    }

    /** Shows all points that are not hidden; if none is, as {@link #fitAll} does. */
    public void fit() {
        Bounds bounds = shown.shownBounds();
        if (bounds.equals(shown.bounds())) {
            fitAll();
        } else {
            setViewport(fitted(bounds));
        }
    }

    /** Shows all points, and keeps showing all of them when points or size change, until the user pans or zooms. */
    public void fitAll() {
        fitted = true;
        fitting = true;
        try {
            Bounds home = getHome();
            setViewport(fitted(home == null ? shown.bounds() : home));
        } finally {
            fitting = false;
        }
    }

    private Viewport fitted(Bounds bounds) {
        PlotArea plot = plotArea();
        return Viewport.fit(bounds, plot.width(), plot.height());
    }

    /** Whether all points are shown, and will be when points or size change. */
    public boolean isFitted() {
        return fitted;
    }

    /**
     * Shows decoded images where they belong; until then the last ones stay, moved with the map.
     *
     * @param request that these images answer
     * @param images [rows·columns][imageHeight][imageWidth][channels], values in [0,1]; not copied
     */
    public void showMosaic(MosaicRequest request, int imageWidth, int imageHeight, float[] images) {
        mosaic.show(request, imageWidth, imageHeight, images);
        surface.redraw(MapSurface.Change.RASTER);
    }

    /** Asks for the mosaic again, say because the model has learnt; the old one is shown until then. */
    public void renewMosaic() {
        mosaic.forgetRequest();
        surface.redraw(MapSurface.Change.RASTER);
    }

    /** Forgets the mosaic, say because another model is shown, and asks for a new one if its layer is on. */
    public void clearMosaic() {
        mosaic.clear();
        surface.redraw(MapSurface.Change.RASTER);
    }

    /** Shows a picture and a caption beside the pointer while the present point is hovered; to be called from {@link #setOnPointHovered}. */
    public void setHoverContent(Picture picture, String caption) {
        if (getHovered() >= 0) {
            card.show(picture, caption);
        }
    }

    /** Moves the marker as the user does, telling the listener. */
    void moveMarker(double x, double y) {
        setMarker(new Point2D(x, y));
        onMarkerMoved.markerMoved(x, y);
    }

    boolean isOnHandle(double mouseX, double mouseY) {
        MapRail rail = railProperty().get();
        PlotArea plot = plotArea();
        return rail != null && RailNode.isOnHandle(rail, getViewport(), mouseX - plot.left(), mouseY - plot.top());
    }

    /** Tells the listener where the handle is dragged to; it is up to that to put it there. */
    void dragHandle(double mouseX, double mouseY) {
        MapRail rail = railProperty().get();
        if (rail != null) {
            PlotArea plot = plotArea();
            Viewport view = getViewport();
            onRailMoved.accept(rail.nearest(view.toLatentX(mouseX - plot.left()), view.toLatentY(mouseY - plot.top())));
        }
    }

    void select(double mouseX, double mouseY) {
        int point = nearest(mouseX, mouseY, SELECT_REACH);
        if (point >= 0) {
            onPointSelected.accept(point);
        }
    }

    int pointAt(double mouseX, double mouseY) {
        return nearest(mouseX, mouseY, HOVER_REACH);
    }

    private int nearest(double mouseX, double mouseY, double reach) {
        if (!layers().points().get()) {
            return -1;
        }
        PlotArea plot = plotArea();
        Viewport view = getViewport();
        return shown.nearest(
                view.toLatentX(mouseX - plot.left()),
                view.toLatentY(mouseY - plot.top()),
                reach / view.pixelsPerUnit());
    }

    void hover(int point, double mouseX, double mouseY) {
        if (point != getHovered()) {
            card.setVisible(false);
            setHovered(point);
            onPointHovered.accept(point);
        }
        if (card.isVisible()) {
            card.place(mouseX, mouseY, getWidth(), getHeight());
        }
    }

    PlotArea plotArea() {
        return PlotArea.within(getWidth(), getHeight(), axisFont());
    }

    Font axisFont() {
        return probe.getFont();
    }

    ShownPoints shown() {
        return shown;
    }

    @Nullable
    Mosaic mosaic() {
        return mosaic.shown();
    }

    /** Called with each place to which the user moves the marker: at a press, during a drag, by the arrow keys. */
    public void setOnMarkerMoved(MarkerListener listener) {
        onMarkerMoved = listener;
    }

    /** Called with the place, from 0 to 1, that the handle of {@link #railProperty} is dragged to. */
    public void setOnRailMoved(DoubleConsumer listener) {
        onRailMoved = listener;
    }

    /** Called with the index of a point that was clicked. */
    public void setOnPointSelected(IntConsumer listener) {
        onPointSelected = listener;
    }

    /** Called with the index of the point now under the pointer, −1 for none. */
    public void setOnPointHovered(IntConsumer listener) {
        onPointHovered = listener;
    }

    /** Called, at most once a pulse, with the grid of images that the mosaic layer now wants. */
    public void setOnMosaicNeeded(Consumer<MosaicRequest> listener) {
        mosaic.setOnNeeded(listener);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(LatentMap.class.getResource("latent-map.css"))
                .toExternalForm();
    }
}
