package elboroom.app.explore;

import elboroom.latent.Projection;
import elboroom.model.Vae;
import java.util.Optional;
import java.util.function.Function;

/** Decodes many points of the map's plane, some at a time, so that a drag over the mosaic stays smooth. */
public final class GridDecoding implements Function<Vae, Optional<float[]>> {
    private static final int BATCH = 100;

    private final Projection projection;
    private final double[] held;
    private final double[] x;
    private final double[] y;
    private float[] pixels = new float[0];
    private int done;

    /**
     * @param held what lies across the plane, as in {@link Projection#lift}
     * @param x of each point, to the right
     * @param y of each point, upwards
     */
    public GridDecoding(Projection projection, double[] held, double[] x, double[] y) {
        this.projection = projection;
        this.held = held;
        this.x = x;
        this.y = y;
    }

    @Override
    public Optional<float[]> apply(Vae vae) {
        int size = vae.shape().size();
        if (done == 0) {
            pixels = new float[x.length * size];
        }
        int to = Math.min(x.length, done + BATCH);
        int d = held.length;
        float[] latents = new float[(to - done) * d];
        for (int i = done; i < to; i++) {
            System.arraycopy(Latents.toFloats(projection.lift(x[i], y[i], held)), 0, latents, (i - done) * d, d);
        }
        if (to > done) {
            System.arraycopy(vae.decode(latents, to - done), 0, pixels, done * size, (to - done) * size);
        }
        done = to;
        return done < x.length ? Optional.empty() : Optional.of(pixels);
    }
}
