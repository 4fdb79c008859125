package elboroom.cli;

import elboroom.app.ElboRoomApp;
import elboroom.app.NoDisplayException;
import elboroom.data.Home;
import java.io.IOException;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;

/** Opens the window, or does without where it turns out that there is no display. */
final class Window {
    private Window() {}

    /** Whether the program was started to open its window, which there may be a display for. */
    static boolean isWanted(String[] arguments) {
        return arguments.length == 0 && !OffScreen.isOnlyWay(System.getProperty("os.name"), System::getenv);
    }

    /** Returns when the window has been closed; the exit code. */
    static int open(PrintWriter out) throws IOException, InterruptedException {
        try {
            new ClassArchive(Home.userFolder()).makeLater();
            new ElboRoomApp(Home.locate()).open();
            return 0;
        } catch (NoDisplayException e) {
            LoggerFactory.getLogger(Window.class).warn("the toolkit did not start", e);
            tellOfTour(out, String.valueOf(e.getMessage()));
            return OffScreen.runAgain("tour");
        }
    }

    static void tellOfTour(PrintWriter out, String reason) {
        out.println("There is no display to open a window on (%s).%n".formatted(reason)
                + "The program walks through its tabs by itself instead, off-screen; this takes a minute.");
    }
}
