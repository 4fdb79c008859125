package elboroom.measure;

import elboroom.data.InputException;
import elboroom.model.ModelCard;
import java.util.Arrays;
import java.util.List;

/** The averages of an evaluation in the form that cards and the command line give. */
public final class Figures {
    private Figures() {}

    /**
     * The averages.
     *
     * @param dataset id of the images that were evaluated
     * @throws InputException if the losses are not finite numbers, as of a model whose weights have run away
     */
    public static ModelCard.Figures of(Evaluation evaluation, String dataset) {
        boolean prior = evaluation.posterior().logVariance(0, 0) != Float.NEGATIVE_INFINITY;
        if (!Double.isFinite(evaluation.averageDistortion() + (prior ? evaluation.averageRate() : 0))) {
            throw new InputException(
                    "the model's losses on %s are not finite numbers: its weights are too large to be of use"
                            .formatted(dataset));
        }
        return new ModelCard.Figures(
                dataset,
                evaluation.count(),
                prior ? evaluation.averageElbo() : null,
                evaluation.averageDistortion(),
                prior ? evaluation.averageRate() : null,
                prior ? list(evaluation.ratePerDimension()) : null,
                evaluation.averageDistortionAtMean(),
                list(evaluation.varianceOfMeans()),
                evaluation.activeUnits(),
                prior ? Integer.valueOf(evaluation.collapsedDimensions()) : null);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
