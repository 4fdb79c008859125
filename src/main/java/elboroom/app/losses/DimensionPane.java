package elboroom.app.losses;

import elboroom.app.widget.Numbers;
import elboroom.measure.Collapse;
import elboroom.measure.Evaluation;
import elboroom.model.Posterior;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the numbers of one dimension come about, with the values of now in them. */
final class DimensionPane extends VBox {
    private final Label title = new Label();
    private final Map<CollapseMeasure, Label> formulas = new EnumMap<>(CollapseMeasure.class);

    DimensionPane() {
        getStyleClass().addAll("formula", "dimension-pane");
        title.getStyleClass().add("section-title");
        title.setId("dimension-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("dimension-formulas");
        for (CollapseMeasure measure : CollapseMeasure.values()) {
            Label name = new Label(measure.head());
            name.getStyleClass().add("caption");
            name.setMinWidth(USE_PREF_SIZE);
            Label formula = new Label();
            formula.setId("dimension-" + measure.name().toLowerCase(java.util.Locale.ROOT));
            formula.getStyleClass().add("caption-strong");
            formula.setMinWidth(0);
            formula.setWrapText(true);
            formula.setMinHeight(USE_PREF_SIZE);
            GridPane.setValignment(name, VPos.TOP);
            formulas.put(measure, formula);
            grid.addRow(formulas.size(), name, formula);
        }
        getChildren().addAll(title, grid);
        setMinHeight(USE_PREF_SIZE);
        // Until there is something to explain.
        setVisible(false);
    }

    void show(@Nullable LossReport report, Collapse.@Nullable Dimension dimension) {
        setVisible(report != null && dimension != null);
        if (report == null || dimension == null) {
            return;
        }
        boolean code = report.config().autoencoder();
        title.setText(
                code
                        ? Numbers.latentName(dimension.index())
                        : "%s: %s"
                                .formatted(
                                        Numbers.latentName(dimension.index()),
                                        CollapseMeasure.state(dimension, false)));
        formulas.forEach((measure, label) -> label.setText(
                Double.isNaN(measure.of(dimension, code))
                        ? "none: a plain autoencoder has codes in place of posteriors"
                        : text(measure, report, dimension)));
    }

    private static String text(CollapseMeasure measure, LossReport report, Collapse.Dimension d) {
        Posterior posterior = report.evaluation().posterior();
        int count = posterior.count();
        double square = 0;
        double mean = 0;
        double log = 0;
        for (int i = 0; i < count; i++) {
            mean += posterior.mean(i, d.index()) / (double) count;
            square += (double) posterior.mean(i, d.index()) * posterior.mean(i, d.index()) / count;
            log += posterior.logVariance(i, d.index()) / (double) count;
        }
        String images = Numbers.fixed(count, 0);
        return switch (measure) {
            case KL ->
                "average of ½ (mean² + σ² − log σ² − 1) = ½ (%s + %s − %s − 1) = %s nats"
                        .formatted(
                                Numbers.fixed(square, 3),
                                Numbers.fixed(d.meanPosteriorVariance(), 3),
                                log < 0 ? "(" + Numbers.fixed(log, 3) + ")" : Numbers.fixed(log, 3),
                                Numbers.fixed(d.kl(), 3));
            case VARIANCE ->
                "average of mean² − (average of mean)² = %s − %s² = %s: %s %s"
                        .formatted(
                                Numbers.fixed(square, 4),
                                mean < 0 ? "(" + Numbers.fixed(mean, 4) + ")" : Numbers.fixed(mean, 4),
                                Numbers.fixed(d.varianceOfMeans(), 4),
                                d.active() ? "active, above" : "not active, not above",
                                Evaluation.ACTIVE_VARIANCE);
            case POSTERIOR ->
                "average of σ² over %s images = %s; the prior's is 1"
                        .formatted(images, Numbers.fixed(d.meanPosteriorVariance(), 3));
            case BELOW ->
                "%s of %s images = %s %%; (ε,δ)-collapsed from %s %% on: %s"
                        .formatted(
                                Numbers.fixed(d.shareBelow() * count, 0),
                                images,
                                Numbers.fixed(100 * d.shareBelow(), 1),
                                Numbers.fixed(100 * (1 - Evaluation.COLLAPSE_DELTA), 0),
                                d.collapsed() ? "yes" : "no");
            case SHUFFLE ->
                "average of |x̂ − x̂ with %s shuffled| over %s images and %d pixels = %s"
                        .formatted(
                                Numbers.latentName(d.index()),
                                images,
                                report.config().shape().size(),
                                Numbers.fixed(d.shuffleEffect(), 4));
        };
    }
}
