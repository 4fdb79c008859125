package elboroom.app.explore;

import java.util.List;

/** The user's drawing as an image of the kind that MNIST models were trained on. */
final class Drawing {
    private Drawing() {}

    /** Ink from 0 to 1, row-major [28][28], scaled and centred as MNIST's digits were. */
    static float[] asMnist(List<Stroke> strokes) {
        float[] ink = StrokeRaster.draw(strokes);
        float[] image = new float[28 * 28];
        for (int i = 0; i < ink.length; i++) {
            image[i / StrokeRaster.SIZE / 3 * 28 + i % StrokeRaster.SIZE / 3] += ink[i] / 9;
        }
        return image;
    }
}
