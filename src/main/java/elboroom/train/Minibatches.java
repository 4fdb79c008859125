package elboroom.train;

import elboroom.data.ImageSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which images and which noise each step sees, a function of seed and step alone: a run can be resumed or replayed from
 * anywhere, by any number of threads.
 */
final class Minibatches implements MinibatchSource {
    private static final long ORDER = 0x6f72646572L;
    private static final long NOISE = 0x6e6f697365L;

    private final ImageSet images;
    private final int batch;
    private final long seed;
    private int[] order = {};
    private long orderedEpoch = -1;

    Minibatches(ImageSet images, int batch, long seed) {
        this.images = images;
        this.batch = batch;
        this.seed = seed;
    }

    long stepsPerEpoch() {
        return (images.size() + batch - 1L) / batch;
    }

    @Override
    public int count(long step) {
        long from = step % stepsPerEpoch() * batch;
        return (int) Math.min(batch, images.size() - from);
    }

    @Override
    public void copyImages(long step, int from, int to, float[] target) {
        int[] epochOrder = order(step / stepsPerEpoch());
        int size = images.shape().size();
        int first = (int) (step % stepsPerEpoch()) * batch;
        for (int i = from; i < to; i++) {
            images.copyImage(epochOrder[first + i], target, (i - from) * size);
        }
    }

    /** Indices, in the training set, of the images of a step's minibatch. */
    int[] indices(long step) {
        int first = (int) (step % stepsPerEpoch()) * batch;
        return Arrays.copyOfRange(order(step / stepsPerEpoch()), first, first + count(step));
    }

    @Override
    public float[] noise(long step, int latentSize) {
        SplittableRandom random = random(NOISE, step);
        float[] noise = new float[count(step) * latentSize];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    /** Fisher-Yates, from the natural order, so that an epoch's order does not depend on those before it. */
    private synchronized int[] order(long epoch) {
        if (epoch != orderedEpoch) {
            int[] shuffled = new int[images.size()];
            SplittableRandom random = random(ORDER, epoch);
            for (int i = 0; i < shuffled.length; i++) {
                int j = random.nextInt(i + 1);
                shuffled[i] = shuffled[j];
                shuffled[j] = i;
            }
            order = shuffled;
            orderedEpoch = epoch;
        }
        return order;
    }

    /** A generator for one purpose at one moment; two draws of a seeded one mix the three numbers well. */
    private SplittableRandom random(long purpose, long moment) {
        return new SplittableRandom(
                new SplittableRandom(seed ^ purpose).nextLong() ^ new SplittableRandom(moment).nextLong());
    }
}
