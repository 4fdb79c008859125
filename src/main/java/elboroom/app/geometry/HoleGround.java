package elboroom.app.geometry;

import elboroom.data.ImageSet;
import elboroom.measure.GaussianMixture;
import elboroom.measure.Holes;
import elboroom.measure.PlaneHoles;
import elboroom.measure.Plausibility;
import elboroom.measure.Watch;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Both densities of a model, p(z) and q(z), for map, mass and samples. For the engine's thread. */
final class HoleGround {
    private static final int MASS_SAMPLES = 4_000;
    private static final int COMPONENTS = 10;

    private final Ground ground;
    private final Holes holes;
    /** Of an autoencoder's codes as they are seen on the plane of a larger space. */
    private final @Nullable Holes seen;

    private final Holes.Mass mass;
    private @Nullable GaussianMixture mixture;

    HoleGround(Ground ground, Watch watch) {
        this.ground = ground;
        boolean autoencoder = ground.model().autoencoder();
        holes = new Holes(autoencoder, ground.posterior(), watch.part(0, 0.5));
        mass = holes.mass(MASS_SAMPLES, 2, watch.part(0.5, 0.8));
        seen = autoencoder && ground.latentSize() > 2
                ? new Holes(true, codesOnPlane(ground), watch.part(0.8, 1))
                : null;
    }

    private static Posterior codesOnPlane(Ground ground) {
        float[] x = ground.plane().xs(ground.posterior());
        float[] y = ground.plane().ys(ground.posterior());
        float[] codes = new float[2 * x.length];
        float[] none = new float[codes.length];
        Arrays.fill(none, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < x.length; i++) {
            codes[2 * i] = x[i];
            codes[2 * i + 1] = y[i];
        }
        return new Posterior(x.length, 2, codes, none);
    }

    Ground ground() {
        return ground;
    }

    /** Hole mass over all dimensions. */
    Holes.Mass mass() {
        return mass;
    }

    /**
     * log q(z) − log p(z) at points of the plane; of more than two dimensions, as the densities are seen there.
     *
     * @param points [n][2]
     */
    double[] logRatio(double[] points) {
        if (seen != null) {
            return seen.logRatio(points, Watch.NONE);
        }
        return ground.latentSize() <= 2
                ? holes.logRatio(ground.lift(points), Watch.NONE)
                : PlaneHoles.logRatio(
                        ground.posterior(),
                        ground.plane().origin(),
                        ground.plane().right(),
                        ground.plane().up(),
                        points,
                        Watch.NONE);
    }

    /** Draws, decodes and looks for the nearest training images. */
    Samples samples(Vae vae, Source source, int count, long seed, ImageSet training, ImageSet test, Watch watch) {
        int d = ground.latentSize();
        double[] z = draw(source, count, seed, watch.part(0, 0.4));
        Plausibility near = Plausibility.of(vae, z, training, test, watch.part(0.4, 1));
        float[] images = vae.decode(Stretch.floats(z), count);
        int size = vae.shape().size();
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double[] own = Arrays.copyOfRange(z, i * d, (i + 1) * d);
            points[2 * i] = ground.plane().x(own);
            points[2 * i + 1] = ground.plane().y(own);
        }
        double[] ratio = logRatio(points);
        List<Samples.Sample> all = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> all.add(new Samples.Sample(
                        points[2 * i],
                        points[2 * i + 1],
                        ratio[i],
                        Arrays.copyOfRange(images, i * size, (i + 1) * size),
                        near.nearest()[i],
                        training.image(near.nearest()[i]),
                        near.distance()[i])));
        return new Samples(source, all, near.typical(), vae.shape());
    }

    private double[] draw(Source source, int count, long seed, Watch watch) {
        SplittableRandom random = new SplittableRandom(seed);
        return switch (source) {
            case PRIOR -> holes.prior().sample(count, random);
            case AGGREGATE -> holes.sampleAggregate(count, random);
            case MIXTURE -> mixture(watch).sample(count, random);
        };
    }

    /** Fitted when it is first asked for, to one draw of each posterior: ten Gaussians of some thousand points take a while. */
    private GaussianMixture mixture(Watch watch) {
        GaussianMixture known = mixture;
        if (known == null) {
            float[] codes = ground.posterior().sample(new Random(3));
            double[] points = new double[codes.length];
            Arrays.setAll(points, i -> codes[i]);
            int components = Math.min(COMPONENTS, ground.posterior().count());
            known = GaussianMixture.fit(points, ground.latentSize(), components, 1, watch);
            mixture = known;
        }
        return known;
    }
}
