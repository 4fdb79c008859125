package elboroom.app.explore;

import elboroom.data.DigitCentring;
import java.util.List;

/** The user's drawing as an image of the kind that MNIST models were trained on. */
final class Drawing {
    private Drawing() {}

    /** Ink from 0 to 1, row-major [28][28], scaled and centred as MNIST's digits were. */
    static float[] asMnist(List<Stroke> strokes) {
        return DigitCentring.centre(StrokeRaster.draw(strokes), StrokeRaster.SIZE);
    }
}
