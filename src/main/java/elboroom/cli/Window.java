package elboroom.cli;

import elboroom.app.ElboRoomApp;
import elboroom.app.NoDisplayException;
import elboroom.app.view.ViewFile;
import elboroom.data.Home;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Opens the window, or does without where it turns out that there is no display. */
final class Window {
    /** Option before the path of a view. */
    static final String OPEN = "--open";

    static final String NO_DISPLAY = "%s: there is no display to open it on (%s); expected one";

    private Window() {}

    /** The view that the program was started to open; null if it was not. A file manager gives no more than its path. */
    static @Nullable Path view(String[] arguments) {
        boolean alone = arguments.length == 1 && ViewFile.is(Path.of(arguments[0])) && !arguments[0].startsWith("-");
        boolean named = arguments.length == 2 && arguments[0].equals(OPEN);
        return alone || named ? Path.of(arguments[arguments.length - 1]) : null;
    }

    /** Whether the program was started to open its window, which there may be a display for. */
    static boolean isWanted(String[] arguments) {
        return (arguments.length == 0 || view(arguments) != null)
                && !OffScreen.isOnlyWay(System.getProperty("os.name"), System::getenv);
    }

    /**
     * Returns when the window has been closed; the exit code.
     *
     * @param view to open in it; null for what it showed the last time
     * @throws elboroom.data.InputException if that is no view
     */
    static int open(PrintWriter out, @Nullable Path view) throws IOException, InterruptedException {
        if (view != null) {
            ViewFile.read(view);
        }
        try {
            new ClassArchive(Home.userFolder()).makeLater();
            new ElboRoomApp(Home.locate()).open(view);
            return 0;
        } catch (NoDisplayException e) {
            LoggerFactory.getLogger(Window.class).warn("the toolkit did not start", e);
            if (view != null) {
                throw new InputException(NO_DISPLAY.formatted(view, e.getMessage()), e);
            }
            tellOfTour(out, String.valueOf(e.getMessage()));
            return OffScreen.runAgain("tour");
        }
    }

    static void tellOfTour(PrintWriter out, String reason) {
        out.println("There is no display to open a window on (%s).%n".formatted(reason)
                + "The program walks through its tabs by itself instead, off-screen; this takes a minute.");
    }
}
