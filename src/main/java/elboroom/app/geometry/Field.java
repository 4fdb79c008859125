package elboroom.app.geometry;

import elboroom.raster.Bounds;

/**
 * Quantities on a grid over a part of the plane.
 *
 * @param place what the cells cover
 * @param columns of cells
 * @param values one row for each quantity: by cell, row-major, the first row uppermost
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Field(Bounds place, int columns, float[][] values) {}
