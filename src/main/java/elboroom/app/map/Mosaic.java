package elboroom.app.map;

import elboroom.raster.Bounds;
import elboroom.raster.Picture;

/**
 * Decoded images side by side, with their place.
 *
 * @param picture all images as one
 * @param place what part of the plane they cover
 */
record Mosaic(Picture picture, Bounds place) {}
