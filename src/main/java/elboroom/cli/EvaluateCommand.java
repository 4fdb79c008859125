package elboroom.cli;

import elboroom.data.ImageSet;
import elboroom.measure.Evaluation;
import elboroom.measure.Figures;
import elboroom.model.ModelCard;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import java.util.concurrent.Callable;
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
                        + " which latent dimensions carry information. The same command gives the same figures each time.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private Subject subject;

    @Option(names = "--json", description = "print the figures as one JSON object; those that a model has not are null")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StoredModel model = subject.model();
        ImageSet images = subject.images(model);
        ModelCard.Figures figures;
        try (Vae vae = subject.open(model)) {
            figures = Figures.of(Evaluation.of(vae, images), images.id());
        }
        EvaluationReport report =
                EvaluationReport.of(model.name(), model.card().config().latentSize(), figures);
        spec.commandLine().getOut().println(json ? Json.of(report) : report.table());
        return 0;
    }
}
