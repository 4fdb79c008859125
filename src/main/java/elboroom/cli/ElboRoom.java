package elboroom.cli;

import elboroom.app.ElboRoomApp;
import elboroom.app.NoDisplayException;
import elboroom.data.Home;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
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
            BenchCommand.class,
            BenchWindowCommand.class
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class ElboRoom implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (OffScreen.isOnlyWay(System.getProperty("os.name"), System::getenv)) {
            tellOfTour("neither DISPLAY nor WAYLAND_DISPLAY is set");
            return TourCommand.inDefaultFolder(spec).call();
        }
        try {
            new ElboRoomApp(Home.locate()).open();
            return 0;
        } catch (NoDisplayException e) {
            LoggerFactory.getLogger(ElboRoom.class).warn("the toolkit did not start", e);
            tellOfTour(String.valueOf(e.getMessage()));
            return OffScreen.runAgain("tour");
        }
    }

    private void tellOfTour(String reason) {
        spec.commandLine()
                .getOut()
                .println("There is no display to open a window on (%s).%n".formatted(reason)
                        + "The program walks through its tabs by itself instead, off-screen; this takes a minute.");
    }
}
