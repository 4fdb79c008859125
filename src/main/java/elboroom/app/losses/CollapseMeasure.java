package elboroom.app.losses;

import elboroom.app.chart.Axis;
import elboroom.app.chart.StackedBars.Limit;
import elboroom.app.widget.Numbers;
import elboroom.measure.Collapse;
import elboroom.measure.Evaluation;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is measured of a latent dimension to see whether it has collapsed. */
enum CollapseMeasure {
    KL(
            "KL, nats",
            new Axis("KL", "nats per image", 3),
            "Average KL of the posterior from the prior: what this dimension costs",
            Collapse.Dimension::kl,
            false,
            List.of()),
    VARIANCE(
            "Variance",
            new Axis("Variance of means", "", 4),
            "Variance over the images of the posterior mean; active above %s (Burda 2016)"
                    .formatted(Evaluation.ACTIVE_VARIANCE),
            Collapse.Dimension::varianceOfMeans,
            true,
            List.of(new Limit("active above", Evaluation.ACTIVE_VARIANCE))),
    POSTERIOR(
            "Mean σ²",
            new Axis("Mean posterior variance σ²", "", 3),
            "Average posterior variance: 1 where the posterior is the prior",
            Collapse.Dimension::meanPosteriorVariance,
            false,
            List.of(new Limit("prior", 1))),
    BELOW(
            "KL < %s, %%".formatted(Evaluation.COLLAPSE_EPSILON),
            new Axis("Images with a KL below " + Evaluation.COLLAPSE_EPSILON, "%", 1),
            "Share of the images whose KL in this dimension is below %s nats; (ε,δ)-collapsed from %s %% on (Lucas 2019)"
                    .formatted(Evaluation.COLLAPSE_EPSILON, Numbers.fixed(100 * (1 - Evaluation.COLLAPSE_DELTA), 0)),
            dimension -> 100 * dimension.shareBelow(),
            false,
            List.of(new Limit("collapsed from", 100 * (1 - Evaluation.COLLAPSE_DELTA)))),
    SHUFFLE(
            "Shuffle",
            new Axis("Shuffle effect", "grey levels", 4),
            "How much a decoded pixel changes, from 0 to 1, when this dimension's means are shuffled among the images:"
                    + " |Δx̂|, averaged over pixels and images. 0 means that the decoder does without the dimension",
            Collapse.Dimension::shuffleEffect,
            false,
            List.of());

    private final String head;
    private final Axis axis;
    private final String explanation;
    private final ToDoubleFunction<Collapse.Dimension> value;
    private final boolean log;
    private final List<Limit> limits;

    CollapseMeasure(
            String head,
            Axis axis,
            String explanation,
            ToDoubleFunction<Collapse.Dimension> value,
            boolean log,
            List<Limit> limits) {
        this.head = head;
        this.axis = axis;
        this.explanation = explanation;
        this.value = value;
        this.log = log;
        this.limits = limits;
    }

    /** Above a column. */
    String head() {
        return head;
    }

    Axis axis() {
        return axis;
    }

    String explanation() {
        return explanation;
    }

    /** Whether factors of it matter rather than differences. */
    boolean log() {
        return log;
    }

    /** Lines worth comparing it with. */
    List<Limit> limits() {
        return limits;
    }

    /** Not a number where an autoencoder has none. */
    double of(Collapse.Dimension dimension, boolean autoencoder) {
        return autoencoder && (this == KL || this == POSTERIOR || this == BELOW)
                ? Double.NaN
                : value.applyAsDouble(dimension);
    }

    String text(Collapse.Dimension dimension, boolean autoencoder) {
        return Numbers.fixed(of(dimension, autoencoder), axis.decimals());
    }

    /** What all of it comes to, in a word. */
    static String state(Collapse.Dimension dimension, boolean autoencoder) {
        return dimension.collapsed() && !autoencoder ? "collapsed" : dimension.active() ? "active" : "faint";
    }

    @Override
    public String toString() {
        return axis.name();
    }
}
