package elboroom.data.own;

import elboroom.data.ImageSet;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some of the images of a copy, in an order of their own. */
final class MappedImageSet implements ImageSet {
    private final String id;
    private final ImageShape shape;
    private final List<String> classNames;
    private final MappedImages images;
    private final int[] order;
    private final int size;
    private volatile @Nullable String checksum;

    /** @param order which images, by index; the first {@code size} of them */
    MappedImageSet(String id, ImageShape shape, List<String> classNames, MappedImages images, int[] order, int size) {
        this.id = id;
        this.shape = shape;
        this.classNames = List.copyOf(classNames);
        this.images = images;
        this.order = order;
        this.size = size;
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
        return images.label(order[Objects.checkIndex(index, size)]);
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        images.copy(order[Objects.checkIndex(index, size)], target, offset);
    }

    @Override
    public ImageSet first(int count) {
        if (count < 1) {
            throw new InputException("%s: first %d images; expected 1 to %,d".formatted(id, count, size));
        }
        return count >= size ? this : new MappedImageSet(id, shape, classNames, images, order, count);
    }

    /** {@inheritDoc} Over height, width, channels and n as big-endian 32-bit integers, then the pixels as they are stored, then the labels, a byte each up to 256 classes and two beyond. */
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
            sha.update(ByteBuffer.allocate(16)
                    .putInt(shape.height())
                    .putInt(shape.width())
                    .putInt(shape.channels())
                    .putInt(size)
                    .flip());
            for (int i = 0; i < size; i++) {
                sha.update(images.bytes(order[i]));
            }
            for (int i = 0; i < size; i++) {
                if (classNames.size() > 256) {
                    sha.update((byte) (label(i) >> 8));
                }
                sha.update((byte) label(i));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
