package elboroom.cli;

import elboroom.measure.Evaluation;
import elboroom.measure.Surgery;
import elboroom.measure.Watch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ELBO surgery in an evaluation's report. */
final class SurgerySection {
    private SurgerySection() {}

    static ReportSection of(boolean autoencoder, Evaluation evaluation) {
        if (autoencoder) {
            return new ReportSection(
                    json(null),
                    List.of("ELBO surgery: a plain autoencoder has no posterior, so no rate to take apart"));
        }
        Surgery surgery = Surgery.of(evaluation.posterior(), Watch.NONE);
        return new ReportSection(
                json(surgery),
                List.of(
                        "ELBO surgery: what the rate of %.2f nats is spent on (by one draw for each image, ±%.2f)"
                                .formatted(surgery.rate(), surgery.sumError()),
                        "  %-26s  %9.2f nats, at most log N = %.2f%s"
                                .formatted(
                                        "mutual information",
                                        surgery.mutualInformation(),
                                        surgery.logN(),
                                        surgery.nearCap() ? ": so near that cap, more images would show more" : ""),
                        "  %-26s  %9.2f nats".formatted("marginal KL", surgery.marginalKl())));
    }

    private static Map<String, @Nullable Object> json(@Nullable Surgery surgery) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("mutualInformation", surgery == null ? null : surgery.mutualInformation());
        json.put("marginalKl", surgery == null ? null : surgery.marginalKl());
        json.put("logN", surgery == null ? null : surgery.logN());
        return json;
    }
}
