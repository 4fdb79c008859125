package elboroom.app.map;

import javafx.scene.paint.Color;

/**
 * A line over the map.
 *
 * @param x first coordinates of its points
 * @param y second coordinates
 * @param strong whether it is drawn thicker, as the one that is walked along
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MapWay(float[] x, float[] y, Color colour, boolean strong) {}
