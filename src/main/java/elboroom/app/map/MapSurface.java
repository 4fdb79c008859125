package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.PointStyle;
import elboroom.raster.Viewport;
import java.util.concurrent.Executor;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;

/**
 * Draws the map, at most once a pulse: it is an unmanaged region, so asking it for a layout is a request to be drawn that
 * goes no further up the window.
 */
final class MapSurface extends Pane {
    /** What has changed since the last pulse, from little to much work. */
    enum Change {
        MARKER,
        OVERLAY,
        RASTER
    }

    private static final double TICK_SPACING_EM = 5;
    /** On a small map, where that would leave one number or none. */
    private static final double LEAST_TICK_SPACING_EM = 2.5;

    private static final double TICKS = 5;

    private final LatentMap map;
    private final RasterView raster;
    private final Pane rasterPane;
    private final Rectangle rasterClip = new Rectangle();
    private final MapOverlay overlay;
    private final RailNode rail = new RailNode();
    private final MarkerNode marker = new MarkerNode();
    private Change change = Change.RASTER;

    MapSurface(LatentMap map, Executor worker) {
        this.map = map;
        raster = new RasterView(worker);
        rasterPane = new Pane(raster);
        rasterPane.setManaged(false);
        rasterPane.setClip(rasterClip);
        overlay = new MapOverlay(map);
        getChildren().addAll(rasterPane, overlay, rail, marker);
        setManaged(false);
        setMouseTransparent(true);
    }

    void redraw(Change wanted) {
        if (wanted.compareTo(change) > 0) {
            change = wanted;
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (map.getWidth() < 1 || map.getHeight() < 1) {
            return;
        }
        Change work = change;
        change = Change.MARKER;
        PlotArea plot = map.plotArea();
        MapTheme theme = MapTheme.of(map.isDark());
        Font font = map.axisFont();
        double tickSpacing = font.getSize()
                * Math.max(
                        LEAST_TICK_SPACING_EM,
                        Math.min(TICK_SPACING_EM, Math.min(plot.width(), plot.height()) / TICKS / font.getSize()));
        Viewport view = map.getViewport();
        if (work == Change.RASTER) {
            rasterPane.resizeRelocate(plot.left(), plot.top(), plot.width(), plot.height());
            rasterClip.setWidth(plot.width());
            rasterClip.setHeight(plot.height());
            double ratio = pixelRatio();
            raster.show(frame(view, theme, ratio, tickSpacing), ratio);
        }
        if (work != Change.MARKER) {
            overlay.setWidth(map.getWidth());
            overlay.setHeight(map.getHeight());
            overlay.draw(plot, theme, font, tickSpacing);
        }
        rail.place(map.railProperty().get(), plot, view, theme, font);
        Point2D z = map.getMarker();
        marker.place(plot, view.toScreenX(z.getX()), view.toScreenY(z.getY()), theme);
        map.drawn(work);
    }

    private MapFrame frame(Viewport view, MapTheme theme, double ratio, double tickSpacing) {
        Viewport physical = new Viewport(
                view.centreX(),
                view.centreY(),
                view.pixelsPerUnit() * ratio,
                Math.round(view.width() * ratio),
                Math.round(view.height() * ratio));
        Bounds home = map.getHome();
        // Maps of one scale draw their points alike.
        Bounds extent = home == null ? map.shown().bounds() : home;
        double pixels = Math.max(extent.width(), extent.height()) * physical.pixelsPerUnit();
        MapLayers layers = map.layers();
        return new MapFrame(
                physical,
                map.getPoints(),
                map.shown().hidden(),
                PointStyle.of(map.getPoints().count(), pixels, ratio),
                new MapFrame.Layers(
                        layers.points().get(),
                        layers.density().get(),
                        layers.mosaic().get()),
                map.mosaic(),
                map.heatProperty().get(),
                theme,
                tickSpacing * ratio);
    }

    private double pixelRatio() {
        Scene scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : Math.max(1, scene.getWindow().getOutputScaleX());
    }
}
