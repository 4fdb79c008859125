package elboroom.app.map;

import elboroom.raster.ColourMap;
import elboroom.raster.MosaicRaster;
import elboroom.raster.Picture;
import elboroom.raster.Viewport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mosaic that is shown, and the one that has been asked for. */
final class MosaicLayer {
    /** Width of one image on the screen, logical pixels. */
    private static final double TILE = 28;

    private Consumer<MosaicRequest> needed = request -> {};
    private @Nullable MosaicRequest requested;
    private @Nullable Mosaic shown;

    void setOnNeeded(Consumer<MosaicRequest> listener) {
        needed = listener;
    }

    /** Asks for the mosaic that fills a view, unless it is the one asked for last. */
    void cover(Viewport view) {
        MosaicRequest wanted = MosaicRequest.covering(view, TILE);
        if (!wanted.equals(requested)) {
            requested = wanted;
            needed.accept(wanted);
        }
    }

    /** Asks again, whatever has been asked for. */
    void forgetRequest() {
        requested = null;
    }

    void show(MosaicRequest request, int imageWidth, int imageHeight, float[] images) {
        Picture tiles =
                MosaicRaster.tile(images, request.rows(), request.columns(), imageWidth, imageHeight, ColourMap.GREY);
        shown = new Mosaic(tiles, request.bounds());
    }

    void clear() {
        shown = null;
        requested = null;
    }

    @Nullable
    Mosaic shown() {
        return shown;
    }
}
