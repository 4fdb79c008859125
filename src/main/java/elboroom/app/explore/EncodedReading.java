package elboroom.app.explore;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.Encoded;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.ImageSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set and what a model makes of it: the posteriors that were stored, or else those that the engine, which has
 * that model open, encodes now. Used on the thread of the window; what is read comes later, through it.
 */
public final class EncodedReading {
    private final Workspace workspace;
    private final Engine engine;
    private final WorkQueue worker;
    private final String prefix;
    private final ReadOnlyObjectWrapper<@Nullable ImageSet> images = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper imagesFailed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Encoded> encoded = new ReadOnlyObjectWrapper<>();

    /** @param prefix of the keys of its requests to the worker, which others may share */
    public EncodedReading(Workspace workspace, Engine engine, WorkQueue worker, String prefix) {
        this.workspace = workspace;
        this.engine = engine;
        this.worker = worker;
        this.prefix = prefix;
    }

    /** Forgets what was read and begins with other data, or with another model, which the engine is opening. */
    public void load(ModelChoice model, DataChoice data) {
        encoded.set(null);
        images.set(null);
        imagesFailed.set(false);
        // Also what is being read at this moment: delivered later, it would be taken for the images of the other
        // points.
        engine.cancel("encode");
        worker.cancel(prefix + "stored");
        worker.cancel(prefix + "images");
        worker.submitNamed(
                prefix + "stored",
                "reading what was stored of " + data.title(),
                () -> workspace.stored(model.name(), data.id()),
                stored -> {
                    stored.ifPresent(encoded::set);
                    readImages(model, data, stored.isEmpty());
                },
                // What was stored only saves time.
                () -> readImages(model, data, true));
    }

    private void readImages(ModelChoice model, DataChoice data, boolean encode) {
        String title = data.title() + " " + data.split();
        worker.submitNamed(
                prefix + "images",
                "reading " + title,
                () -> workspace.images(data.id()),
                read -> {
                    images.set(read);
                    if (encode) {
                        encode(read, model.latentSize(), title);
                    }
                },
                () -> imagesFailed.set(true));
    }

    private void encode(ImageSet read, int latentSize, String title) {
        EncodeAll all = new EncodeAll(read, latentSize, title);
        engine.submitSteps("encode", all::progress, all, posterior -> {
            int[] labels = new int[read.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = read.label(i);
            }
            encoded.set(new Encoded(posterior, labels, read.classNames()));
        });
    }

    /** The posterior mean of an image of the data, or null while it is not known. */
    public double @Nullable [] meanOf(int index) {
        Encoded points = encoded.get();
        if (points == null || index < 0 || index >= points.posterior().count()) {
            return null;
        }
        return Latents.mean(points.posterior(), index);
    }

    /** The images; null until they have been read. */
    public ReadOnlyObjectProperty<@Nullable ImageSet> images() {
        return images.getReadOnlyProperty();
    }

    /** Whether the images could not be read. */
    public ReadOnlyBooleanProperty imagesFailed() {
        return imagesFailed.getReadOnlyProperty();
    }

    /** What the model encodes the images to; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable Encoded> encoded() {
        return encoded.getReadOnlyProperty();
    }
}
