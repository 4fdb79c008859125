package elboroom.cli;

import elboroom.bench.NetworkBench;
import elboroom.bench.Percentiles;
import elboroom.bench.ScatterBench;
import elboroom.data.InputException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
    @Option(names = "--json", description = "print one line of JSON")
    private boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "threads for networks and drawing (default: 2)")
    private int threads = 2;

    @Option(names = "--conv", description = "measure the convolutional network in place of the MLP")
    private boolean convolutional;

    @Option(names = "--network-only", description = "leave out drawing and the window")
    private boolean networkOnly;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws java.io.IOException, InterruptedException {
        if (threads < 1) {
            throw new InputException("threads: must be 1 or more, not " + threads);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("threads", threads);
        figures.put("model", convolutional ? "conv" : "mlp");
        if (!networkOnly) {
            // First, so that nothing that was measured before is in the way.
            figures.putAll(WindowProcess.measure(convolutional));
        }
        NetworkBench.Figures network = new NetworkBench(convolutional, threads).run();
        figures.put("train_images_per_s", round(network.trainImagesPerSecond(), 0));
        figures.put("decode_1_us", round(network.decode1Micros(), 1));
        figures.put("decode_900_ms", round(network.decode900Millis(), 2));
        figures.put("encode_1_us", round(network.encode1Micros(), 1));
        figures.put("encode_60000_ms", round(network.encode60000Millis(), 1));
        if (!networkOnly) {
            Map<String, Object> scatter = new LinkedHashMap<>();
            for (int points : new int[] {10_000, 60_000, 500_000, 1_000_000}) {
                scatter.put(String.valueOf(points), percentiles(ScatterBench.run(points)));
            }
            figures.put("scatter_frame_ms", scatter);
        }
        spec.commandLine().getOut().println(json ? Json.line(figures) : Json.of(figures));
        return 0;
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
