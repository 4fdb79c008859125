package elboroom.cli;

import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import elboroom.latent.Projection;
import elboroom.model.EncodedSet;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import elboroom.raster.Bounds;
import elboroom.raster.Picture;
import elboroom.raster.PngFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Draws a picture of a model's latent space.",
        footer = {
            "",
            "map: the mean of every image in its class's colour, with circles at 1, 2 and 3 σ of the prior.",
            "mosaic: what the decoder makes of the points of a grid, 3 σ of the prior each way; of a plain autoencoder, which"
                    + " has no prior, over all its codes.",
            "traversal: a row for each latent dimension, from -3 to 3 σ of the prior while the others are 0; of a plain"
                    + " autoencoder, from the average code.",
            "",
            "With more than two latent dimensions, map and mosaic show the plane in which the means vary most (their first"
                    + " two principal components)."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class RenderCommand implements Callable<Integer> {
    private static final int MIN_SIZE = 200;
    private static final int MAX_SIZE = 8192;

    @Mixin
    private Subject subject;

    @Option(names = "--what", required = true, paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Kind what;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write, .png")
    private Path out;

    @Option(
            names = "--size",
            defaultValue = "1024",
            paramLabel = "PIXELS",
            description = "width of the picture, " + MIN_SIZE + " to " + MAX_SIZE + " (default ${DEFAULT-VALUE});"
                    + " decoded images are enlarged by a whole factor, with a margin around them")
    private int size;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // named on the command line
    private enum Kind {
        map,
        mosaic,
        traversal
    }

    @Override
    public Integer call() {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new InputException(out + ": of no known kind; expected a name that ends in .png");
        }
        if (size < MIN_SIZE || size > MAX_SIZE) {
            throw new InputException(
                    "size: must be between %d and %d pixels, not %d".formatted(MIN_SIZE, MAX_SIZE, size));
        }
        StoredModel model = subject.model();
        Picture picture = switch (what) {
            case map -> map(model);
            case mosaic -> mosaic(model);
            case traversal -> traversal(model);
        };
        AtomicFiles.write(out, stream -> PngFile.write(stream, picture));
        spec.commandLine().getOut().println("%s: %d×%d pixels".formatted(out, picture.width(), picture.height()));
        return 0;
    }

    private Picture map(StoredModel model) {
        EncodedSet set = subject.encoded(model);
        Projection plane = plane(set);
        VaeConfig config = model.card().config();
        List<String> classes = subject.classNames(model);
        return LatentPictures.map(set, plane, classes, titles(config), !config.autoencoder(), size);
    }

    private Picture mosaic(StoredModel model) {
        VaeConfig config = model.card().config();
        Projection plane;
        double[] held = new double[config.latentSize()];
        Bounds area = Bounds.PRIOR;
        if (config.latentSize() > 2 || config.autoencoder()) {
            EncodedSet set = subject.encoded(model);
            plane = plane(set);
            if (config.autoencoder()) {
                held = Moments.of(set.posterior()).mean();
                area = Bounds.of(plane.xs(set.posterior()), plane.ys(set.posterior()));
            }
        } else {
            plane = Projection.ofDimensions(config.latentSize(), 0, 1);
        }
        try (Vae vae = subject.open(model)) {
            return LatentPictures.mosaic(vae, plane, held, area, titles(config), size);
        }
    }

    private Picture traversal(StoredModel model) {
        VaeConfig config = model.card().config();
        Moments moments = config.autoencoder()
                ? Moments.of(subject.encoded(model).posterior())
                : Moments.ofPrior(config.latentSize());
        try (Vae vae = subject.open(model)) {
            String unit = config.autoencoder()
                    ? "from the average code, in standard deviations of the codes"
                    : "value of the dimension, in standard deviations of the prior; the others at 0";
            return LatentPictures.traversal(vae, moments, unit, size);
        }
    }

    private static LatentPictures.AxisTitles titles(VaeConfig config) {
        String unit = config.autoencoder() ? "" : " (prior standard deviations)";
        boolean plane = config.latentSize() > 2;
        return new LatentPictures.AxisTitles(
                (plane ? "principal component 1" : "z₁") + unit, (plane ? "principal component 2" : "z₂") + unit);
    }

    private static Projection plane(EncodedSet set) {
        int latent = set.posterior().latentSize();
        return latent > 2 ? Projection.principal(set.posterior()) : Projection.ofDimensions(latent, 0, 1);
    }
}
