/** Colour maps and rasterisers to {@code int[]} ARGB pixels, and their encoding as PNG. Plain Java. */
@NullMarked
package elboroom.raster;

import org.jspecify.annotations.NullMarked;
