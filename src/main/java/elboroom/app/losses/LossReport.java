package elboroom.app.losses;

import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import elboroom.measure.Collapse;
import elboroom.measure.CollapseVerdict;
import elboroom.measure.DataBounds;
import elboroom.measure.Evaluation;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All that is measured of a model on some images, but for what its rate is spent on. Nats per image.
 *
 * @param model that was measured
 * @param data that it was measured on
 * @param config its network and objective
 * @param images the measured ones
 * @param evaluation both losses of each image
 * @param collapse of each dimension
 * @param verdict what that means
 * @param bounds of what distortion can be on these images
 * @param distortion average over the images
 * @param ratePerDimension average KL of each dimension; not numbers for an autoencoder
 * @param scores ELBO of each image; of an autoencoder, which has none, its negative distortion
 * @param order of the images, the one with the lowest score first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LossReport(
        ModelChoice model,
        DataChoice data,
        VaeConfig config,
        ImageSet images,
        Evaluation evaluation,
        Collapse collapse,
        CollapseVerdict verdict,
        DataBounds bounds,
        double distortion,
        double[] ratePerDimension,
        double[] scores,
        int[] order) {
    /** The first of larger sets are measured: as many as a test split has. */
    static final int MOST_IMAGES = 10_000;

    /**
     * Measures; two seconds for 10,000 digits.
     *
     * @param images all of the data
     * @param training what a collapsed decoder would have learnt from
     */
    static LossReport of(
            ModelChoice model,
            DataChoice data,
            VaeConfig config,
            Vae vae,
            ImageSet images,
            ImageSet training,
            Watch watch) {
        ImageSet some = images.size() > MOST_IMAGES ? images.first(MOST_IMAGES) : images;
        Evaluation evaluation = Evaluation.of(vae, some, some.size(), 0, watch::cancelled);
        watch.step(0.4);
        Collapse collapse = Collapse.of(vae, evaluation, watch.part(0.4, 0.8));
        DataBounds bounds = DataBounds.of(some, training, config.likelihood(), watch.part(0.8, 1));
        double[] scores = IntStream.range(0, evaluation.count())
                .mapToDouble(i -> config.autoencoder() ? -evaluation.distortion()[i] : evaluation.elbo(i))
                .toArray();
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new LossReport(
                model,
                data,
                config,
                some,
                evaluation,
                collapse,
                CollapseVerdict.of(collapse, config),
                bounds,
                evaluation.averageDistortion(),
                evaluation.ratePerDimension(),
                scores,
                order);
    }

    /** What the score of an image is. */
    String score() {
        return config.autoencoder() ? "negative distortion" : "ELBO";
    }

    /** Average of the scores. */
    double averageScore() {
        return config.autoencoder() ? -distortion : elbo();
    }

    /** Not a number for an autoencoder. */
    double rate() {
        return Arrays.stream(ratePerDimension).sum();
    }

    /** Not a number for an autoencoder. */
    double elbo() {
        return -distortion - rate();
    }

    /** What was minimised, as far as β goes: distortion + β · rate. */
    double objective() {
        return distortion + config.beta() * rate();
    }
}
