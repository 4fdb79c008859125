package elboroom.app.explore;

import elboroom.app.explore.Workspace.DataChoice;
import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Data as a model sees them: as they were stored with it, or encoded now, step by step on an engine. */
public final class CodesOf implements Function<Vae, Optional<Posterior>> {
    /** The first of larger sets are encoded: as many as a test split has. */
    private static final int MOST_IMAGES = 10_000;

    private final Workspace workspace;
    private final String model;
    private final DataChoice data;
    private @Nullable EncodeAll encoding;

    /** @param model name of the model that is asked at each step */
    public CodesOf(Workspace workspace, String model, DataChoice data) {
        this.workspace = workspace;
        this.model = model;
        this.data = data;
    }

    @Override
    public Optional<Posterior> apply(Vae vae) {
        EncodeAll work = encoding;
        if (work == null) {
            Optional<Posterior> stored = workspace.stored(model, data.id()).map(Workspace.Encoded::posterior);
            if (stored.isPresent()) {
                return stored;
            }
            ImageSet images = workspace.images(data.id());
            ImageSet some = images.size() > MOST_IMAGES ? images.first(MOST_IMAGES) : images;
            work = new EncodeAll(some, vae.latentSize(), data.name());
            encoding = work;
        }
        return work.apply(vae);
    }
}
