package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The values of all images of a copy, mapped into memory: the operating system reads what is used and forgets it when memory
 * is short, so that a set may be larger than the memory.
 */
final class MappedImages {
    private static final long SEGMENT = 1L << 30;
    private static final int PARTS = RowSource.Part.values().length;

    private final MappedByteBuffer[] segments;
    private final int perSegment;
    private final int size;
    private final boolean floats;
    private final float scale;
    private final short[] labels;
    private final byte[] parts;

    /**
     * @param count of images in the file
     * @param floats whether values are float32 rather than bytes
     * @param scale that stands for 1
     * @param classes that labels may be of
     */
    MappedImages(Path file, ImageShape shape, int count, boolean floats, int scale, int classes) {
        this.size = shape.size();
        this.floats = floats;
        this.scale = scale;
        long bytes = (long) size * (floats ? Float.BYTES : 1);
        perSegment = (int) Math.max(1, SEGMENT / bytes);
        segments = new MappedByteBuffer[(count + perSegment - 1) / perSegment];
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() != count * (bytes + 3)) {
                throw new InputException(
                        "%s: has %,d bytes; expected %,d for %,d images of %s; delete its folder to have it made again"
                                .formatted(file, channel.size(), count * (bytes + 3), count, shape));
            }
            for (int i = 0; i < segments.length; i++) {
                long from = (long) i * perSegment;
                long to = Math.min(count, from + perSegment);
                segments[i] = channel.map(FileChannel.MapMode.READ_ONLY, from * bytes, (to - from) * bytes);
                segments[i].order(ByteOrder.LITTLE_ENDIAN);
            }
            ByteBuffer tail = ByteBuffer.allocate(3 * count).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, count * bytes + tail.position()) >= 0) {
                // Until all are there.
            }
            tail.flip();
            labels = new short[count];
            tail.asShortBuffer().get(labels);
            parts = new byte[count];
            tail.get(2 * count, parts);
            check(file, classes);
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be read (%s); expected the copy of a data set".formatted(file, e.getMessage()), e);
        }
    }

    private void check(Path file, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= Math.max(1, classes) || parts[i] < 0 || parts[i] >= PARTS) {
                throw new InputException(
                        "%s: image %,d has label %d of %d and split %d; delete its folder to have it made again"
                                .formatted(file, i, labels[i], classes, parts[i]));
            }
        }
    }

    byte[] parts() {
        return parts;
    }

    int label(int index) {
        return labels[index];
    }

    void copy(int index, float[] target, int offset) {
        ByteBuffer segment = segments[index / perSegment];
        int from = index % perSegment * size;
        if (floats) {
            segment.asFloatBuffer().get(from, target, offset, size);
            for (int i = offset; i < offset + size; i++) {
                target[i] = Math.min(1, target[i] / scale);
            }
            return;
        }
        byte[] bytes = new byte[size];
        segment.get(from, bytes);
        for (int i = 0; i < size; i++) {
            target[offset + i] = (bytes[i] & 0xff) / scale;
        }
    }

    /** The stored bytes of one image. */
    byte[] bytes(int index) {
        byte[] bytes = new byte[size * (floats ? Float.BYTES : 1)];
        segments[index / perSegment].get(index % perSegment * bytes.length, bytes);
        return bytes;
    }
}
