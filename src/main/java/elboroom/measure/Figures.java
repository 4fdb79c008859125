package elboroom.measure;

import elboroom.model.ModelCard;
import java.util.Arrays;
import java.util.List;

/** The averages of an evaluation in the form that cards and the command line give. */
public final class Figures {
    private Figures() {}

    /** @param dataset id of the images that were evaluated */
    public static ModelCard.Figures of(Evaluation evaluation, String dataset) {
        boolean prior = !Double.isNaN(evaluation.averageRate());
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
