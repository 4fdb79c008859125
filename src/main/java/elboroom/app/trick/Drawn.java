package elboroom.app.trick;

import elboroom.data.ImageShape;
import elboroom.measure.LatentDraw;

/**
 * One draw and its picture.
 *
 * @param index of the image in the data
 * @param image x
 * @param draw its posterior, ε, z and gradients
 * @param decoded E[x|z]
 */
public record Drawn(int index, ImageShape shape, float[] image, LatentDraw draw, float[] decoded) {}
