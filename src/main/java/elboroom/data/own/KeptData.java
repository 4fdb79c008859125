package elboroom.data.own;

import elboroom.data.AtomicFiles;
import elboroom.data.Dataset;
import elboroom.data.DatasetSource;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A data set of the user's that was converted: a folder with {@code data.properties}, which names the file of the images and
 * says what it holds.
 *
 * @param folder where it is
 * @param dataset name, shape, classes and sizes
 * @param source the file or folder that it was made from
 * @param stamp of the source at that time; another one means that it has changed
 * @param file of the images
 * @param floats whether values are float32 rather than bytes
 * @param scale that stands for white
 * @param count of images in the file
 * @param options of the conversion that decide on the splits
 * @param skipped files of the source that could not be read, a line each
 */
public record KeptData(
        Path folder,
        Dataset dataset,
        Path source,
        String stamp,
        Path file,
        boolean floats,
        int scale,
        int count,
        ImportOptions options,
        List<String> skipped)
        implements DatasetSource {
    static final String DESCRIPTION = "data.properties";
    private static final String FORMAT = "elbo-room data 1";
    private static final long MAX_BYTES = 4 << 20;

    public KeptData {
        skipped = List.copyOf(skipped);
    }

    @Override
    public ImageSet train() {
        MappedImages images = open();
        int[] order =
                Split.of(images.parts(), options.testShare(), options.seed()).train();
        return set(dataset.trainId(), images, order, dataset.trainSize());
    }

    @Override
    public ImageSet test() {
        MappedImages images = open();
        int[] order =
                Split.of(images.parts(), options.testShare(), options.seed()).test();
        return set(dataset.testId(), images, order, dataset.testSize());
    }

    private MappedImages open() {
        return new MappedImages(
                file,
                dataset.shape(),
                count,
                floats,
                scale,
                dataset.classNames().size());
    }

    private ImageSet set(String id, MappedImages images, int[] order, int expected) {
        if (order.length != expected) {
            throw new InputException("%s: says that %s has %,d images; expected %,d, by its share and seed"
                    .formatted(folder.resolve(DESCRIPTION), id, expected, order.length));
        }
        return new MappedImageSet(id, dataset.shape(), dataset.classNames(), images, order, order.length);
    }

    void write() {
        TreeMap<String, String> lines = new TreeMap<>();
        lines.put("format", FORMAT);
        lines.put("id", dataset.id());
        lines.put("title", dataset.title());
        lines.put("description", dataset.description());
        lines.put("height", String.valueOf(dataset.shape().height()));
        lines.put("width", String.valueOf(dataset.shape().width()));
        lines.put("channels", String.valueOf(dataset.shape().channels()));
        lines.put("train", String.valueOf(dataset.trainSize()));
        lines.put("test", String.valueOf(dataset.testSize()));
        lines.put("source", source.toString());
        lines.put("stamp", stamp);
        lines.put("file", String.valueOf(file.getFileName()));
        lines.put("values", floats ? "float32" : "uint8");
        lines.put("scale", String.valueOf(scale));
        lines.put("count", String.valueOf(count));
        lines.put("testShare", String.valueOf(options.testShare()));
        lines.put("seed", String.valueOf(options.seed()));
        put(lines, "class", dataset.classNames());
        put(lines, "skipped", skipped);
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) ->
                text.append(key).append('=').append(escaped(value)).append('\n'));
        AtomicFiles.write(
                folder.resolve(DESCRIPTION), out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void put(TreeMap<String, String> lines, String key, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            lines.put("%s.%04d".formatted(key, i), values.get(i));
        }
    }

    private static String escaped(String value) {
        String text = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return text.startsWith(" ") || text.startsWith("\t") ? "\\" + text : text;
    }

    /** @throws InputException if the folder holds none, or it is damaged */
    static KeptData read(Path folder) {
        Path description = folder.resolve(DESCRIPTION);
        try {
            if (Files.size(description) > MAX_BYTES) {
                throw new InputException(
                        description + ": longer than any description of data, " + MAX_BYTES + " bytes");
            }
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(description)));
            return parse(folder, lines);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(
                    "%s: cannot be read (%s); expected the description of a data set"
                            .formatted(
                                    description,
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    e);
        }
    }

    private static KeptData parse(Path folder, Properties lines) {
        Path description = folder.resolve(DESCRIPTION);
        if (!FORMAT.equals(lines.getProperty("format"))) {
            throw new InputException("%s: its format is '%s'; expected '%s'"
                    .formatted(description, lines.getProperty("format"), FORMAT));
        }
        Path file = folder.resolve(text(lines, "file"));
        if (!folder.equals(file.getParent())) {
            throw new InputException(
                    "%s: its file is '%s'; expected one beside it".formatted(description, lines.getProperty("file")));
        }
        ImageShape shape = ImportOptions.checked(
                new ImageShape(
                        number(lines, "height", 1 << 18),
                        number(lines, "width", 1 << 18),
                        number(lines, "channels", 3)),
                description);
        String id = text(lines, "id");
        if (!id.equals(String.valueOf(folder.getFileName()))) {
            throw new InputException("%s: its id is '%s'; expected the name of its folder".formatted(description, id));
        }
        Dataset dataset = new Dataset(
                id,
                text(lines, "title"),
                shape,
                list(lines, "class"),
                number(lines, "train", StoredArray.MAX_IMAGES),
                number(lines, "test", StoredArray.MAX_IMAGES),
                text(lines, "description"),
                "your own");
        ImportOptions options = ImportOptions.USUAL.withSplit(
                Double.parseDouble(text(lines, "testShare")), Long.parseLong(text(lines, "seed")));
        return new KeptData(
                folder,
                dataset,
                Path.of(text(lines, "source")),
                text(lines, "stamp"),
                file,
                text(lines, "values").equals("float32"),
                number(lines, "scale", 255),
                number(lines, "count", StoredArray.MAX_IMAGES),
                options,
                list(lines, "skipped"));
    }

    private static List<String> list(Properties lines, String key) {
        List<String> values = new ArrayList<>();
        while (true) {
            String value = lines.getProperty("%s.%04d".formatted(key, values.size()));
            if (value == null) {
                return values;
            }
            values.add(value);
        }
    }

    private static String text(Properties lines, String key) {
        String value = lines.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("it has no line '" + key + "'");
        }
        return value;
    }

    private static int number(Properties lines, String key, int largest) {
        int value = Integer.parseInt(text(lines, key));
        if (value < 1 || value > largest) {
            throw new IllegalArgumentException(
                    "its line '%s' says %d, expected 1 to %d".formatted(key, value, largest));
        }
        return value;
    }
}
