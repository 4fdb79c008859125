package elboroom.app.train;

import elboroom.data.Catalogue;
import org.jspecify.annotations.Nullable;

/** The Train tab without its looks: properties to read, then commands. For the thread of the window. */
public final class TrainModel implements AutoCloseable {
    private final SetupModel setup;

    /**
     * @param catalogue of the data to train on
     * @param remembered what the form said the last time, or null
     */
    public TrainModel(Catalogue catalogue, @Nullable Setup remembered) {
        setup = new SetupModel(catalogue.datasets(), remembered == null ? Setup.USUAL : remembered);
    }

    /** The form of the next run. */
    public SetupModel setup() {
        return setup;
    }

    /** Whether nothing is under way that ends by itself soon. */
    public boolean isIdle() {
        return true;
    }

    /** Starts a run as set up. */
    public void start() {}

    /** Has what is under way saved and ended, without waiting for it. */
    @Override
    public void close() {}
}
