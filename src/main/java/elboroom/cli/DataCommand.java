package elboroom.cli;

import elboroom.data.AtomicFiles;
import elboroom.data.Dataset;
import elboroom.data.Home;
import elboroom.data.InputException;
import elboroom.data.own.KeptData;
import elboroom.data.own.OwnData;
import elboroom.data.own.Understanding;
import elboroom.raster.ColourMap;
import elboroom.raster.MosaicRaster;
import elboroom.raster.PngFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Says what a folder or file of your own images is understood to be, before anything is kept; without a"
                        + " path, lists the data there is.",
        footer = {
            "",
            "The other commands take such a path as --data. They keep a copy, which --forget deletes; your own files are only"
                    + " read."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class DataCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "PATH", description = "what to look at: " + DataReading.PATHS)
    private @Nullable String path;

    @Mixin
    private DataReading reading;

    @Option(names = "--out", paramLabel = "FILE", description = "write the first images as one picture, .png")
    private @Nullable Path out;

    @Option(names = "--forget", paramLabel = "ID", description = "delete the copy that was kept of your own data")
    private @Nullable String forget;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.locate();
        if (forget != null) {
            forget(home, forget);
            return 0;
        }
        if (path == null) {
            list(home);
            return 0;
        }
        Path file = DataReading.path(path)
                .orElseThrow(
                        () -> new InputException(path + ": no such file or folder; expected " + DataReading.PATHS));
        Understanding understood = OwnData.look(file, reading.options());
        DataReading.tellSkipped(spec.commandLine().getErr(), understood.skipped());
        Map<String, @Nullable Object> fields = fields(understood);
        spec.commandLine().getOut().println(json ? Json.of(fields) : lines(understood, fields));
        if (out != null) {
            draw(understood, out);
        }
        return 0;
    }

    private void list(Home home) {
        List<Dataset> sets = DataReading.catalogue(home).datasets();
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(Json.of(Map.of(
                            "data", sets.stream().map(DataCommand::fields).toList())));
            return;
        }
        for (Dataset set : sets) {
            spec.commandLine()
                    .getOut()
                    .println("%-24s %-9s %,10d training %,10d test images  %s"
                            .formatted(set.id(), set.shape(), set.trainSize(), set.testSize(), set.description()));
        }
    }

    private static Map<String, @Nullable Object> fields(Dataset set) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", set.id());
        fields.put("shape", set.shape().toString());
        fields.put("train", set.trainSize());
        fields.put("test", set.testSize());
        fields.put("classes", set.classNames());
        fields.put("description", set.description());
        return fields;
    }

    private void forget(Home home, String id) {
        KeptData kept = new OwnData(home.user())
                .kept(problem -> {}).stream()
                        .filter(k -> k.dataset().id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new InputException(
                                "data '%s': no copy is kept under this name; expected one that 'elbo-room data' lists"
                                        .formatted(id)));
        OwnData.forget(kept);
        spec.commandLine().getOut().println("%s: the copy of %s is deleted".formatted(id, kept.source()));
    }

    private static Map<String, @Nullable Object> fields(Understanding data) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("source", data.source().toString());
        fields.put("kind", data.kind());
        fields.put("found", data.found());
        fields.put("height", data.shape().height());
        fields.put("width", data.shape().width());
        fields.put("channels", data.shape().channels());
        fields.put("images", data.count());
        fields.put("counted", data.counted());
        fields.put("classes", data.classNames());
        fields.put("splitItself", data.splitItself());
        fields.put("smallest", data.smallest());
        fields.put("largest", data.largest());
        fields.put("white", data.scale());
        fields.put("notes", data.notes());
        return fields;
    }

    private static String lines(Understanding data, Map<String, @Nullable Object> fields) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(fields.get("source"), data.kind()));
        lines.add("  images   %s%,d of %s (found: %s)"
                .formatted(data.counted() ? "" : "about ", data.count(), data.shape(), data.found()));
        lines.add("  values   from %s to %s, white is %d".formatted(data.smallest(), data.largest(), data.scale()));
        lines.add("  classes  "
                + (data.classNames().isEmpty() ? "none" : data.classNames().size() + " seen: " + data.classNames()));
        lines.add("  split    " + (data.splitItself() ? "by the data itself" : "by --test-share and --split-seed"));
        data.notes().forEach(note -> lines.add("  " + note));
        return String.join(System.lineSeparator(), lines);
    }

    private static void draw(Understanding data, Path file) {
        int columns = (int) Math.ceil(Math.sqrt(data.first().size()));
        int rows = (data.first().size() + columns - 1) / columns;
        int size = data.shape().size();
        float[] all = new float[rows * columns * size];
        for (int i = 0; i < data.first().size(); i++) {
            System.arraycopy(data.first().get(i), 0, all, i * size, size);
        }
        var picture = MosaicRaster.tile(
                all, rows, columns, data.shape().width(), data.shape().height(), ColourMap.GREY);
        AtomicFiles.write(file, stream -> PngFile.write(stream, picture));
    }
}
