package elboroom.cli;

import elboroom.app.ElboRoomApp;
import elboroom.app.WindowFigures;
import elboroom.bench.Percentiles;
import elboroom.data.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The part of {@link BenchCommand} that opens the window, in a process of its own. */
@Command(name = "bench-window", hidden = true, description = "Measures the window; part of the command bench.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class BenchWindowCommand implements Callable<Integer> {
    @Option(names = "--moves", paramLabel = "N", description = "movements of the pointer")
    private int moves;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        OffScreen.use();
        WindowFigures window = new ElboRoomApp(Home.locate()).measure(moves);
        Map<String, Object> figures = new LinkedHashMap<>();
        if (moves > 0) {
            figures.put("pointer_to_picture_ms", BenchCommand.percentiles(Percentiles.of(window.pointerToPicture())));
            figures.put("pointer_moves_unseen", window.unseen());
        }
        figures.put("first_paint_ms", window.firstPaint());
        figures.put("engine_ready_ms", window.engineReady());
        peakMemory().ifPresent(megabytes -> figures.put("peak_rss_mb", BenchCommand.round(megabytes, 0)));
        spec.commandLine().getOut().println(Json.line(figures));
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
