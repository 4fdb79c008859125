package elboroom.train;

import elboroom.data.ImageSet;
import java.util.SplittableRandom;

/**
 * Which images and which noise each step sees, a function of seed and step alone: a run can be resumed or replayed from
 * anywhere, by any number of threads.
 */
final class Minibatches {
    private static final long ORDER = 0x6f72646572L;
    private static final long NOISE = 0x6e6f697365L;

    private final ImageSet images;
    private final int batch;
    private final long seed;
    private final int[] order;
    private long orderedEpoch = -1;

    Minibatches(ImageSet images, int batch, long seed) {
        this.images = images;
        this.batch = batch;
        this.seed = seed;
        this.order = new int[images.size()];
    }

    long stepsPerEpoch() {
        return (images.size() + batch - 1L) / batch;
    }

    /** Images in the minibatch of a step; the last one of an epoch may be smaller than the others. */
    int count(long step) {
        long from = step % stepsPerEpoch() * batch;
        return (int) Math.min(batch, images.size() - from);
    }

    /** The images of a step, [count][D]. */
    float[] images(long step) {
        shuffle(step / stepsPerEpoch());
        int size = images.shape().size();
        int from = (int) (step % stepsPerEpoch()) * batch;
        int count = count(step);
        float[] pixels = new float[count * size];
        for (int i = 0; i < count; i++) {
            images.copyImage(order[from + i], pixels, i * size);
        }
        return pixels;
    }

    /** Standard normal noise of a step, [count][d]. */
    float[] noise(long step, int latentSize) {
        SplittableRandom random = random(NOISE, step);
        float[] noise = new float[count(step) * latentSize];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** Fisher-Yates, from the natural order, so that an epoch's order does not depend on those before it. */
    private void shuffle(long epoch) {
        if (epoch == orderedEpoch) {
            return;
        }
        orderedEpoch = epoch;
        SplittableRandom random = random(ORDER, epoch);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    /** A generator for one purpose at one moment; two draws of a seeded one mix the three numbers well. */
    private SplittableRandom random(long purpose, long moment) {
        return new SplittableRandom(
                new SplittableRandom(seed ^ purpose).nextLong() ^ new SplittableRandom(moment).nextLong());
    }
}
