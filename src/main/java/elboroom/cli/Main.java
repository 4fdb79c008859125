package elboroom.cli;

import elboroom.data.Home;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;

/** The program's entry: the window, or one of the commands. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Before the first logger exists: the log goes to a file, standard output belongs to results.
        System.setProperty(LogFile.FOLDER, Home.userFolder().resolve("logs").toString());
        // The texts are English, so their numbers are too.
        Locale.setDefault(Locale.ENGLISH);
        System.exit(run(arguments, writer(FileDescriptor.out), writer(FileDescriptor.err)));
    }

    /**
     * Runs one command; the exit code is 0, or 2 for anything wrong with the input, or {@link Interrupt#EXIT_CODE} after an
     * interrupt.
     */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        int code;
        try {
            code = start(arguments, out, err);
        } catch (Exception | Error e) {
            // Errors: out of memory, or native code that this computer cannot load. Said in one line like anything
            // else.
            code = Errors.failed(e, program(out, err));
        }
        return out.checkError() ? Errors.outputLost(program(out, err)) : code;
    }

    /** The window needs no command line to be parsed: setting that up takes a quarter of a second before it. */
    private static int start(String[] arguments, PrintWriter out, PrintWriter err) throws Exception {
        if (Window.isWanted(arguments)) {
            return Window.open(out, Window.view(arguments));
        }
        if (BenchWindow.isWanted(arguments)) {
            return BenchWindow.run(arguments, out);
        }
        if (BenchTraining.isWanted(arguments)) {
            return BenchTraining.run(arguments, out);
        }
        Path view = Window.view(arguments);
        return program(out, err).execute(view == null ? arguments : new String[] {Window.OPEN, view.toString()});
    }

    private static CommandLine program(PrintWriter out, PrintWriter err) {
        return new CommandLine(new ElboRoom())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Errors::wrongUsage)
                .setExecutionExceptionHandler(Errors::failed);
    }

    /**
     * In the console's own encoding on Windows; elsewhere UTF-8, which Java 17 does not choose in a bare locale. Not through
     * {@link System#out}, which would hide that nothing could be written.
     */
    private static PrintWriter writer(FileDescriptor stream) {
        Console console = System.console();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Charset charset = windows && console != null ? console.charset() : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), charset), true);
    }
}
