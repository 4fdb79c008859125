package elboroom.app.explore;

import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.DatasetSource;
import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.model.ModelCard;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import elboroom.model.VaeConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The models and data sets that the window can open. The lists are there at once; the rest may take its time. */
public interface Workspace {
    List<ModelChoice> models();

    /**
     * A model that is or was in the list by its name, or any other by its folder, which is then in the list too.
     *
     * @throws elboroom.data.InputException if there is none
     */
    ModelChoice find(String nameOrFolder);

    /**
     * Puts a model into the list that is in no folder, in place of one of the same name. Only the last ones stay, as each has its
     * weights in memory; the others are known by their names and can no longer be opened.
     *
     * @param config its network and objective
     * @param opener opens it, on any thread
     */
    void offer(ModelChoice model, VaeConfig config, Supplier<Vae> opener);

    /** Network and objective of a model. */
    VaeConfig config(String model);

    /** What was wrong with models that are not in the list, a sentence each. */
    default List<String> problems() {
        return List.of();
    }

    List<DataChoice> data();

    /** Puts a data set into the list, in place of the one with its id. */
    void add(DatasetSource source);

    /** Takes a data set out of the list, with both its splits. */
    void remove(Dataset data);

    /** The same data sets, for training. */
    Catalogue catalogue();

    /** Opens a model; slow, and for the engine thread only. */
    Vae open(String model);

    /** Reads a data set. */
    ImageSet images(String data);

    /** What a model was measured to be worth on the test images; empty if it has not been. */
    Optional<ModelCard.Figures> figures(String model);

    /** What was stored of a model's posteriors of a data set, if anything was; quick, and needs no network. */
    Optional<Encoded> stored(String model, String data);

    /**
     * A model in the picker.
     *
     * @param name in the store
     * @param title for people
     * @param shape of the images that it takes
     * @param latentSize dimensions of z
     * @param autoencoder whether it has codes in place of posteriors
     * @param dataset that it was trained on, such as {@code mnist}
     */
    record ModelChoice(
            String name, String title, ImageShape shape, int latentSize, boolean autoencoder, String dataset) {}

    /**
     * A split of a data set in the picker.
     *
     * @param id such as {@code mnist-test}
     * @param dataset that it belongs to, such as {@code mnist}
     * @param title of the data set, such as MNIST
     * @param split {@code test} or {@code train}
     * @param shape of its images
     * @param size number of images
     */
    record DataChoice(String id, String dataset, String title, String split, ImageShape shape, int size) {
        /** Title and split. */
        public String name() {
            return title + " · " + split;
        }
    }

    /**
     * A data set as a model sees it.
     *
     * @param posterior of each image
     * @param labels class of each image
     * @param classNames names of the classes
     */
    record Encoded(Posterior posterior, int[] labels, List<String> classNames) {}
}
