package elboroom.cli;

import elboroom.data.Catalogue;
import elboroom.data.Home;
import elboroom.data.InputException;
import elboroom.data.own.ImportOptions;
import elboroom.data.own.ImportProgress;
import elboroom.data.own.KeptData;
import elboroom.data.own.OwnData;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say how to read one's own data, and the catalogue that has it. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class DataReading {
    /** What {@code --data} takes besides names. */
    static final String PATHS = "the path of a folder of images or of an IDX, CSV, NPY or NPZ file";

    private static final int SHOWN = 5;

    @Option(
            names = "--shape",
            paramLabel = "HxW[xC]",
            description =
                    "own data: shape of the images, such as 28, 28x20 (height first) or 64x64x3; images of another"
                            + " size are scaled to it (default: as found)")
    private @Nullable String shape;

    @Option(names = "--grey", description = "own data: colour images become grey")
    private boolean grey;

    @Option(
            names = "--fit",
            defaultValue = "crop",
            paramLabel = "crop|pad",
            description = "own data: images of other proportions are cropped or padded with black"
                    + " (default ${DEFAULT-VALUE})")
    private String fit;

    @Option(
            names = "--test-share",
            defaultValue = "0.1",
            paramLabel = "SHARE",
            description = "own data: share of the images kept for testing, unless the data says so itself; 0 to use all"
                    + " for both (default ${DEFAULT-VALUE})")
    private double testShare;

    @Option(
            names = "--split-seed",
            defaultValue = "0",
            paramLabel = "SEED",
            description = "own data: decides which images are for testing (default ${DEFAULT-VALUE})")
    private long seed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** A catalogue, and the name in it of what was asked for. */
    record Found(Catalogue catalogue, String id) {}

    ImportOptions options() {
        ImportOptions options = ImportOptions.USUAL.withSplit(testShare, seed);
        options = switch (fit) {
            case "crop" -> options;
            case "pad" -> options.withFit(ImportOptions.Fit.PAD);
            default -> throw new InputException("fit: '" + fit + "'; expected crop or pad");
        };
        options = shape == null ? options : options.withShape(shape);
        return grey ? options.withChannels(1) : options;
    }

    /** The catalogue with all copies of one's own data that were kept. */
    static Catalogue catalogue(Home home) {
        Catalogue catalogue = new Catalogue(home.assets());
        new OwnData(home.user()).addTo(catalogue, problem -> {});
        return catalogue;
    }

    /**
     * Finds data by its name in the catalogue, or else by its path.
     *
     * @throws InputException if it is neither, or cannot be read
     */
    Found find(Home home, String nameOrPath) {
        Catalogue catalogue = catalogue(home);
        if (catalogue.find(nameOrPath).isPresent()) {
            return new Found(catalogue, nameOrPath);
        }
        Optional<Path> path = path(nameOrPath);
        if (path.isEmpty()) {
            try {
                catalogue.dataset(nameOrPath);
            } catch (InputException e) {
                throw new InputException(e.getMessage() + ", or " + PATHS, e);
            }
        }
        KeptData kept = open(home, path.orElseThrow());
        catalogue.put(kept);
        return new Found(catalogue, kept.dataset().id());
    }

    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private KeptData open(Home home, Path path) {
        PrintWriter err = spec.commandLine().getErr();
        KeptData kept;
        try (Interrupt interrupt = new Interrupt()) {
            kept = new OwnData(home.user()).open(path, options(), new Progress(err, path, interrupt));
        }
        tellSkipped(err, kept.skipped());
        return kept;
    }

    static void tellSkipped(PrintWriter err, List<String> skipped) {
        skipped.stream().limit(SHOWN).forEach(line -> err.println("left out: " + line));
        if (skipped.size() > SHOWN) {
            err.println("left out: %,d more".formatted(skipped.size() - SHOWN));
        }
    }

    /** On a terminal, a line that counts up; otherwise silent. */
    private static final class Progress implements ImportProgress {
        private final PrintWriter err;
        private final Path path;
        private final Interrupt interrupt;
        private final boolean shown = System.console() != null;
        private int percent = -1;

        Progress(PrintWriter err, Path path, Interrupt interrupt) {
            this.err = err;
            this.path = path;
            this.interrupt = interrupt;
        }

        @Override
        public void at(double share) {
            int now = (int) (100 * share);
            if (shown && now != percent) {
                percent = now;
                err.print("\rreading %s: %d %%%s".formatted(path.getFileName(), now, now == 100 ? "\n" : ""));
                err.flush();
            }
        }

        @Override
        public boolean cancelled() {
            return interrupt.getAsBoolean();
        }
    }
}
