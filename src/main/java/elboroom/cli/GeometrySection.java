package elboroom.cli;

import elboroom.data.ImageSet;
import elboroom.measure.GeometrySurvey;
import elboroom.measure.Holes;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Continuity and completeness in an evaluation's report. */
final class GeometrySection {
    private GeometrySection() {}

    static ReportSection of(Vae vae, Posterior posterior, ImageSet training, ImageSet test) {
        GeometrySurvey survey = GeometrySurvey.of(vae, posterior, training, test, Watch.NONE);
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("medianSigmaMax", survey.medianSigmaMax());
        figures.put("p95SigmaMax", survey.p95SigmaMax());
        figures.put("holeMass", survey.hole().mass());
        figures.put("mmd", survey.mmd().mmd());
        figures.put("mmdP", survey.mmd().p());
        figures.put("priorSamplePlausible", survey.plausible());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("geometry", figures);
        String prior = vae.autoencoder() ? "the Gaussian of its codes, in place of a prior" : "the prior";
        return new ReportSection(
                json,
                List.of(
                        "Geometry: over " + prior,
                        figure("image per step of 1 σ", survey.medianSigmaMax())
                                + " at the median: continuity, largest singular value of the Jacobian",
                        figure("", survey.p95SigmaMax()) + " at the 95th percentile",
                        figure("hole mass", survey.hole().mass())
                                + " ± %.4f of it where q(z) is below %s p(z)"
                                        .formatted(survey.hole().standardError(), Holes.THRESHOLD),
                        figure("MMD of q(z) and p(z)", survey.mmd().mmd())
                                + " (p = %.3f that they are the same)"
                                        .formatted(survey.mmd().p()),
                        figure("plausible samples", survey.plausible())
                                + " of decoded samples lie as near to a training image as reconstructions to theirs"));
    }

    private static String figure(String name, double value) {
        return "  %-26s  %9.4f".formatted(name, value);
    }
}
