package elboroom.cli;

import elboroom.app.view.ViewFile;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code elbo-room}, which opens the window, and those below it. */
@Command(
        name = "elbo-room",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = {
            "Explores and trains variational autoencoders.",
            "",
            "Without a command it opens the window, on a view if the path of one is given. Where there is no display, it says so and runs the tour instead."
        },
        footer = {
            "",
            "Exit codes: 0 done; 2 something is wrong with the input, said in one line; 130 interrupted.",
            "'elbo-room COMMAND --help' explains a command."
        },
        subcommands = {
            TourCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            EncodeCommand.class,
            RenderCommand.class,
            InterpolateCommand.class,
            DataCommand.class,
            OnnxCommand.class,
            ExportCommand.class,
            BenchCommand.class
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class ElboRoom implements Callable<Integer> {
    private static final String NO_SCREEN = "neither DISPLAY nor WAYLAND_DISPLAY is set";

    @Spec
    private CommandSpec spec;

    @Option(
            names = Window.OPEN,
            paramLabel = "FILE",
            description = "Opens the window on a view that was saved in it, a file ending in .elbo.")
    private @Nullable Path view;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (OffScreen.isOnlyWay(System.getProperty("os.name"), System::getenv)) {
            if (view != null) {
                ViewFile.read(view);
                throw new InputException(Window.NO_DISPLAY.formatted(view, NO_SCREEN));
            }
            Window.tellOfTour(spec.commandLine().getOut(), NO_SCREEN);
            return TourCommand.inDefaultFolder(spec).call();
        }
        return Window.open(spec.commandLine().getOut(), view);
    }
}
