package elboroom.cli;

import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "encode",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Writes the posterior q(z|x) of every image: means, log variances, labels, and the generating factors"
                        + " where they are known.",
        footer = {
            "",
            "A .csv file has a row for each image with the columns index, label, mean_1 …, logVariance_1 … and factor_NAME;"
                    + " numbers are written so that reading them gives the same float32 again. A .npz file, for NumPy, has"
                    + " the arrays mean and logVariance [n][d], labels [n] and factor_NAME [n]. The log variance of a plain"
                    + " autoencoder, which has no noise, is -inf."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class EncodeCommand implements Callable<Integer> {
    @Mixin
    private Subject subject;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write, .csv or .npz")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        boolean csv = name.endsWith(".csv");
        if (!csv && !name.endsWith(".npz")) {
            throw new InputException(out + ": of no known kind; expected a name that ends in .csv or .npz");
        }
        StoredModel model = subject.model();
        ImageSet images = subject.images(model);
        try (Vae vae = subject.open(model)) {
            if (csv) {
                EncodedFile.writeCsv(vae, images, out);
            } else {
                EncodedFile.writeNpz(vae, images, out);
            }
        }
        spec.commandLine()
                .getOut()
                .println("%s: %,d images of %s, %d latent dimension%s"
                        .formatted(
                                out,
                                images.size(),
                                images.id(),
                                model.card().config().latentSize(),
                                model.card().config().latentSize() == 1 ? "" : "s"));
        return 0;
    }
}
