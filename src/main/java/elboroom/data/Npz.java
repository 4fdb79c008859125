package elboroom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Named arrays in NumPy's {@code .npz} form: a zip of {@code .npy} files, what {@code numpy.savez} writes and {@code
 * numpy.load} reads. Arrays of float32, int32 and uint8 with one to four dimensions, row-major.
 */
public final class Npz {
    /** No file is read whose arrays have more bytes than this in all. */
    private static final long MAX_BYTES = 1L << 30;

    private static final int MAX_ARRAYS = 64;
    private static final String SUFFIX = ".npy";

    /** The same arrays give the same file: the earliest time a zip file can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String source;
    private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

    /** No arrays yet. */
    public Npz() {
        this("npz");
    }

    private Npz(String source) {
        this.source = source;
    }

    /** Adds float32 values, row-major in {@code shape}. They are not copied. */
    public Npz add(String name, float[] values, int... shape) {
        return add(name, new NpyArray.Floats(NpyArray.shape(shape), values));
    }

    /** Adds int32 values; otherwise like the floats. */
    public Npz add(String name, int[] values, int... shape) {
        return add(name, new NpyArray.Ints(NpyArray.shape(shape), values));
    }

    /** Adds uint8 values; otherwise like the floats. */
    public Npz add(String name, byte[] values, int... shape) {
        return add(name, new NpyArray.Bytes(NpyArray.shape(shape), values));
    }

    private Npz add(String name, NpyArray array) {
        if (arrays.putIfAbsent(name, array) != null) {
            throw new InputException(
                    "%s: array \"%s\" is there twice; expected every name once".formatted(source, name));
        }
        return this;
    }

    /** In the order in which they were added or lie in the file. */
    public Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }

    /**
     * The float32 values of an array; not copied.
     *
     * @param shape that it must have, -1 for any size of a dimension
     * @throws InputException if there is no such array, or not of this kind and shape
     */
    public float[] floats(String name, int... shape) {
        return array(NpyArray.Floats.class, "float32", name, shape).values();
    }

    /** The int32 values of an array; otherwise like {@link #floats}. */
    public int[] ints(String name, int... shape) {
        return array(NpyArray.Ints.class, "int32", name, shape).values();
    }

    /** The uint8 values of an array; otherwise like {@link #floats}. */
    public byte[] bytes(String name, int... shape) {
        return array(NpyArray.Bytes.class, "uint8", name, shape).values();
    }

    /** Sizes of an array's dimensions. */
    public int[] shape(String name) {
        return array(NpyArray.class, "any type", name).shape().stream()
                .mapToInt(n -> n)
                .toArray();
    }

    private <T extends NpyArray> T array(Class<T> type, String typeName, String name, int... shape) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw new InputException(
                    "%s: has no array \"%s\"; expected it beside %s".formatted(source, name, arrays.keySet()));
        }
        if (!type.isInstance(array) || !array.matches(shape)) {
            throw new InputException("%s: array \"%s\" is %s; expected %s%s"
                    .formatted(source, name, array.describe(), typeName, NpyArray.describe(shape)));
        }
        return type.cast(array);
    }

    /** Writes all arrays; see {@link AtomicFiles#write}. */
    public void write(Path file) {
        AtomicFiles.write(file, out -> writeTo(out, true));
    }

    /** The same without packing: thirty times as fast, and of weights, whose bits are noise, a tenth larger. */
    public void writeUnpacked(Path file) {
        AtomicFiles.write(file, out -> writeTo(out, false));
    }

    private void writeTo(OutputStream out, boolean packed) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                byte[] bytes = NpyFormat.write(array.getValue());
                ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
                entry.setTimeLocal(NO_TIME);
                if (!packed) {
                    // What is stored as it is must be announced.
                    CRC32 crc = new CRC32();
                    crc.update(bytes);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(bytes.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
    }

    /**
     * Reads all arrays of a file.
     *
     * @throws InputException if the file is missing, damaged or not such a file, or an array in it is not one of those
     *     named above; it names the file and the array
     */
    public static Npz read(Path file) {
        return read(file, name -> true);
    }

    /** Reads some arrays of a file, those of the given names; otherwise like {@link #read(Path)}. */
    public static Npz read(Path file, Predicate<String> wanted) {
        Npz npz = new Npz(file.toString());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ARRAYS) {
                throw new InputException(
                        "%s: holds %,d files; expected at most %d arrays".formatted(file, zip.size(), MAX_ARRAYS));
            }
            long room = MAX_BYTES;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (!name.endsWith(SUFFIX)) {
                    throw wrong(file, name, "is no array", null);
                }
                String array = name.substring(0, name.length() - SUFFIX.length());
                if (wanted.test(array)) {
                    npz.add(array, readArray(file, zip, entry, room));
                    room -= entry.getSize();
                }
            }
            return npz;
        } catch (ZipException e) {
            throw new InputException(file + ": is not a whole zip file; expected a NumPy .npz file", e);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file; expected a NumPy .npz file", e);
        } catch (IOException e) {
            throw new InputException(
                    "%s: cannot be read (%s); expected a NumPy .npz file".formatted(file, AtomicFiles.reason(e)), e);
        }
    }

    private static NpyArray readArray(Path file, ZipFile zip, ZipEntry entry, long room) throws IOException {
        long size = entry.getSize();
        // Deflate cannot do better than 1032 to 1: what claims more than the whole file can hold is not believed.
        if (size < 0 || size > Math.min(room, Files.size(file) * 1032)) {
            throw wrong(file, entry.getName(), "claims to have %,d bytes, too many".formatted(size), null);
        }
        CRC32 crc = new CRC32();
        byte[] bytes = new byte[(int) size];
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
            int found = in.readNBytes(bytes, 0, bytes.length);
            if (found < size || in.read() >= 0 || crc.getValue() != entry.getCrc()) {
                throw wrong(file, entry.getName(), "is damaged: its size or checksum is not as announced", null);
            }
            return NpyFormat.parse(bytes);
        } catch (ZipException e) {
            throw wrong(file, entry.getName(), "is damaged: it cannot be unpacked", e);
        } catch (NpyFormat.FormatException e) {
            throw wrong(file, entry.getName(), e.getMessage(), e);
        }
    }

    private static InputException wrong(Path file, String entry, @Nullable String found, @Nullable Throwable cause) {
        return new InputException(
                "%s: %s %s; expected a NumPy array of %s".formatted(file, entry, found, NpyFormat.KNOWN), cause);
    }
}
