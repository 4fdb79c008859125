package elboroom.cli;

import elboroom.data.ImageSet;
import elboroom.measure.Evaluation;
import elboroom.measure.Figures;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Works out what a model is worth on a set of images: ELBO, distortion and rate in nats per image, and"
                        + " which latent dimensions carry information. The same command gives the same figures each time.",
        footer = {
            "",
            "elbo: the averages that are always there.",
            "surgery: what the rate is spent on: mutual information, and a distribution of all posteriors that is not the"
                    + " prior (nats).",
            "collapse: for each latent dimension the signs that it carries information or has collapsed to the prior, and"
                    + " what to try.",
            "evidence: log p(x) and the gap to the ELBO, for the first 500 images if there is no --limit; exact with two"
                    + " latent dimensions, else the IWAE bound of 1,000 draws (nats).",
            "geometry: continuity, how far the image moves for a step in latent space, and completeness, whether the prior's"
                    + " samples fall where images are."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private Subject subject;

    @Option(
            names = "--measures",
            split = ",",
            paramLabel = "NAMES",
            description =
                    "what else to work out, separated by commas: elbo, surgery, collapse, evidence, geometry; see below")
    private List<String> measures = List.of();

    @Option(names = "--json", description = "print the figures as one JSON object; those that a model has not are null")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Set<Measure> asked = Measure.parse(measures);
        StoredModel model = subject.model();
        ImageSet images = subject.images(model);
        EvaluationReport report;
        List<ReportSection> sections = new ArrayList<>();
        try (Vae vae = subject.open(model)) {
            Evaluation evaluation = Evaluation.of(vae, images);
            VaeConfig config = model.card().config();
            report = EvaluationReport.of(model.name(), config.latentSize(), Figures.of(evaluation, images.id()));
            for (Measure measure : asked) {
                switch (measure) {
                    case ELBO -> {} // Always there.
                    case SURGERY -> sections.add(SurgerySection.of(config.autoencoder(), evaluation));
                    case COLLAPSE -> sections.add(CollapseSection.of(vae, config, evaluation));
                    case GEOMETRY ->
                        sections.add(GeometrySection.of(vae, evaluation.posterior(), subject.training(model), images));
                    case EVIDENCE -> sections.add(EvidenceSection.of(vae, images, subject.limited()));
                }
            }
        }
        spec.commandLine().getOut().println(json ? json(report, sections) : table(report, sections));
        return 0;
    }

    private static String json(EvaluationReport report, List<ReportSection> sections) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(Json.map(report));
        sections.forEach(section -> all.putAll(section.json()));
        return Json.of(all);
    }

    private static String table(EvaluationReport report, List<ReportSection> sections) {
        List<String> lines = new ArrayList<>();
        lines.add(report.table());
        for (ReportSection section : sections) {
            lines.add("");
            lines.addAll(section.lines());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
