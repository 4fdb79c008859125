package elboroom.cli;

import elboroom.data.AtomicFiles;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.latent.ImageSteps;
import elboroom.latent.LatentPath;
import elboroom.latent.PathKind;
import elboroom.latent.PathTable;
import elboroom.latent.Routes;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.raster.Film;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "interpolate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Decodes a way through latent space from one image to another.",
        footer = {
            "",
            "line: straight, at even steps. slerp: along the great circle around the origin. geodesic: the way along which the"
                    + " decoded image changes least in all, at even changes.",
            "",
            "Lengths are distances of images: the root of the sum over pixels of squared differences, grey levels from 0 to 1."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class InterpolateCommand implements Callable<Integer> {
    private static final int MIN_FRAMES = 2;
    private static final int MAX_FRAMES = 1000;

    @Mixin
    private Subject subject;

    @Option(names = "--from", required = true, paramLabel = "I", description = "number of the first image, from 0")
    private int from;

    @Option(names = "--to", required = true, paramLabel = "J", description = "number of the last image")
    private int to;

    @Option(
            names = "--path",
            defaultValue = "line",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Kind path;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "film (.gif), strip of all frames (.png) or numbers (.csv)")
    private Path out;

    @Option(
            names = "--frames",
            defaultValue = "24",
            paramLabel = "N",
            description = "points along the way, both ends among them (default ${DEFAULT-VALUE})")
    private int frames;

    @Spec
    private CommandSpec spec;

    private enum Kind {
        line(PathKind.LINE),
        slerp(PathKind.SLERP),
        geodesic(PathKind.GEODESIC);

        private final PathKind kind;

        Kind(PathKind kind) {
            this.kind = kind;
        }
    }

    @Override
    public Integer call() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".gif") && !name.endsWith(".png") && !name.endsWith(".csv")) {
            throw new InputException(out + ": of no known kind; expected a name that ends in .gif, .png or .csv");
        }
        if (frames < MIN_FRAMES || frames > MAX_FRAMES) {
            throw new InputException(
                    "frames: must be between %d and %d, not %d".formatted(MIN_FRAMES, MAX_FRAMES, frames));
        }
        StoredModel model = subject.model();
        ImageSet images = subject.images(model);
        try (Vae vae = subject.open(model)) {
            double[] a = code(vae, images, "from", from);
            double[] b = code(vae, images, "to", to);
            LatentPath way = Routes.leg(vae, path.kind, a, b, frames, () -> true);
            float[] decoded = vae.decode(way.points(), frames);
            double[] steps = ImageSteps.of(decoded, frames);
            ImageShape shape = vae.shape();
            AtomicFiles.write(out, stream -> {
                if (name.endsWith(".csv")) {
                    stream.write(PathTable.csv(way, steps).getBytes(StandardCharsets.UTF_8));
                } else {
                    Film film = new Film(decoded, frames, shape.width(), shape.height());
                    if (name.endsWith(".gif")) {
                        film.writeGif(stream);
                    } else {
                        film.writeStrip(stream);
                    }
                }
            });
            double straight = ImageSteps.length(vae, LatentPath.line(a, b, frames));
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "%s: %d frames, length %.2f grey levels, longest step %.2f; the straight line's length %.2f",
                            out,
                            frames,
                            Arrays.stream(steps).sum(),
                            Arrays.stream(steps).max().orElse(0),
                            straight));
        }
        return 0;
    }

    private static double[] code(Vae vae, ImageSet images, String option, int index) {
        if (index < 0 || index >= images.size()) {
            throw new InputException(
                    "%s: must be between 0 and %d, not %d".formatted(option, images.size() - 1, index));
        }
        float[] mean = vae.encode(images.image(index), 1).mean();
        double[] code = new double[mean.length];
        Arrays.setAll(code, j -> mean[j]);
        return code;
    }
}
