package elboroom.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code elbo-room}, which opens the window, and those below it. */
@Command(
        name = "elbo-room",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = {
            "Explores and trains variational autoencoders.",
            "",
            "Without a command it opens the window. Where there is no display, it says so and runs the tour instead."
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
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (OffScreen.isOnlyWay(System.getProperty("os.name"), System::getenv)) {
            Window.tellOfTour(spec.commandLine().getOut(), "neither DISPLAY nor WAYLAND_DISPLAY is set");
            return TourCommand.inDefaultFolder(spec).call();
        }
        return Window.open(spec.commandLine().getOut());
    }
}
