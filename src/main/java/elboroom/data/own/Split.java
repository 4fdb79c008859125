package elboroom.data.own;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which images are for training and which for testing, each in an order that follows from the seed alone: data often comes
 * sorted by class, and the first thousand images are to be like the others.
 *
 * @param train indices
 * @param test indices
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Split(int[] train, int[] test) {
    /** Number of test images among {@code count} that are not split themselves; all of them if the share is 0. */
    static int testSize(int count, double share) {
        return share == 0 || count < 2 ? count : (int) Math.max(1, Math.min(count - 1, Math.round(share * count)));
    }

    /** Number of training images; all of them if the share is 0. */
    static int trainSize(int count, double share) {
        return share == 0 || count < 2 ? count : count - testSize(count, share);
    }

    /**
     * @param parts the split of each image by the data's own account, {@link RowSource.Part#ordinal}; all or none
     * @param share of the test images where there is none
     */
    static Split of(byte[] parts, double share, long seed) {
        int[] order = IntStream.range(0, parts.length).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        if (parts.length > 0 && parts[0] == RowSource.Part.UNSPLIT.ordinal()) {
            int test = testSize(parts.length, share);
            int train = trainSize(parts.length, share);
            return new Split(Arrays.copyOfRange(order, order.length - train, order.length), Arrays.copyOf(order, test));
        }
        return new Split(part(order, parts, RowSource.Part.TRAIN), part(order, parts, RowSource.Part.TEST));
    }

    private static int[] part(int[] order, byte[] parts, RowSource.Part part) {
        return Arrays.stream(order).filter(i -> parts[i] == part.ordinal()).toArray();
    }
}
