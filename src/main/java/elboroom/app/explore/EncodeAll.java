package elboroom.app.explore;

import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.Optional;
import java.util.function.Function;

/** Encodes a whole data set, a batch a step, so that a drag never waits for more than one batch. */
public final class EncodeAll implements Function<Vae, Optional<Posterior>> {
    private static final int BATCH = 250;

    private final ImageSet images;
    private final String title;
    private final float[] mean;
    private final float[] logVariance;
    private volatile int done;

    /** @param title of the images, for the status line */
    public EncodeAll(ImageSet images, int latentSize, String title) {
        this.images = images;
        this.title = title;
        mean = new float[images.size() * latentSize];
        logVariance = new float[images.size() * latentSize];
    }

    /** How far it is, for the status line. */
    public String progress() {
        return "encoding %s: %,d of %,d".formatted(title, done, images.size());
    }

    @Override
    public Optional<Posterior> apply(Vae vae) {
        int from = done;
        int to = Math.min(images.size(), from + BATCH);
        int d = vae.latentSize();
        if (to > from) {
            Posterior batch = vae.encode(images.images(from, to), to - from);
            System.arraycopy(batch.mean(), 0, mean, from * d, (to - from) * d);
            System.arraycopy(batch.logVariance(), 0, logVariance, from * d, (to - from) * d);
        }
        done = to;
        return to < images.size() ? Optional.empty() : Optional.of(new Posterior(to, d, mean, logVariance));
    }
}
