package elboroom.data.own;

import elboroom.data.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the images of a source one after the other: all values, as bytes if they are whole numbers and else as
 * little-endian float32, then the class of each image as a little-endian 16-bit number, then the split of each as a byte.
 */
final class CopyWriter implements RowSource.RowSink {
    static final int MAX_CLASSES = 1000;
    private static final int MAX_SKIPPED = 1000;
    private static final long ROOM_LEFT = 256L << 20;
    private static final long BETWEEN_CHECKS = 64L << 20;

    private final OutputStream out;
    private final FileStore disk;
    private final boolean floats;
    private final ImportProgress progress;
    private final Values values;
    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private short[] labels = new short[1024];
    private int count;
    private long sinceCheck = BETWEEN_CHECKS;

    /** The values are not all whole numbers after all: to be written again as floats. */
    static final class NotWhole extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWhole() {
            super("values that are not whole numbers", null, false, false);
        }
    }

    /**
     * @param disk that must keep some room
     * @param floats whether to write float32 rather than bytes
     */
    CopyWriter(OutputStream out, FileStore disk, RowSource source, boolean floats, ImportProgress progress) {
        this.out = out;
        this.disk = disk;
        this.floats = floats;
        this.progress = progress;
        values = new Values(source.levels());
        bytes = new byte[source.shape().size() * (floats ? Float.BYTES : 1)];
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public boolean row(float[] image, @Nullable String label, RowSource.Part part, RowSource.Where where) {
        if (progress.cancelled()) {
            throw new CancellationException("import cancelled");
        }
        if (!values.add(image, where) && !floats) {
            throw new NotWhole();
        }
        if (count == StoredArray.MAX_IMAGES) {
            throw new InputException("%s: more than %,d images; expected fewer".formatted(where.of(0), count));
        }
        if (count == labels.length) {
            labels = Arrays.copyOf(labels, 2 * count);
        }
        labels[count++] = (short) classOf(label, where);
        parts.write(part.ordinal());
        try {
            write(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private int classOf(@Nullable String label, RowSource.Where where) {
        if (label == null) {
            return 0;
        }
        Integer known = classes.putIfAbsent(label, classes.size());
        if (classes.size() > MAX_CLASSES) {
            throw new InputException("%s: '%s' is the label of one class more than %,d; expected fewer classes"
                    .formatted(where.of(0), label, MAX_CLASSES));
        }
        return known == null ? classes.size() - 1 : known;
    }

    private void write(float[] image) throws IOException {
        sinceCheck += bytes.length;
        if (sinceCheck >= BETWEEN_CHECKS) {
            sinceCheck = 0;
            if (disk.getUsableSpace() < ROOM_LEFT) {
                throw new IOException("less than 256 MB are left on the disk");
            }
        }
        if (floats) {
            buffer.asFloatBuffer().put(image);
        } else {
            for (int i = 0; i < image.length; i++) {
                bytes[i] = (byte) (int) image[i];
            }
        }
        out.write(bytes);
    }

    @Override
    public void skipped(String line) {
        if (skipped.size() < MAX_SKIPPED) {
            skipped.add(line);
        }
    }

    @Override
    public void progress(double share) {
        progress.at(Math.min(1, share));
    }

    /** Writes labels and splits; to be called once, after the last image. */
    void finish() throws IOException {
        int[] number = numbers();
        ByteBuffer block = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            block.putShort((short) (number.length == 0 ? 0 : number[labels[i]]));
        }
        out.write(block.array());
        parts.writeTo(out);
    }

    /** From the order in which classes came up to that of their names. */
    private int[] numbers() {
        List<String> names = classNames();
        return classes.keySet().stream().mapToInt(names::indexOf).toArray();
    }

    List<String> classNames() {
        return ClassNames.sorted(classes.keySet());
    }

    int count() {
        return count;
    }

    /** How many belong to a split by the data's own account. */
    int count(RowSource.Part part) {
        int number = 0;
        for (byte p : parts.toByteArray()) {
            number += p == part.ordinal() ? 1 : 0;
        }
        return number;
    }

    int scale() {
        return values.scale();
    }

    List<String> skippedFiles() {
        return skipped;
    }
}
