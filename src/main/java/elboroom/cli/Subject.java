package elboroom.cli;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.Home;
import elboroom.data.ImageSet;
import elboroom.data.InputException;
import elboroom.model.EncodedSet;
import elboroom.model.StoredModel;
import elboroom.model.Vae;
import elboroom.model.file.ModelFiles;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model and the images that a command is about. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields.
final class Subject {
    @Parameters(
            paramLabel = "MODEL",
            description =
                    "name of a model in the folder pretrained, or the path of a model's folder, or of a folder or zip with"
                            + " encoder.onnx and decoder.onnx")
    private String model;

    @Option(
            names = "--data",
            paramLabel = "ID|PATH",
            description = "images, such as mnist-test, mnist-train or shapes-test; the name of a dataset alone, such as"
                    + " mnist, means its test split; or " + DataReading.PATHS
                    + " (default: the test split of the data that the model was trained on)")
    private @Nullable String data;

    @Option(names = "--limit", paramLabel = "N", description = "take the first N images only (default: all)")
    private @Nullable Integer limit;

    @Mixin
    private DataReading reading;

    private final Home home = Home.locate();
    private DataReading.@Nullable Found found;

    StoredModel model() {
        if (limit != null && limit < 1) {
            throw new InputException("limit: must be 1 or more, not " + limit);
        }
        return new ModelFiles(home).find(model);
    }

    /** Opens the model's network. */
    Vae open(StoredModel stored) {
        return ModelFiles.open(stored);
    }

    /** The catalogue, and the split that is asked for. */
    private DataReading.Found found(StoredModel stored) {
        DataReading.Found known = found;
        if (known == null) {
            known = reading.find(home, data == null ? usual(stored) : data);
            Dataset dataset = known.catalogue().dataset(known.id());
            if (dataset.id().equals(known.id())) {
                // Of a dataset as a whole, one means the images that no model has seen.
                known = new DataReading.Found(known.catalogue(), dataset.testId());
            }
            found = known;
        }
        return known;
    }

    /** The data that the model is for. */
    private String usual(StoredModel stored) {
        return ModelFiles.dataset(stored, DataReading.catalogue(home).datasets())
                .orElseThrow(() -> new InputException(("data: model %s does not tell what it was trained on; expected"
                                + " --data, such as mnist-test, or \"dataset\" in model.json")
                        .formatted(stored.name())));
    }

    private String split(StoredModel stored) {
        return found(stored).id();
    }

    private Dataset dataset(StoredModel stored) {
        return found(stored).catalogue().dataset(split(stored));
    }

    /**
     * The images.
     *
     * @throws InputException if they are not of the model's shape, or their files are missing or wrong
     */
    ImageSet images(StoredModel stored) {
        String split = split(stored);
        if (!dataset(stored).shape().equals(stored.card().config().shape())) {
            throw new InputException("data %s: its images are %s; expected %s, which model %s is for"
                    .formatted(
                            split,
                            dataset(stored).shape(),
                            stored.card().config().shape(),
                            stored.name()));
        }
        ImageSet images = found(stored).catalogue().open(split);
        return limit == null ? images : images.first(limit);
    }

    /** The training images of the data that the images are of. */
    ImageSet training(StoredModel stored) {
        Catalogue catalogue = found(stored).catalogue();
        return catalogue.open(dataset(stored).trainId());
    }

    /** Whether the number of images was said. */
    boolean limited() {
        return limit != null;
    }

    /** Names of the images' classes. */
    List<String> classNames(StoredModel stored) {
        return dataset(stored).classNames();
    }

    /** The images as the model sees them, as they were stored with it if they were. */
    EncodedSet encoded(StoredModel stored) {
        Optional<EncodedSet> kept = stored.encodedSet(split(stored));
        if (kept.isPresent()) {
            return limit == null ? kept.get() : kept.get().first(limit);
        }
        ImageSet images = images(stored);
        try (Vae vae = open(stored)) {
            return Encoding.whole(vae, images);
        }
    }
}
