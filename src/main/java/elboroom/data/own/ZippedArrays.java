package elboroom.data.own;

import elboroom.data.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The arrays of an {@code .npz} file, by their headers.
 *
 * @param arrays those that can be read
 * @param names of these
 * @param unread what is wrong with the others, a line each
 * @param lostLabels names of the others that are called as labels are
 */
record ZippedArrays(List<StoredArray> arrays, List<String> names, List<String> unread, List<String> lostLabels) {
    private static final int MAX_ARRAYS = 1000;
    private static final int BUFFER = 1 << 18;
    private static final String NPY = ".npy";

    /** @throws InputException if it is no whole zip file, or holds very many files */
    static ZippedArrays read(Path file) throws IOException {
        ZippedArrays all = new ZippedArrays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_ARRAYS) {
                throw new InputException(
                        "%s: holds %,d files; expected at most %,d arrays".formatted(file, zip.size(), MAX_ARRAYS));
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(NPY)) {
                    all.add(file, zip, entry);
                }
            }
        } catch (ZipException e) {
            throw new InputException(file + ": is not a whole zip file; expected a NumPy .npz file", e);
        }
        return all;
    }

    private void add(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName().substring(0, entry.getName().length() - NPY.length());
        try {
            arrays.add(array(file, zip, entry));
            names.add(name);
        } catch (InputException e) {
            unread.add(String.valueOf(e.getMessage()));
            if (ArrayNames.isLabels(name)) {
                lostLabels.add(printable(name));
            }
        }
    }

    /** A name from the file, fit for a message. */
    static String printable(String name) {
        return name.replaceAll("[^ -~]", "?");
    }

    private static StoredArray array(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        String name = file + ": array \"" + printable(entry.getName()) + "\"";
        NpyHeader header;
        try (InputStream in = zip.getInputStream(entry)) {
            header = NpyHeader.read(in, name);
        } catch (ZipException e) {
            throw new InputException(name + ": is damaged, it cannot be unpacked; expected a NumPy array", e);
        }
        StoredArray array = header.array(file, name, () -> open(file, entry.getName(), header.length()));
        NumPyRows.requireSize(array, entry.getSize() - header.length());
        return array;
    }

    /** The entry's values; closing the stream closes the zip. */
    private static InputStream open(Path file, String entry, int from) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                throw new ZipException("entry " + entry + " is gone");
            }
            InputStream in = new BufferedInputStream(zip.getInputStream(found), BUFFER) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
            in.skipNBytes(from);
            return in;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }
}
