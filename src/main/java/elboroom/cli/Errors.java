package elboroom.cli;

import elboroom.data.InputException;
import elboroom.train.DivergedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What goes wrong is said in one line on standard error, with exit code 2; the details go to the log file. */
final class Errors {
    private Errors() {}

    static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        say(command, oneLine(message(e)) + " (see '" + command.getCommandSpec().qualifiedName() + " --help')");
        return CommandLine.ExitCode.USAGE;
    }

    private static @Nullable String message(ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched
                && !command.getSubcommands().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            if (!first.startsWith("-")) {
                return "unknown command '%s'; expected one of %s"
                        .formatted(
                                first,
                                command.getSubcommands().entrySet().stream()
                                        .filter(entry -> !entry.getValue()
                                                .getCommandSpec()
                                                .usageMessage()
                                                .hidden())
                                        .map(Map.Entry::getKey)
                                        .collect(Collectors.joining(", ")));
            }
        }
        return e.getMessage();
    }

    static int failed(Exception e, CommandLine command, ParseResult result) {
        return failed(e, command);
    }

    static int failed(Throwable e, CommandLine command) {
        if (e instanceof CancellationException) {
            say(command, "interrupted: nothing was kept");
            return Interrupt.EXIT_CODE;
        }
        if (e instanceof InputException || e instanceof DivergedException) {
            log(Level.INFO, e, command);
            say(command, oneLine(e.getMessage()));
            return CommandLine.ExitCode.USAGE;
        }
        return unexpected(e, command);
    }

    /** Something that no message was written for. */
    private static int unexpected(Throwable e, CommandLine command) {
        log(Level.ERROR, e, command);
        String message = e.getMessage() == null ? "" : ": " + oneLine(e.getMessage());
        say(
                command,
                "unexpected %s%s; details are in %s"
                        .formatted(
                                e.getClass().getSimpleName(),
                                message,
                                Path.of(System.getProperty(LogFile.FOLDER, "."), "elbo-room.log")));
        return CommandLine.ExitCode.USAGE;
    }

    /** Nobody can read what was printed: the disk is full, or the program at the other end of the pipe is gone. */
    static int outputLost(CommandLine command) {
        say(
                command,
                "standard output: cannot be written; expected a terminal, a pipe, or a file with room on the disk");
        return CommandLine.ExitCode.USAGE;
    }

    private static void log(Level level, Throwable e, CommandLine command) {
        // Made only when needed: starting the log takes longer than printing a help text.
        LoggerFactory.getLogger(Errors.class)
                .atLevel(level)
                .setCause(e)
                .log("{} failed", command.getCommandSpec().qualifiedName());
    }

    private static void say(CommandLine command, String message) {
        command.getErr().println("elbo-room: " + message);
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }
}
