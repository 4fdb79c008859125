package elboroom.cli;

import elboroom.measure.Collapse;
import elboroom.measure.CollapseVerdict;
import elboroom.measure.Evaluation;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The signs of collapse in an evaluation's report. */
final class CollapseSection {
    private CollapseSection() {}

    static ReportSection of(Vae vae, VaeConfig config, Evaluation evaluation) {
        Collapse collapse = Collapse.of(vae, evaluation, Watch.NONE);
        CollapseVerdict verdict = CollapseVerdict.of(collapse, config);
        boolean prior = !config.autoencoder();
        List<Map<String, @Nullable Object>> dimensions = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add("Collapse: " + verdict.sentence());
        lines.add("  %9s  %9s  %17s  %23s  %14s  %6s  %9s"
                .formatted(
                        "dimension",
                        "KL (nats)",
                        "variance of means",
                        "mean posterior variance",
                        "shuffle effect",
                        "active",
                        "collapsed"));
        for (Collapse.Dimension d : collapse.dimensions()) {
            dimensions.add(json(d, prior));
            lines.add("  %9d  %9s  %17.4f  %23s  %14.4f  %6s  %9s"
                    .formatted(
                            d.index() + 1,
                            prior ? "%.4f".formatted(d.kl()) : "none",
                            d.varianceOfMeans(),
                            prior ? "%.4f".formatted(d.meanPosteriorVariance()) : "none",
                            d.shuffleEffect(),
                            yesNo(d.active()),
                            prior ? yesNo(d.collapsed()) : "none"));
        }
        lines.add(
                "  (shuffle effect: change of a pixel, 0 to 1, when the dimension's means are shuffled among the images)");
        verdict.advice().forEach(advice -> lines.add("  - " + advice));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("collapse", dimensions);
        return new ReportSection(json, lines);
    }

    private static Map<String, @Nullable Object> json(Collapse.Dimension dimension, boolean prior) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dimension", dimension.index() + 1);
        json.put("kl", prior ? dimension.kl() : null);
        json.put("varianceOfMeans", dimension.varianceOfMeans());
        json.put("meanPosteriorVariance", prior ? dimension.meanPosteriorVariance() : null);
        json.put("epsilonDelta", prior ? dimension.collapsed() : null);
        json.put("shuffleEffect", dimension.shuffleEffect());
        json.put("active", dimension.active());
        return json;
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
