package elboroom.cli;

import elboroom.bench.GrowthBench;
import elboroom.bench.NetworkBench;
import elboroom.bench.Percentiles;
import elboroom.bench.ScatterBench;
import elboroom.data.Home;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast this program is on this computer: training, decoding, encoding, drawing, the window. Takes"
                    + " two minutes, on an otherwise idle computer.",
            "What each figure means is in docs/performance.md."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class BenchCommand implements Callable<Integer> {
    private static final int STARTS = 7;
    private static final int MOVES = 300;
    private static final String MLP = "mnist-vae-2d";
    private static final String CONVOLUTIONAL = "mnist-conv-2d";

    @Option(names = "--json", description = "print one line of JSON")
    private boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "threads for networks (default: 2)")
    private int threads = 2;

    @Option(names = "--conv", description = "measure the convolutional network in place of the MLP")
    private boolean convolutional;

    @Option(names = "--network-only", description = "leave out drawing and the window")
    private boolean networkOnly;

    @Option(
            names = "--growth",
            description =
                    "only how costs grow, in milliseconds: of a training step with an MLP's width, depth and latent size,"
                            + " of a frame of the map with its points")
    private boolean growth;

    @Spec
    private CommandSpec spec;

    private final ClassArchive archive = new ClassArchive(Home.userFolder());

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new InputException("threads: must be 1 or more, not " + threads);
        }
        Map<String, Object> figures = growth ? growth() : figures();
        spec.commandLine().getOut().println(json ? Json.line(figures) : Json.of(figures));
        return 0;
    }

    private Map<String, Object> growth() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("threads", threads);
        GrowthBench.run(threads).forEach((what, costs) -> {
            Map<String, Object> rounded = new LinkedHashMap<>();
            costs.forEach((size, millis) -> rounded.put(String.valueOf(size), round(millis, 2)));
            figures.put(what, rounded);
        });
        return figures;
    }

    private Map<String, Object> figures() throws IOException, InterruptedException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("threads", threads);
        figures.put("model", convolutional ? "conv" : "mlp");
        if (!networkOnly) {
            // First, so that nothing that was measured before is in the way.
            figures.putAll(window());
        }
        NetworkBench.Figures network = new NetworkBench(convolutional, threads).run();
        figures.put("train_images_per_s", round(network.trainImagesPerSecond(), 0));
        figures.put("decode_1_us", round(network.decode1Micros(), 1));
        figures.put("decode_900_ms", round(network.decode900Millis(), 2));
        figures.put("encode_1_us", round(network.encode1Micros(), 1));
        figures.put("encode_60000_ms", round(network.encode60000Millis(), 1));
        if (!convolutional) {
            figures.put("evidence_100_images_ms", round(network.evidence100Millis(), 1));
        }
        if (!networkOnly) {
            Map<String, Object> scatter = new LinkedHashMap<>();
            for (int points : new int[] {10_000, 60_000, 500_000, 1_000_000}) {
                scatter.put(String.valueOf(points), percentiles(ScatterBench.run(points)));
            }
            figures.put("scatter_frame_ms", scatter);
        }
        return figures;
    }

    /** What the window's own processes say: one that is used, and medians of the start over all. */
    private Map<String, Object> window() throws IOException, InterruptedException {
        // As it is from the second start on.
        archive.makeUnlessCurrent();
        Map<String, Object> figures =
                new LinkedHashMap<>(run(String.valueOf(MOVES), convolutional ? CONVOLUTIONAL : MLP));
        for (String start : List.of("first_paint_ms", "engine_ready_ms")) {
            figures.remove(start);
        }
        double[] paint = new double[STARTS];
        double[] ready = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            Map<String, Object> started = run("0");
            paint[i] = ((Number) Objects.requireNonNull(started.get("first_paint_ms"))).doubleValue();
            ready[i] = ((Number) Objects.requireNonNull(started.get("engine_ready_ms"))).doubleValue();
        }
        figures.put("first_paint_ms", Percentiles.of(paint).p50());
        figures.put("engine_ready_ms", Percentiles.of(ready).p50());
        return figures;
    }

    private Map<String, Object> run(String... options) throws IOException, InterruptedException {
        String[] arguments = Stream.concat(Stream.of(BenchWindow.NAME), Arrays.stream(options))
                .toArray(String[]::new);
        ProcessBuilder again = OffScreen.again(arguments);
        List<String> command = ClassArchive.withoutArchive(again.command());
        archive.option().ifPresent(option -> command.add(1, option));
        Process process = again.command(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new InputException("the window could not be measured; its process says why above");
        }
        return Json.read(output);
    }

    static Map<String, Object> percentiles(Percentiles values) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("p50", round(values.p50(), 2));
        map.put("p95", round(values.p95(), 2));
        map.put("p99", round(values.p99(), 2));
        return map;
    }

    static double round(double value, int digits) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "f", value));
    }
}
