package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.ColourMap;
import elboroom.raster.MosaicRaster;
import elboroom.raster.Picture;

/** Decoded images with their place; coloured for one theme at a time. */
final class Mosaic {
    private final MosaicRequest request;
    private final int imageWidth;
    private final int imageHeight;
    private final float[] images;
    private final Picture picture;

    Mosaic(MosaicRequest request, int imageWidth, int imageHeight, float[] images, ColourMap ink) {
        this.request = request;
        this.imageWidth = imageWidth;
        this.imageHeight = imageHeight;
        this.images = images;
        picture = MosaicRaster.tile(images, request.rows(), request.columns(), imageWidth, imageHeight, ink);
    }

    /** The same images in another theme's ink. */
    Mosaic inked(ColourMap ink) {
        return new Mosaic(request, imageWidth, imageHeight, images, ink);
    }

    Picture picture() {
        return picture;
    }

    Bounds place() {
        return request.bounds();
    }
}
