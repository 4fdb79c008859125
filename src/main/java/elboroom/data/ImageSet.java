package elboroom.data;

import java.util.List;

/** An immutable set of images with class labels and, where they are known, the factors that generated them. */
public interface ImageSet {
    /** Stable name used for files, on the command line and in provenance cards, such as {@code mnist-test}. */
    String id();

    ImageShape shape();

    /** Number of images. */
    int size();

    /** Names of the classes; empty when the set has no labels. */
    List<String> classNames();

    /** Class of an image, an index into {@link #classNames()}; 0 when there are no labels. */
    int label(int index);

    /** Writes the D values of one image, each in [0,1], to {@code target} from {@code offset} on. */
    void copyImage(int index, float[] target, int offset);

    /** Names of the known generating factors, empty for natural data. */
    default List<String> factorNames() {
        return List.of();
    }

    /** Value of one factor of one image, in the factor's own unit. */
    default float factor(int index, int factor) {
        throw new IndexOutOfBoundsException("this set has no known factors");
    }

    /** SHA-256, in hexadecimal, of the pixels and labels: what a provenance card records. */
    String checksum();

    /**
     * The first {@code count} images as a set of the same id, sharing the memory; the whole set if it has no more.
     *
     * @throws InputException if {@code count} is below 1
     */
    ImageSet first(int count);

    /** The images {@code from} (inclusive) to {@code to} (exclusive), row-major [to-from][D]. */
    default float[] images(int from, int to) {
        int size = shape().size();
        float[] images = new float[Math.multiplyExact(to - from, size)];
        for (int i = from; i < to; i++) {
            copyImage(i, images, (i - from) * size);
        }
        return images;
    }

    /** One image, length D. */
    default float[] image(int index) {
        return images(index, index + 1);
    }
}
