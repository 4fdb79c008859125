package elboroom.model;

import elboroom.data.Npz;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model on disk: a folder with {@code model.zip} (the network), {@code card.json} (its provenance) and, for each data
 * split that was encoded ahead, {@code posterior-SPLIT.npz}.
 *
 * @param folder where it is
 * @param card its provenance
 */
public record StoredModel(Path folder, ModelCard card) {
    static final String CARD = "card.json";

    public String name() {
        return card.name();
    }

    /** The network's file, a zip that DL4J's own serialiser opens too. */
    public Path network() {
        return network(folder);
    }

    public static Path network(Path folder) {
        return folder.resolve("model.zip");
    }

    /**
     * The posteriors of a split as they were stored with the model, if they were.
     *
     * @param split such as {@code mnist-test}
     * @throws elboroom.data.InputException if the file is there and wrong
     */
    public Optional<EncodedSet> encodedSet(String split) {
        Path file = encodedSetFile(folder, split);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Npz arrays = Npz.read(file);
        int count = arrays.shape("labels")[0];
        int latent = card.config().latentSize();
        Posterior posterior = new Posterior(
                count, latent, arrays.floats("mean", count, latent), arrays.floats("logVariance", count, latent));
        return Optional.of(new EncodedSet(posterior, arrays.ints("labels", count)));
    }

    /** Stores the posteriors of a split beside a model. */
    public static void writeEncodedSet(Path folder, String split, EncodedSet set) {
        Posterior posterior = set.posterior();
        int count = posterior.count();
        new Npz()
                .add("mean", posterior.mean(), count, posterior.latentSize())
                .add("logVariance", posterior.logVariance(), count, posterior.latentSize())
                .add("labels", set.labels(), count)
                .write(encodedSetFile(folder, split));
    }

    private static Path encodedSetFile(Path folder, String split) {
        return folder.resolve("posterior-" + split + ".npz");
    }
}
