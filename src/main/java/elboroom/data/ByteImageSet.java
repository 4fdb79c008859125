package elboroom.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images kept as they are in files, one byte a value, and divided by 255 when they are handed out. */
public final class ByteImageSet implements ImageSet {
    /** Of each byte, n / 255: a table is twice as fast as a division of each pixel. */
    private static final float[] GREY = new float[256];

    static {
        for (int i = 0; i < GREY.length; i++) {
            GREY[i] = i / 255f;
        }
    }

    private final String id;
    private final ImageShape shape;
    private final int size;
    private final List<String> classNames;
    private final byte[] pixels;
    private final byte[] labels;
    private final List<String> factorNames;
    private final float[] factors;
    private volatile @Nullable String checksum;

    /**
     * The arrays are not copied and must not change any more.
     *
     * @param pixels row-major [n][D], unsigned
     * @param labels [n], indices into {@code classNames}; all 0 if that is empty
     */
    public ByteImageSet(String id, ImageShape shape, List<String> classNames, byte[] pixels, byte[] labels) {
        this(id, shape, labels.length, classNames, pixels, labels, List.of(), new float[0]);
    }

    private ByteImageSet(
            String id,
            ImageShape shape,
            int size,
            List<String> classNames,
            byte[] pixels,
            byte[] labels,
            List<String> factorNames,
            float[] factors) {
        if (size < 1 || pixels.length != (long) labels.length * shape.size()) {
            throw new InputException("%s: %,d values and %,d labels; expected one label and %s values an image"
                    .formatted(id, pixels.length, labels.length, shape));
        }
        if (factors.length != labels.length * factorNames.size()) {
            throw new IllegalArgumentException(factors.length + " factors for " + labels.length + " images");
        }
        this.id = id;
        this.shape = shape;
        this.size = size;
        this.classNames = List.copyOf(classNames);
        this.pixels = pixels;
        this.labels = labels;
        this.factorNames = List.copyOf(factorNames);
        this.factors = factors;
    }

    /** The same images with their generating factors, {@code values} row-major [n][factors]; not copied. */
    public ByteImageSet withFactors(List<String> names, float[] values) {
        return new ByteImageSet(id, shape, size, classNames, pixels, labels, names, values);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public int label(int index) {
        return Byte.toUnsignedInt(labels[checked(index)]);
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        int d = shape.size();
        int start = checked(index) * d;
        byte[] from = pixels;
        for (int i = 0; i < d; i++) {
            target[offset + i] = GREY[from[start + i] & 0xff];
        }
    }

    @Override
    public List<String> factorNames() {
        return factorNames;
    }

    @Override
    public float factor(int index, int factor) {
        if (factor < 0 || factor >= factorNames.size()) {
            throw new IndexOutOfBoundsException("factor " + factor + " of " + factorNames);
        }
        return factors[checked(index) * factorNames.size() + factor];
    }

    @Override
    public ByteImageSet first(int count) {
        if (count < 1) {
            throw new InputException("%s: first %d images; expected 1 to %,d".formatted(id, count, size));
        }
        return count >= size
                ? this
                : new ByteImageSet(id, shape, count, classNames, pixels, labels, factorNames, factors);
    }

    /**
     * {@inheritDoc} Over height, width, channels and n as big-endian 32-bit integers, then the pixels and the labels as
     * bytes. Worked out when first asked for (60,000 images of MNIST: 47 MB).
     */
    @Override
    public String checksum() {
        String known = checksum;
        if (known == null) {
            known = digest();
            checksum = known;
        }
        return known;
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            ByteBuffer header = ByteBuffer.allocate(16);
            header.putInt(shape.height())
                    .putInt(shape.width())
                    .putInt(shape.channels())
                    .putInt(size);
            sha.update(header.array());
            sha.update(pixels, 0, size * shape.size());
            sha.update(labels, 0, size);
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("image " + index + " of " + size);
        }
        return index;
    }
}
