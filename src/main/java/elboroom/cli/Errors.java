package elboroom.cli;

import elboroom.data.InputException;
import elboroom.train.DivergedException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What goes wrong is said in one line on standard error, with exit code 2; the details go to the log file. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private Errors() {}

    static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        say(
                command,
                oneLine(e.getMessage()) + " (see '" + command.getCommandSpec().qualifiedName() + " --help')");
        return CommandLine.ExitCode.USAGE;
    }

    static int failed(Exception e, CommandLine command, ParseResult result) {
        LOG.error("command {} failed", List.of(command.getCommandSpec().qualifiedName()), e);
        if (e instanceof InputException || e instanceof DivergedException) {
            say(command, oneLine(e.getMessage()));
        } else {
            say(
                    command,
                    "unexpected %s: %s; details are in the log file in %s"
                            .formatted(
                                    e.getClass().getSimpleName(),
                                    oneLine(e.getMessage()),
                                    System.getProperty("elboroom.logs")));
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static void say(CommandLine command, String message) {
        command.getErr().println("elbo-room: " + message);
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }
}
