package elboroom.data.own;

/** Told how far the reading of data has come, and asked whether to go on. Called on the reading thread, often. */
public interface ImportProgress {
    /** Neither shown nor stopped. */
    ImportProgress NONE = new ImportProgress() {
        @Override
        public void at(double share) {
            // Nobody asked.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** @param share that has been read, 0 to 1 */
    void at(double share);

    /** Once true, the import ends with {@link java.util.concurrent.CancellationException} and nothing is kept. */
    boolean cancelled();
}
