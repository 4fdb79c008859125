package elboroom.cli;

import elboroom.data.ImageSet;
import elboroom.measure.GeometrySurvey;
import elboroom.measure.Holes;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
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
        figures.put("medianSigmaMax", survey.perUnit().median());
        figures.put("p95SigmaMax", survey.perUnit().p95());
        figures.put("holeMass", survey.hole().mass());
        figures.put("mmd", survey.mmd().mmd());
        figures.put("mmdP", survey.mmd().p());
        figures.put("priorSamplePlausible", survey.plausible());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("geometry", figures);
        return new ReportSection(json, lines(vae.autoencoder(), survey));
    }

    private static List<String> lines(boolean autoencoder, GeometrySurvey survey) {
        List<String> lines = new ArrayList<>();
        lines.add("Geometry: over "
                + (autoencoder ? "the Gaussian of the codes, as an autoencoder has no prior" : "the prior"));
        lines.add(
                figure("σ_max of ∂x̂/∂z, median", survey.perUnit().median(), "how far an image moves for a step of 1"));
        lines.add(figure("  95th percentile", survey.perUnit().p95(), "continuity"));
        if (autoencoder) {
            lines.add(figure(
                    "  per σ, median",
                    survey.perDeviation().median(),
                    "for a step of one standard deviation of the codes, which can be compared with a VAE's"));
            lines.add(figure("  per σ, 95th percentile", survey.perDeviation().p95(), "the same"));
        }
        lines.add(figure(
                "unevenness, median",
                survey.unevenness().median(),
                "greatest step over average step of the image between two codes; 1 is even"));
        lines.add(figure("  95th percentile", survey.unevenness().p95(), "continuity whatever the latent units"));
        lines.add(figure(
                "hole mass",
                survey.hole().mass(),
                "± %.4f of it where q(z) is below %s p(z): completeness"
                        .formatted(survey.hole().standardError(), Holes.THRESHOLD)));
        lines.add(figure(
                "plausible samples",
                survey.plausible(),
                "± %.4f within %.2f of a training image, as test images of their reconstructions"
                        .formatted(survey.plausibleError(), survey.typical())));
        lines.add(figure(
                "MMD of q(z) and p(z)",
                survey.mmd().mmd(),
                "p = %.3f, the share of relabellings that differ as much"
                        .formatted(survey.mmd().p())));
        return lines;
    }

    private static String figure(String name, double value, String remark) {
        return "  %-26s  %9.4f  %s".formatted(name, value, remark);
    }
}
