package elboroom.cli;

import elboroom.measure.Evaluation;
import elboroom.model.ModelCard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's figures as {@code evaluate} prints them; its components are the keys of the JSON form. Nats per image; null
 * what a plain autoencoder has not.
 *
 * @param model its name
 * @param dataset id of the images
 * @param n number of images
 * @param latent number of latent dimensions
 */
record EvaluationReport(
        String model,
        String dataset,
        int n,
        int latent,
        @Nullable Double elbo,
        double distortion,
        @Nullable Double rate,
        @Nullable List<Double> ratePerDimension,
        double reconstructionAtMean,
        List<Double> varianceOfMeans,
        int activeUnits,
        @Nullable Integer collapsedDimensions) {

    static EvaluationReport of(String model, int latent, ModelCard.Figures figures) {
        return new EvaluationReport(
                model,
                figures.dataset(),
                figures.images(),
                latent,
                figures.elbo(),
                figures.distortion(),
                figures.rate(),
                figures.ratePerDimension(),
                figures.reconstructionAtMean(),
                figures.varianceOfMeans(),
                figures.activeUnits(),
                figures.collapsedDimensions());
    }

    /** For people: the figures below each other with their units, then a line for each latent dimension. */
    String table() {
        List<String> lines = new ArrayList<>();
        lines.add("%s on %s: %,d image%s, %d latent dimension%s"
                .formatted(model, dataset, n, n == 1 ? "" : "s", latent, latent == 1 ? "" : "s"));
        lines.add("");
        if (elbo != null && rate != null) {
            lines.add(figure("ELBO", elbo));
            lines.add(figure("distortion", distortion));
            lines.add(figure("rate (KL)", rate));
            lines.add(figure("reconstruction at the mean", reconstructionAtMean));
        } else {
            lines.add(figure("distortion at the code", reconstructionAtMean));
        }
        lines.add(count("active dimensions", activeUnits, "variance of means over " + Evaluation.ACTIVE_VARIANCE));
        if (collapsedDimensions != null) {
            lines.add(count(
                    "collapsed dimensions",
                    collapsedDimensions,
                    "KL below %s nats for %.0f%% of the images"
                            .formatted(Evaluation.COLLAPSE_EPSILON, 100 * (1 - Evaluation.COLLAPSE_DELTA))));
        }
        lines.add("");
        lines.add("  %9s  %17s%s"
                .formatted("dimension", "variance of means", ratePerDimension == null ? "" : "  rate in nats"));
        for (int j = 0; j < latent; j++) {
            String kl = ratePerDimension == null ? "" : "  %12.4f".formatted(ratePerDimension.get(j));
            lines.add("  %9d  %17.4f%s".formatted(j + 1, varianceOfMeans.get(j), kl));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String figure(String name, double value) {
        return "  %-26s  %9.2f nats per image".formatted(name, value);
    }

    private String count(String name, int value, String meaning) {
        return "  %-26s  %6d of %d (%s)".formatted(name, value, latent, meaning);
    }
}
