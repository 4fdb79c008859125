package elboroom.app.lessons;

import elboroom.data.ImageSet;
import elboroom.lesson.Quantity;
import elboroom.measure.CodeSpread;
import elboroom.measure.DataBounds;
import elboroom.measure.Evaluation;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.Arrays;

/**
 * What is measured of a whole model for a lesson, as the Losses tab measures it. Nats per image.
 *
 * @param largestKl of any dimension; like the rate not a number for an autoencoder
 */
record ModelFigures(
        double distortion,
        double rate,
        double beta,
        int latentSize,
        int activeUnits,
        int collapsedUnits,
        double largestKl,
        CodeSpread spread,
        DataBounds bounds,
        int images) {
    /** The first of larger sets are measured: as many as a test split has. */
    private static final int MOST_IMAGES = 10_000;

    /** @param training what a collapsed decoder would have learnt from */
    static ModelFigures of(Vae vae, VaeConfig config, ImageSet images, ImageSet training, Watch watch) {
        ImageSet some = images.size() > MOST_IMAGES ? images.first(MOST_IMAGES) : images;
        Evaluation evaluation = Evaluation.of(vae, some, some.size(), Evaluation.USUAL_SEED, watch::cancelled);
        int[] labels = new int[some.size()];
        Arrays.setAll(labels, some::label);
        int classes = 1 + Arrays.stream(labels).max().orElse(0);
        return new ModelFigures(
                evaluation.averageDistortion(),
                evaluation.averageRate(),
                config.beta(),
                vae.latentSize(),
                evaluation.activeUnits(),
                evaluation.collapsedDimensions(),
                Arrays.stream(evaluation.ratePerDimension()).max().orElse(Double.NaN),
                CodeSpread.of(evaluation.posterior(), labels, classes),
                DataBounds.of(some, training, config.likelihood(), watch),
                some.size());
    }

    double value(Quantity quantity) {
        return switch (quantity) {
            case DISTORTION -> distortion;
            case RATE -> rate;
            case ELBO -> -distortion - rate;
            case BETA -> beta;
            case OBJECTIVE -> distortion + beta * rate;
            case LATENT_SIZE -> latentSize;
            case ACTIVE_UNITS -> activeUnits;
            case COLLAPSED_UNITS -> collapsedUnits;
            case LARGEST_KL -> largestKl;
            case CODE_SPREAD -> spread.deviation();
            case FARTHEST_CODE -> spread.farthest();
            case COLLAPSED_DISTORTION -> bounds.collapsed();
            case DISTORTION_FLOOR -> bounds.floor();
            case IMAGES -> images;
            default -> Double.NaN;
        };
    }
}
