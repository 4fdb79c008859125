package elboroom.measure;

import elboroom.data.ImageSet;
import elboroom.model.Posterior;
import elboroom.model.Vae;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Evidence and ELBO over the first images of a set. With two latent dimensions the evidence is exact; with others it is the
 * IWAE bound of {@value #DRAWS} draws, which is below it, and the gap therefore at least what is given.
 *
 * @param images of each image, in order
 * @param exact whether the evidence is exact
 * @param latentSize of the model
 */
public record EvidenceSurvey(List<OfImage> images, boolean exact, int latentSize) {
    /** k of the bound that stands for the evidence where that can not be had. */
    public static final int DRAWS = 1000;

    private static final int CHUNK = 100;
    private static final long USUAL_SEED = 0;

    public EvidenceSurvey {
        images = List.copyOf(images);
    }

    /**
     * One image; nats.
     *
     * @param logEvidence log p(x), or the bound
     * @param standardError of the bound by its draws; 0 where it is exact
     * @param elbo exact in expectation, or the average of the draws
     * @param gapDirect KL(q‖p(z|x)) by quadrature; not a number where that can not be had
     * @param cells squares that were summed over; 0 where it is a bound
     */
    public record OfImage(double logEvidence, double standardError, double elbo, double gapDirect, int cells) {
        public double gap() {
            return logEvidence - elbo;
        }
    }

    /**
     * Surveys the first {@code count} images: 20 ms each with two latent dimensions, 10 with more, of the reference network.
     *
     * @throws IllegalArgumentException if the model is an autoencoder, which has no prior and so no evidence
     */
    public static EvidenceSurvey of(Vae vae, ImageSet images, int count, Watch watch) {
        if (vae.autoencoder()) {
            throw new IllegalArgumentException("an autoencoder has no evidence");
        }
        Evidence evidence = Evidence.exactFor(vae) ? new Evidence(vae) : null;
        SplittableRandom random = new SplittableRandom(USUAL_SEED);
        List<OfImage> all = new ArrayList<>();
        for (int from = 0; from < count; from += CHUNK) {
            int rows = Math.min(CHUNK, count - from);
            float[] pixels = images.images(from, from + rows);
            Watch part = watch.part((double) from / count, (double) (from + rows) / count);
            all.addAll(part(vae, evidence, pixels, rows, random, part));
        }
        return new EvidenceSurvey(all, evidence != null, vae.latentSize());
    }

    /**
     * Surveys a few images.
     *
     * @param evidence of the model; null where it can not be had exactly
     * @param pixels [rows][D]
     * @param random draws for the bounds that stand for it then
     */
    public static List<OfImage> part(
            Vae vae, @Nullable Evidence evidence, float[] pixels, int rows, RandomGenerator random, Watch watch) {
        Posterior posterior = vae.encode(pixels, rows);
        List<OfImage> all = new ArrayList<>();
        if (evidence != null) {
            for (Evidence.OfImage i : evidence.of(pixels, posterior, watch)) {
                all.add(new OfImage(i.logEvidence(), 0, i.elbo(), i.gapDirect(), i.cells()));
            }
            return all;
        }
        int size = pixels.length / rows;
        for (int i = 0; i < rows; i++) {
            float[] image = Arrays.copyOfRange(pixels, i * size, (i + 1) * size);
            double[] weights = Iwae.logWeights(vae, image, posterior, i, DRAWS, random, Watch.NONE);
            Iwae.Rung bound = Iwae.ladder(weights, List.of(DRAWS)).get(0);
            all.add(new OfImage(bound.bound(), bound.standardError(), Doubles.mean(weights), Double.NaN, 0));
            watch.step((i + 1.0) / rows);
        }
        return all;
    }

    public double meanLogEvidence() {
        return images.stream().mapToDouble(OfImage::logEvidence).average().orElse(Double.NaN);
    }

    /** Of {@link #meanLogEvidence}, by the draws of the bound; 0 where it is exact. */
    public double standardError() {
        double squared = images.stream()
                .mapToDouble(i -> i.standardError() * i.standardError())
                .sum();
        return Math.sqrt(squared) / images.size();
    }

    public double meanElbo() {
        return images.stream().mapToDouble(OfImage::elbo).average().orElse(Double.NaN);
    }

    public double meanGap() {
        return meanLogEvidence() - meanElbo();
    }

    public double medianGap() {
        double[] gaps = images.stream().mapToDouble(OfImage::gap).sorted().toArray();
        int middle = gaps.length / 2;
        return gaps.length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
    }

    /** Average of the gap by the second way; not a number where there is none. */
    public double meanGapDirect() {
        return images.stream().mapToDouble(OfImage::gapDirect).average().orElse(Double.NaN);
    }

    /** By how much the two ways differ at most. */
    public double maxDisagreement() {
        return Arrays.stream(images.stream()
                        .mapToDouble(i -> Math.abs(i.gap() - i.gapDirect()))
                        .toArray())
                .reduce(0, (a, b) -> Double.isNaN(b) ? b : Math.max(a, b));
    }

    /** Squares that an image's evidence was summed over, on average. */
    public double meanCells() {
        return images.stream().mapToInt(OfImage::cells).average().orElse(0);
    }
}
