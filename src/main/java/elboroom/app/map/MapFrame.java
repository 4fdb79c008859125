package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.PointStyle;
import elboroom.raster.Ticks;
import elboroom.raster.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one raster picture of the map depends on, frozen, so that it can be drawn on any thread.
 *
 * @param view in physical pixels, of whole width and height
 * @param points all of them
 * @param hidden whether each class is left out; not changed afterwards
 * @param style of the points
 * @param layers which layers to draw
 * @param mosaic the mosaic to draw, if there is one
 * @param heat numbers as colours behind everything, if there are any
 * @param theme colours
 * @param tickSpacing least distance of grid lines in physical pixels
 */
record MapFrame(
        Viewport view,
        MapPoints points,
        boolean[] hidden,
        PointStyle style,
        Layers layers,
        @Nullable Mosaic mosaic,
        @Nullable Heat heat,
        MapTheme theme,
        double tickSpacing) {
    /** The layers that are raster pictures. */
    record Layers(boolean points, boolean density, boolean mosaic) {}

    int width() {
        return (int) view.width();
    }

    int height() {
        return (int) view.height();
    }

    /** Ticks of the first axis. */
    Ticks horizontalTicks() {
        Bounds seen = view.bounds();
        return Ticks.atLeastTwo(seen.minX(), seen.maxX(), tickSpacing / view.pixelsPerUnit());
    }

    /** Ticks of the second axis. */
    Ticks verticalTicks() {
        Bounds seen = view.bounds();
        return Ticks.atLeastTwo(seen.minY(), seen.maxY(), tickSpacing / view.pixelsPerUnit());
    }
}
