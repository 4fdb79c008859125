package elboroom.data;

/** A dataset that can be opened: an entry of the {@link Catalogue}. */
public interface DatasetSource {
    Dataset dataset();

    /**
     * Reads or generates the training split, anew at each call.
     *
     * @throws InputException if its files are missing or wrong
     */
    ImageSet train();

    /** The test split; otherwise like {@link #train()}. */
    ImageSet test();
}
