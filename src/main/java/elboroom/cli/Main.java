package elboroom.cli;

import elboroom.data.Home;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The program's entry: the window, or one of the commands. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Before the first logger exists: the log goes to a file, standard output belongs to results.
        System.setProperty("elboroom.logs", Home.userFolder().resolve("logs").toString());
        System.exit(run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
    }

    /** Runs one command; the exit code is 0, or 2 for anything wrong with the input. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new ElboRoom())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Errors::wrongUsage)
                .setExecutionExceptionHandler(Errors::failed)
                .execute(arguments);
    }
}
