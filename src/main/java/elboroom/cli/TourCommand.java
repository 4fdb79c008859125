package elboroom.cli;

import elboroom.app.ElboRoomApp;
import elboroom.data.Home;
import elboroom.data.InputException;
import elboroom.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description =
                "Walks through every tab by itself, off-screen, and writes a picture of each state. Needs no display.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class TourCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for the pictures (default: target/tour in a checkout of the sources, elbo-room-tour"
                    + " anywhere else)")
    private @Nullable Path out;

    @Option(names = "--tab", paramLabel = "ID", description = "walk through this tab only, such as explore or train")
    private @Nullable String tab;

    @Spec
    private CommandSpec spec;

    /** With the default folder. */
    static TourCommand inDefaultFolder(CommandSpec spec) {
        TourCommand tour = new TourCommand();
        tour.spec = spec;
        return tour;
    }

    @Override
    public Integer call() {
        Path folder = out == null ? defaultFolder() : out;
        Home home = Home.locate();
        requireModel(home.pretrained());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputException(
                    folder + ": no such folder can be made; expected a place that can be written to", e);
        }
        OffScreen.use();
        List<Path> pictures = new ElboRoomApp(home).tour(folder, tab);
        spec.commandLine()
                .getOut()
                .println("%d pictures of the tour are in %s".formatted(pictures.size(), folder.toAbsolutePath()));
        return 0;
    }

    private static void requireModel(Path pretrained) {
        List<InputException> problems = new java.util.ArrayList<>();
        if (new ModelStore(List.of(pretrained)).list(problems::add).isEmpty()) {
            throw problems.isEmpty()
                    ? new InputException(pretrained + ": holds no model; expected at least one to show")
                    : problems.get(0);
        }
    }

    private static Path defaultFolder() {
        return Files.exists(Path.of("pom.xml")) || Files.isDirectory(Path.of("target"))
                ? Path.of("target", "tour")
                : Path.of("elbo-room-tour");
    }
}
