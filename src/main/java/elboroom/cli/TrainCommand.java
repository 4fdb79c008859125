package elboroom.cli;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.Home;
import elboroom.model.Architecture;
import elboroom.model.Likelihood;
import elboroom.model.StoredModel;
import elboroom.model.VaeConfig;
import elboroom.train.BetaSchedule;
import elboroom.train.RunDescription;
import elboroom.train.SnapshotPlan;
import elboroom.train.TrainingJob;
import elboroom.train.TrainingPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains a model and stores it, with its provenance card, in a folder of its own.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "ID|PATH",
            description = "mnist, fashion or shapes, or " + DataReading.PATHS)
    private String data;

    @Mixin
    private DataReading reading;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the model to be made")
    private Path out;

    @Option(
            names = "--latent",
            defaultValue = "2",
            description = "latent dimensions, 1 to 64 (default ${DEFAULT-VALUE})")
    private int latent;

    @Option(
            names = "--hidden",
            defaultValue = "512,256",
            paramLabel = "WIDTHS",
            description = "widths of the encoder's hidden layers, the decoder mirrors them (default ${DEFAULT-VALUE})")
    private String hidden;

    @Option(names = "--conv", description = "convolutional network in place of --hidden; sides must be multiples of 4")
    private boolean convolutional;

    @Option(names = "--epochs", defaultValue = "10", description = "passes over the data (default ${DEFAULT-VALUE})")
    private int epochs;

    @Option(names = "--beta", defaultValue = "1", description = "weight of the rate (default ${DEFAULT-VALUE})")
    private double beta;

    @Option(
            names = "--beta-schedule",
            defaultValue = "constant",
            paramLabel = "SCHEDULE",
            description =
                    "how beta comes to its height: constant, warmup:EPOCHS, warmup:SHARE%% of the run, or cyclical:CYCLES[:RAMP]"
                            + " (default ${DEFAULT-VALUE})")
    private String betaSchedule;

    @Option(
            names = "--free-bits",
            defaultValue = "0",
            paramLabel = "LAMBDA",
            description = "nats that each dimension's rate counts as at least (default ${DEFAULT-VALUE})")
    private double freeBits;

    @Option(names = "--autoencoder", description = "a plain autoencoder: no noise, no rate")
    private boolean autoencoder;

    @Option(
            names = "--likelihood",
            defaultValue = "bernoulli",
            description = "bernoulli or gaussian:VARIANCE (default ${DEFAULT-VALUE})")
    private String likelihood;

    @Option(names = "--batch", defaultValue = "128", description = "images in a minibatch (default ${DEFAULT-VALUE})")
    private int batch;

    @Option(names = "--learning-rate", defaultValue = "1e-3", description = "of Adam (default ${DEFAULT-VALUE})")
    private double learningRate;

    @Option(
            names = "--seed",
            defaultValue = "" + VaeConfig.USUAL_SEED,
            description = "of weights, order and noise (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--images",
            defaultValue = "0",
            paramLabel = "N",
            description = "train on the first N images only (default: all)")
    private int images;

    @Option(
            names = "--snapshot-every",
            paramLabel = "STEPS",
            description =
                    "keep the network on its way, every so many steps, or 'auto': at most 48 times (default: never)")
    private @Nullable String snapshotEvery;

    @Option(names = "--title", description = "the model's title for people")
    private @Nullable String title;

    @Option(
            names = "--resume",
            description = "go on with the interrupted run in DIR; the other options must be the same")
    private boolean resume;

    @Option(names = "--overwrite", description = "replace the model or unfinished run in DIR")
    private boolean overwrite;

    @Option(names = "--json", description = "print the model's card as one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataReading.Found found = reading.find(Home.locate(), data);
        Catalogue catalogue = found.catalogue();
        Dataset dataset = catalogue.dataset(found.id());
        VaeConfig config = new VaeConfig(
                dataset.shape(),
                convolutional
                        ? new Architecture.Convolutional()
                        : new Architecture.Mlp(Architecture.parseWidths(hidden)),
                latent,
                Likelihood.parse(likelihood),
                beta,
                freeBits,
                autoencoder,
                seed);
        TrainingPlan plan = new TrainingPlan(config, epochs, batch, learningRate, BetaSchedule.parse(betaSchedule));
        SnapshotPlan snapshots = snapshotEvery == null ? SnapshotPlan.NONE : SnapshotPlan.parse(snapshotEvery);
        RunDescription run =
                new RunDescription(dataset.id(), images, title == null ? title(dataset, config) : title, plan);
        TrainingJob.Start start =
                resume ? TrainingJob.Start.RESUME : overwrite ? TrainingJob.Start.OVERWRITE : TrainingJob.Start.FRESH;
        TrainingJob job = new TrainingJob(catalogue, run, snapshots, out);
        TrainingReport report =
                new TrainingReport(spec.commandLine().getErr(), System.console() != null, plan.config());
        try (Interrupt interrupt = new Interrupt()) {
            Optional<StoredModel> model = job.run(start, report, interrupt);
            report.end();
            if (model.isEmpty()) {
                spec.commandLine().getErr().println("stopped; the same command with --resume goes on from here");
                return Interrupt.EXIT_CODE;
            }
            if (json) {
                spec.commandLine().getOut().println(model.get().card().toJson());
            } else {
                spec.commandLine().getOut().println(report.summary(model.get()));
            }
            return 0;
        }
    }

    private static String title(Dataset dataset, VaeConfig config) {
        return "%s, %s, %d latent dimension%s"
                .formatted(
                        dataset.title(),
                        config.autoencoder() ? "autoencoder" : "VAE",
                        config.latentSize(),
                        config.latentSize() == 1 ? "" : "s");
    }
}
