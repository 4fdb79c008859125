package elboroom.model.file;

import elboroom.data.Dataset;
import elboroom.data.Home;
import elboroom.data.InputException;
import elboroom.model.Architecture;
import elboroom.model.ModelStore;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.dl4j.NetworkFile;
import elboroom.model.onnx.OnnxFolder;
import elboroom.model.onnx.OnnxModel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Models by name or path: those that come with the program, folders of ours, and exported graphs in a folder or zip. */
public final class ModelFiles {
    private final ModelStore store;
    private final Path user;

    public ModelFiles(Home home) {
        store = new ModelStore(List.of(home.pretrained()));
        user = home.user();
    }

    /** Those that come with the program; see {@link ModelStore#list}. */
    public List<StoredModel> list(Consumer<InputException> problem) {
        return store.list(problem);
    }

    /**
     * A model by its name, or by the path of its folder or zip.
     *
     * @throws InputException if there is none, it is damaged, or it is an exported one whose files do not tell all
     */
    public StoredModel find(String nameOrPath) {
        Optional<Path> exported = exported(nameOrPath);
        return exported.isPresent() ? exported(exported.get()).stored() : store.find(nameOrPath);
    }

    /** The path of what is meant to be exported graphs. */
    public static Optional<Path> exported(String nameOrPath) {
        try {
            Path path = Path.of(nameOrPath);
            boolean graphs = OnnxFolder.is(path) || !OnnxFolder.graphs(path).isEmpty();
            return !ModelStore.isModel(path) && graphs ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Exported graphs in a folder or zip. */
    public OnnxModel exported(Path path) {
        return OnnxModel.read(OnnxFolder.of(path, user));
    }

    /** Opens a model; slow, and for the thread that is to own it. */
    public static Vae open(StoredModel model) {
        return model.card().config().architecture() instanceof Architecture.Exported
                ? OnnxModel.read(model.folder()).open()
                : NetworkFile.open(model);
    }

    /**
     * The data that a model is for: what its card says, else a data set whose id is a word of the model's name and whose
     * images are of its shape; {@code kmnist} is another set than {@code mnist}.
     */
    public static Optional<String> dataset(StoredModel model, List<Dataset> datasets) {
        String said = model.card().dataset();
        if (!said.isEmpty()) {
            return Optional.of(said);
        }
        String name = model.name().toLowerCase(Locale.ROOT);
        return datasets.stream()
                .filter(set -> set.shape().equals(model.card().config().shape()))
                .map(Dataset::id)
                .filter(id -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(id) + "(?!\\p{L})")
                        .matcher(name)
                        .find())
                .max(java.util.Comparator.comparingInt(String::length));
    }

    /** The same, or else the first data of the model's shape, to have something to look at; empty if there is none. */
    public static String datasetToShow(StoredModel model, List<Dataset> datasets) {
        return dataset(model, datasets)
                .or(() -> datasets.stream()
                        .filter(set -> set.shape().equals(model.card().config().shape()))
                        .map(Dataset::id)
                        .findFirst())
                .orElse("");
    }
}
