package elboroom.app.map;

import elboroom.raster.DensityRaster;
import elboroom.raster.HeatRaster;
import elboroom.raster.MosaicRaster;
import elboroom.raster.Pixels;
import elboroom.raster.Points;
import elboroom.raster.ScatterRaster;
import elboroom.raster.Ticks;
import java.util.Arrays;

/** Draws a frame's raster layers from the back to the front. Keeps buffers; serves one thread at a time. */
final class MapRaster {
    /** Standard deviation of the density's smoothing, as a share of the shorter side. */
    private static final double KERNEL = 0.012;

    /** Of 256. */
    private static final int FADING = 110;

    private final ScatterRaster scatter;
    private final DensityRaster density = new DensityRaster();
    private final MosaicRaster mosaics = new MosaicRaster();
    private final HeatRaster heats = new HeatRaster();

    /** @param threads that share the drawing of the points, the caller's among them */
    MapRaster(int threads) {
        scatter = new ScatterRaster(threads);
    }

    /**
     * Draws a frame.
     *
     * @param target at least width times height; the first of them are overwritten with opaque pixels
     */
    void draw(MapFrame frame, int[] target) {
        MapPoints shown = frame.points();
        Points points = new Points(shown.x(), shown.y(), shown.labels(), frame.hidden());
        int size = frame.width() * frame.height();
        Arrays.fill(target, 0, size, 0xFF000000 | frame.theme().paper());
        Mosaic mosaic = frame.mosaic();
        Heat heat = frame.heat();
        if (heat == null) {
            grid(frame, target);
        } else {
            heats.draw(
                    target,
                    frame.view(),
                    heat.place(),
                    heat.columns(),
                    heat.shares(),
                    heat.scale().colours(),
                    heat.levels());
        }
        if (frame.layers().mosaic() && mosaic != null) {
            mosaics.draw(target, frame.view(), mosaic.picture(), mosaic.place());
            if (frame.layers().points()) {
                fade(target, size);
            }
        }
        if (frame.layers().density()) {
            double kernel = KERNEL * Math.min(frame.width(), frame.height());
            density.draw(target, frame.view(), points, kernel);
        }
        if (frame.layers().points()) {
            scatter.draw(target, frame.view(), points, frame.style(), shown.palette());
        }
    }

    /**
     * Darkens the mosaic behind the points, which could not be made out on it otherwise. In the light theme too: the ground
     * of its pictures is black, and paper over them would leave grey on grey.
     */
    private static void fade(int[] target, int size) {
        for (int i = 0; i < size; i++) {
            target[i] = Pixels.mix(target[i], 0xFF000000, FADING);
        }
    }

    private static void grid(MapFrame frame, int[] target) {
        int colour = 0xFF000000 | frame.theme().grid();
        int width = frame.width();
        Ticks columns = frame.horizontalTicks();
        for (int i = 0; i < columns.count(); i++) {
            int column = (int) frame.view().toScreenX(columns.at(i));
            for (int at = Math.min(column, width - 1); at < width * frame.height(); at += width) {
                target[at] = colour;
            }
        }
        Ticks rows = frame.verticalTicks();
        for (int i = 0; i < rows.count(); i++) {
            int row = Math.min((int) frame.view().toScreenY(rows.at(i)), frame.height() - 1);
            Arrays.fill(target, row * width, (row + 1) * width, colour);
        }
    }
}
