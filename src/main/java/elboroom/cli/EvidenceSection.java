package elboroom.cli;

import elboroom.data.ImageSet;
import elboroom.measure.EvidenceSurvey;
import elboroom.measure.Watch;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evidence and gap in an evaluation's report. */
final class EvidenceSection {
    /** Images looked at unless a number was said: an image takes 20 ms, the whole test set minutes. */
    private static final int USUAL = 500;

    private EvidenceSection() {}

    static ReportSection of(Vae vae, ImageSet images, boolean limited) {
        if (vae.autoencoder()) {
            return section(null, List.of("Evidence: a plain autoencoder has no prior, so no log p(x)"));
        }
        long start = System.nanoTime();
        int count = limited ? images.size() : Math.min(USUAL, images.size());
        EvidenceSurvey survey = EvidenceSurvey.of(vae, images, count, Watch.NONE);
        double seconds = (System.nanoTime() - start) * 1e-9;
        return section(json(survey, seconds), lines(survey, seconds));
    }

    private static ReportSection section(@Nullable Map<String, @Nullable Object> evidence, List<String> lines) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("evidence", evidence);
        return new ReportSection(json, lines);
    }

    private static Map<String, @Nullable Object> json(EvidenceSurvey survey, double seconds) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("n", survey.images().size());
        json.put("meanLogEvidence", survey.meanLogEvidence());
        json.put("meanElbo", survey.meanElbo());
        json.put("meanGap", survey.meanGap());
        json.put("medianGap", survey.medianGap());
        json.put("meanGapDirect", survey.exact() ? survey.meanGapDirect() : null);
        json.put("maxDisagreement", survey.exact() ? survey.maxDisagreement() : null);
        json.put("gridCells", survey.exact() ? Math.round(survey.meanCells()) : null);
        json.put("seconds", seconds);
        return json;
    }

    private static List<String> lines(EvidenceSurvey survey, double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add(
                survey.exact()
                        ? "Evidence: exact, by quadrature over the latent plane; %,d images in %.1f s"
                                .formatted(survey.images().size(), seconds)
                        : ("Evidence: not exact with %d latent dimensions: the IWAE bound of %,d draws, which is below it;"
                                        + " %,d images in %.1f s")
                                .formatted(
                                        survey.latentSize(),
                                        EvidenceSurvey.DRAWS,
                                        survey.images().size(),
                                        seconds));
        lines.add(
                survey.exact()
                        ? figure("log p(x)", survey.meanLogEvidence(), "")
                        : figure(
                                "log p(x) is at least",
                                survey.meanLogEvidence(),
                                " ± %.2f".formatted(survey.standardError())));
        lines.add(figure(
                "ELBO of these images",
                survey.meanElbo(),
                ": over %s; above, over one draw of z for each image"
                        .formatted(survey.exact() ? "all z" : "%,d draws".formatted(EvidenceSurvey.DRAWS))));
        lines.add(figure(survey.exact() ? "gap, average" : "gap at least, average", survey.meanGap(), ""));
        lines.add(figure(survey.exact() ? "gap, median" : "gap at least, median", survey.medianGap(), ""));
        if (survey.exact()) {
            lines.add(figure(
                    "KL(q‖p(z|x)), average",
                    survey.meanGapDirect(),
                    ": the gap by another way; they differ by %.4f at most".formatted(survey.maxDisagreement())));
        }
        return lines;
    }

    private static String figure(String name, double value, String remark) {
        return "  %-26s  %9.2f nats%s".formatted(name, value, remark);
    }
}
