package elboroom.app.geometry;

import elboroom.data.ImageShape;
import java.util.List;

/**
 * Decoded latent samples, each beside the training image that is nearest to it.
 *
 * @param source that they were drawn from
 * @param all of them
 * @param typical median distance of a test image to its reconstruction: what counts as near
 * @param shape of all images
 */
public record Samples(Source source, List<Sample> all, double typical, ImageShape shape) {
    public Samples {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param x to the right on the map
     * @param y upwards on the map
     * @param logRatio log q(z) − log p(z) as the map has it, nats
     * @param image decoded, [D]
     * @param index of the nearest training image
     * @param nearest training image, [D]
     * @param distance between the two, root of the sum of squared pixel differences
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sample(
            double x, double y, double logRatio, float[] image, int index, float[] nearest, double distance) {
        boolean inHole() {
            return elboroom.measure.Holes.isHole(logRatio);
        }
    }

    long inHoles() {
        return all.stream().filter(Sample::inHole).count();
    }

    long plausible() {
        return all.stream().filter(sample -> sample.distance() <= typical).count();
    }
}
