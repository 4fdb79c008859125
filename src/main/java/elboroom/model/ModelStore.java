package elboroom.model;

import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models in some folders, each a folder of its own; see {@link StoredModel}. */
public final class ModelStore {
    private final List<Path> folders;

    /** @param folders whose sub-folders are models; those that do not exist are passed over */
    public ModelStore(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * All models whose card can be read, by name within each folder.
     *
     * @param problem told of each that cannot, so that one bad folder does not hide the others
     */
    public List<StoredModel> list(java.util.function.Consumer<InputException> problem) {
        List<StoredModel> models = new ArrayList<>();
        for (Path folder : modelFolders()) {
            try {
                models.add(read(folder));
            } catch (InputException e) {
                problem.accept(e);
            }
        }
        return models;
    }

    /**
     * A model by its folder's name in this store, or by the path of its folder.
     *
     * @throws InputException if there is none, or its card is missing or wrong
     */
    public StoredModel find(String nameOrFolder) {
        for (Path folder : modelFolders()) {
            if (String.valueOf(folder.getFileName()).equals(nameOrFolder)) {
                return read(folder);
            }
        }
        Path path;
        try {
            path = Path.of(nameOrFolder);
        } catch (InvalidPathException e) {
            throw unknown(nameOrFolder);
        }
        if (Files.isDirectory(path)) {
            return read(path);
        }
        throw unknown(nameOrFolder);
    }

    private InputException unknown(String nameOrFolder) {
        String known = modelFolders().stream()
                .map(f -> String.valueOf(f.getFileName()))
                .collect(Collectors.joining(", "));
        return new InputException(
                "model '%s': not found; expected the folder of a model, or one of: %s".formatted(nameOrFolder, known));
    }

    private List<Path> modelFolders() {
        List<Path> models = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(ModelStore::isModel).sorted().forEach(models::add);
            } catch (IOException e) {
                throw new InputException(folder + ": the folder cannot be read: " + e.getMessage(), e);
            }
        }
        return models;
    }

    /** Whether a folder holds a model. */
    public static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve(StoredModel.CARD));
    }

    /**
     * The model in a folder.
     *
     * @throws InputException if its card is missing or wrong
     */
    public static StoredModel read(Path folder) {
        return new StoredModel(folder, ModelCardJson.read(folder.resolve(StoredModel.CARD)));
    }

    /** Writes the card, which is what makes a folder a model: to be written last. */
    public static StoredModel writeCard(Path folder, ModelCard card) {
        AtomicFiles.write(folder.resolve(StoredModel.CARD), out -> ModelCardJson.write(card, out));
        return new StoredModel(folder, card);
    }
}
