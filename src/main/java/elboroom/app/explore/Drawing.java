package elboroom.app.explore;

import elboroom.data.DigitCentring;
import elboroom.data.ImageShape;
import elboroom.data.own.Fitter;
import elboroom.data.own.ImportOptions;
import java.util.List;

/** The user's drawing as an image of the kind that a model takes. */
public final class Drawing {
    private Drawing() {}

    private static final ImageShape PAD = new ImageShape(StrokeRaster.SIZE, StrokeRaster.SIZE, 1);

    /**
     * Ink from 0 to 1, of the shape: scaled and centred as MNIST's digits were where that is theirs, otherwise as it is on the
     * pad, white where there are colours, and with black beside it where the shape is no square.
     */
    public static float[] as(ImageShape shape, List<Stroke> strokes) {
        float[] ink = StrokeRaster.draw(strokes);
        return shape.equals(ImageShape.MNIST)
                ? DigitCentring.centre(ink, StrokeRaster.SIZE)
                : new Fitter(shape, ImportOptions.Fit.PAD).fit(PAD, ink);
    }
}
