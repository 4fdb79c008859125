package elboroom.cli;

import elboroom.app.ElboRoomApp;
import elboroom.app.WindowFigures;
import elboroom.bench.Percentiles;
import elboroom.data.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link BenchCommand} that opens the window, in a process of its own. Started as the window is, without a
 * command line to be parsed, since that is what is measured.
 */
final class BenchWindow {
    /** First argument; the number of movements and, optionally, a model follow, or {@link #EACH_TAB}. */
    static final String NAME = "bench-window";

    /** In place of the number: shows each tab once and measures nothing. */
    static final String EACH_TAB = "each-tab";

    private BenchWindow() {}

    static boolean isWanted(String[] arguments) {
        return arguments.length >= 2 && arguments[0].equals(NAME);
    }

    static int run(String[] arguments, PrintWriter out) {
        OffScreen.use();
        if (arguments[1].equals(EACH_TAB)) {
            new ElboRoomApp(Home.locate()).openEachTab();
            return 0;
        }
        int moves = Integer.parseInt(arguments[1]);
        @Nullable String model = arguments.length > 2 ? arguments[2] : null;
        WindowFigures window = new ElboRoomApp(Home.locate()).measure(moves, model);
        Map<String, Object> figures = new LinkedHashMap<>();
        if (moves > 0) {
            figures.put("pointer_to_picture_ms", BenchCommand.percentiles(Percentiles.of(window.pointerToPicture())));
            figures.put("pointer_moves_unseen", window.unseen());
        }
        figures.put("first_paint_ms", window.firstPaint());
        figures.put("engine_ready_ms", window.engineReady());
        peakMemory().ifPresent(megabytes -> figures.put("peak_rss_mb", BenchCommand.round(megabytes, 0)));
        out.println(Json.line(figures));
        return 0;
    }

    /** The most memory that this process has held at once, in MiB, where the system says so. */
    private static OptionalDouble peakMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
