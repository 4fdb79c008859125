package elboroom.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * An array of unsigned bytes in the IDX format that MNIST came in: two zero bytes, 8 for "unsigned byte", the number of
 * dimensions, each dimension as a big-endian 32-bit integer, then the values with the last dimension running fastest.
 * A file may be gzipped or not; its first bytes tell.
 *
 * @param shape size of each dimension
 * @param values product of {@code shape} bytes, unsigned
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Idx(List<Integer> shape, byte[] values) {
    /** No file is read beyond this many values: 1 GiB, or a million images of 32×32. */
    private static final long MAX_VALUES = 1L << 30;

    /** Deflate cannot do better, so that a small file that claims to be huge is known before memory is taken. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int GZIP_TRAILER = 8;

    public Idx {
        shape = List.copyOf(shape);
        if (shape.isEmpty() || shape.size() > 255 || count(shape) != values.length) {
            throw new IllegalArgumentException("shape " + shape + " for " + values.length + " values");
        }
    }

    /**
     * Reads images [n][height][width] and labels [n].
     *
     * @param id of the set
     * @param classNames the labels must be indices into this list
     * @throws InputException if a file is missing, damaged or of the wrong kind, or the two do not belong together
     */
    public static ByteImageSet readImageSet(String id, Path imageFile, Path labelFile, List<String> classNames) {
        Idx images = read(imageFile, 3);
        Idx labels = read(labelFile, 1);
        int count = images.shape().get(0);
        if (labels.values().length != count) {
            throw new InputException("%s: holds %,d labels; expected %,d, one for each image of %s"
                    .formatted(labelFile, labels.values().length, count, imageFile));
        }
        for (int i = 0; i < count; i++) {
            int label = Byte.toUnsignedInt(labels.values()[i]);
            if (label >= classNames.size()) {
                throw new InputException("%s: label %d of image %,d; expected labels 0 to %d"
                        .formatted(labelFile, label, i, classNames.size() - 1));
            }
        }
        ImageShape shape = new ImageShape(images.shape().get(1), images.shape().get(2), 1);
        return new ByteImageSet(id, shape, classNames, images.values(), labels.values());
    }

    /**
     * Reads a whole file.
     *
     * @param dimensions the number of dimensions it must have: 3 for images, 1 for labels
     * @throws InputException if it is missing, truncated, empty, too long or not such a file; it names the file, what
     *     was found and what was expected
     */
    public static Idx read(Path file, int dimensions) {
        return new Reader(file, dimensions).read();
    }

    /** Writes the array, gzipped if the name ends in {@code .gz}; see {@link AtomicFiles#write}. */
    public void write(Path file) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * shape.size()).putInt(0x0800 + shape.size());
        shape.forEach(header::putInt);
        AtomicFiles.write(file, out -> {
            if (file.toString().endsWith(".gz")) {
                try (GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16)) {
                    zipped.write(header.array());
                    zipped.write(values);
                }
            } else {
                out.write(header.array());
                out.write(values);
            }
        });
    }

    /** Product of the dimensions, or a number beyond {@link #MAX_VALUES} if it is anywhere beyond. */
    private static long count(List<Integer> shape) {
        long count = 1;
        for (int n : shape) {
            count = Math.min(count * n, MAX_VALUES + 1);
        }
        return count;
    }

    /** One reading of one file. */
    private record Reader(Path file, int dimensions) {
        Idx read() {
            try {
                if (Files.isDirectory(file)) {
                    throw wrong("is a folder");
                }
                long size = Files.size(file);
                if (size == 0) {
                    throw wrong("is empty");
                }
                return isGzip() ? readGzip(size) : readPlain(size);
            } catch (NoSuchFileException e) {
                throw wrong("no such file", e);
            } catch (EOFException e) {
                throw wrong("is cut short: its gzip data ends too early", e);
            } catch (ZipException e) {
                throw wrong("has damaged gzip data", e);
            } catch (IOException e) {
                throw wrong("cannot be read (" + AtomicFiles.reason(e) + ")", e);
            }
        }

        private boolean isGzip() throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] magic = in.readNBytes(2);
                return magic.length == 2 && ByteBuffer.wrap(magic).getChar() == GZIP_MAGIC;
            }
        }

        private Idx readPlain(long size) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return readValues(in, size);
            }
        }

        private Idx readGzip(long size) throws IOException {
            CRC32 crc = new CRC32();
            Idx idx;
            try (InputStream in =
                    new CheckedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), crc)) {
                idx = readValues(in, size * MAX_DEFLATE_RATIO);
            }
            // The stream overlooks what comes after the compressed data; the file must end with its checksum and
            // length.
            ByteBuffer trailer = ByteBuffer.allocate(GZIP_TRAILER).order(ByteOrder.LITTLE_ENDIAN);
            try (FileChannel channel = FileChannel.open(file)) {
                channel.read(trailer, size - GZIP_TRAILER);
            }
            if (trailer.getInt(0) != (int) crc.getValue()
                    || trailer.getInt(4) != idx.values.length + 4 + 4 * dimensions) {
                throw wrong("has bytes after the end of its gzip data");
            }
            return idx;
        }

        /** @param room the most bytes that the stream can possibly yield */
        private Idx readValues(InputStream in, long room) throws IOException {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(4 + 4 * dimensions));
            if (header.limit() < 4) {
                throw wrong("holds %d bytes".formatted(header.limit()));
            }
            int magic = header.getInt();
            if (magic != 0x0800 + dimensions) {
                throw wrong("begins with 0x%08x".formatted(magic));
            }
            if (header.remaining() < 4 * dimensions) {
                throw wrong("is cut short within its header");
            }
            List<Integer> shape = new ArrayList<>();
            for (int i = 0; i < dimensions; i++) {
                int n = header.getInt();
                if (n < 1) {
                    throw wrong("gives %s as its dimension %d".formatted(Integer.toUnsignedString(n), i + 1));
                }
                shape.add(n);
            }
            long count = count(shape);
            if (count > MAX_VALUES) {
                throw wrong("claims more than %,d values, %s".formatted(MAX_VALUES, shape));
            }
            if (count > room) {
                throw wrong("is cut short: too small for the %,d values, %s, that it claims".formatted(count, shape));
            }
            byte[] values = new byte[(int) count];
            int found = in.readNBytes(values, 0, values.length);
            if (found < count) {
                throw wrong("is cut short: holds %,d of the %,d values, %s".formatted(found, count, shape));
            }
            if (in.read() >= 0) {
                throw wrong("goes on after the %,d values, %s, that it announces".formatted(count, shape));
            }
            return new Idx(shape, values);
        }

        private InputException wrong(String found) {
            return new InputException(message(found));
        }

        private InputException wrong(String found, Throwable cause) {
            return new InputException(message(found), cause);
        }

        private String message(String found) {
            String expected = dimensions == 1 ? "labels, one dimension" : "images, " + dimensions + " dimensions";
            return "%s: %s; expected an IDX file of unsigned bytes (%s, beginning with 0x%08x)"
                    .formatted(file, found, expected, 0x0800 + dimensions);
        }
    }
}
