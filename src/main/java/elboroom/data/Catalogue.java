package elboroom.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The datasets that can be opened, in the order in which a menu shows them. For all threads. */
public final class Catalogue {
    private static final int MNIST_TRAIN = 60_000;
    private static final int MNIST_TEST = 10_000;

    /** By id; never changed, only replaced. */
    private volatile Map<String, DatasetSource> sources;

    /** The datasets that come with the program: MNIST, Fashion-MNIST and Shapes. Nothing is read yet. */
    public Catalogue(Path assets) {
        this(List.of(mnist(assets), fashion(assets), new ShapesSource()));
    }

    /** @throws InputException if two sources have the same id */
    public Catalogue(List<? extends DatasetSource> sources) {
        Map<String, DatasetSource> byId = new LinkedHashMap<>();
        for (DatasetSource source : sources) {
            String id = source.dataset().id();
            if (byId.put(id, source) != null) {
                throw new InputException("dataset " + id + ": is there twice; expected every id once");
            }
        }
        this.sources = byId;
    }

    /** Adds one after the others, or in place of the one with its id. */
    public synchronized void put(DatasetSource source) {
        Map<String, DatasetSource> more = new LinkedHashMap<>(sources);
        more.put(source.dataset().id(), source);
        sources = more;
    }

    /** Takes one out, by its own id; nothing happens if it is not there. */
    public synchronized void remove(String id) {
        Map<String, DatasetSource> fewer = new LinkedHashMap<>(sources);
        fewer.remove(id);
        sources = fewer;
    }

    /** The dataset to which a name belongs, if there is one. */
    public Optional<Dataset> find(String id) {
        return sourceOf(id).map(DatasetSource::dataset);
    }

    public List<Dataset> datasets() {
        return sources.values().stream().map(DatasetSource::dataset).toList();
    }

    /**
     * The dataset to which a name belongs, its own ({@code mnist}) or that of a split ({@code mnist-test}).
     *
     * @throws InputException if there is none; it lists those there are
     */
    public Dataset dataset(String id) {
        return source(id).dataset();
    }

    /**
     * Opens a split, {@code mnist-train} or {@code mnist-test}; {@code mnist} alone is its training split. Takes up to a
     * second for 60,000 images; nothing is kept.
     *
     * @throws InputException if there is no such dataset, or its files are missing or wrong
     */
    public ImageSet open(String id) {
        DatasetSource source = source(id);
        return id.equals(source.dataset().testId()) ? source.test() : source.train();
    }

    private DatasetSource source(String id) {
        return sourceOf(id)
                .orElseThrow(() -> new InputException("dataset \"%s\": is not known; expected one of %s"
                        .formatted(
                                id,
                                datasets().stream().flatMap(Catalogue::names).collect(Collectors.joining(", ")))));
    }

    private Optional<DatasetSource> sourceOf(String id) {
        return sources.values().stream()
                .filter(source -> names(source.dataset()).anyMatch(id::equals))
                .findFirst();
    }

    private static Stream<String> names(Dataset dataset) {
        return Stream.of(dataset.id(), dataset.trainId(), dataset.testId());
    }

    private static DatasetSource mnist(Path assets) {
        return new IdxSource(
                new Dataset(
                        "mnist",
                        "MNIST",
                        ImageShape.MNIST,
                        IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                        MNIST_TRAIN,
                        MNIST_TEST,
                        "Handwritten digits (LeCun, Cortes and Burges)",
                        "CC BY-SA 3.0"),
                assets.resolve("mnist"));
    }

    private static DatasetSource fashion(Path assets) {
        return new IdxSource(
                new Dataset(
                        "fashion",
                        "Fashion-MNIST",
                        ImageShape.MNIST,
                        List.of(
                                "T-shirt/top",
                                "trouser",
                                "pullover",
                                "dress",
                                "coat",
                                "sandal",
                                "shirt",
                                "sneaker",
                                "bag",
                                "ankle boot"),
                        MNIST_TRAIN,
                        MNIST_TEST,
                        "Photographs of clothes (Zalando Research), repackaged",
                        "MIT"),
                assets.resolve("fashion"));
    }
}
