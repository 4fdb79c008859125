package elboroom.cli;

import elboroom.app.ElboRoomApp;
import elboroom.data.Home;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Trains a model in the Train tab of a window off-screen, in place of {@code train}; see {@code bench/train-tab.sh}. Says how
 * many seconds the steps took.
 */
final class BenchTraining {
    /** First argument; the number of epochs follows. */
    static final String NAME = "bench-training";

    private BenchTraining() {}

    static boolean isWanted(String[] arguments) {
        return arguments.length == 2 && arguments[0].equals(NAME);
    }

    static int run(String[] arguments, PrintWriter out) {
        OffScreen.use();
        try {
            Path folder = Files.createTempDirectory("elbo-room");
            double seconds = new ElboRoomApp(Home.locate()).train(Integer.parseInt(arguments[1]), folder);
            out.println(Json.line(Map.of("seconds", seconds)));
            return 0;
        } catch (IOException e) {
            throw new InputException("no temporary folder can be made: " + e.getMessage(), e);
        }
    }
}
