package elboroom.data.own;

import elboroom.data.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Images in the IDX format that MNIST came in, plain or gzipped; labels are found by the name of their file. */
final class IdxRows {
    private static final int BUFFER = 1 << 18;
    /** Deflate cannot do better: a small file that claims to be huge is not believed. */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private static final Pattern IMAGES = Pattern.compile("images?(?=[^a-z]|$)");
    private static final Pattern IDX_NAME = Pattern.compile(".*(idx|ubyte).*");

    private IdxRows() {}

    static boolean isMagic(byte[] start) {
        return start.length >= 4
                && start[0] == 0
                && start[1] == 0
                && Element.ofIdx(start[2]).isPresent()
                && start[3] > 0
                && start[3] < 8;
    }

    static RowSource ofFile(Path file, ImportOptions options) throws IOException {
        StoredArray images = array(file);
        if (images.dims().size() < 2) {
            throw new InputException("%s: holds %s, as labels have it; expected the file of the images"
                    .formatted(file, images.describe()));
        }
        return new ArrayRows(
                "IDX", List.of(new ArrayRows.Split(images, labels(file), RowSource.Part.UNSPLIT)), options);
    }

    /** A folder with IDX files of images, if it is one: that of training and that of testing, or the only one. */
    static Optional<RowSource> ofFolder(Path folder, ImportOptions options) throws IOException {
        List<Path> files;
        try (Stream<Path> children = Files.list(folder)) {
            files = children.filter(IdxRows::isImages).sorted().toList();
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<ArrayRows.Split> splits = new ArrayList<>();
        for (RowSource.Part part : List.of(RowSource.Part.TRAIN, RowSource.Part.TEST)) {
            for (Path file : files) {
                if (ArrayNames.part(name(file)) == part && splits.size() == part.ordinal() - 1) {
                    splits.add(new ArrayRows.Split(array(file), labels(file), part));
                }
            }
        }
        if (splits.size() == 2) {
            return Optional.of(new ArrayRows("IDX, training and test files", splits, options));
        }
        if (files.size() == 1) {
            return Optional.of(ofFile(files.get(0), options));
        }
        throw new InputException(
                "%s: holds the IDX files %s; expected one of training and one of test images, or one file"
                        .formatted(folder, files.stream().map(IdxRows::name).toList()));
    }

    private static boolean isImages(Path file) {
        String name = name(file);
        return IMAGES.matcher(name).find() && IDX_NAME.matcher(name).matches() && Files.isRegularFile(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static @Nullable StoredArray labels(Path images) throws IOException {
        String name = String.valueOf(images.getFileName());
        if (!name.contains("images")) {
            return null;
        }
        String other = name.replace("images", "labels").replaceAll("idx[2-4]", "idx1");
        String swapped = other.endsWith(".gz") ? other.substring(0, other.length() - 3) : other + ".gz";
        for (String candidate : List.of(other, swapped)) {
            Path file = images.resolveSibling(candidate);
            if (Files.isRegularFile(file)) {
                return array(file);
            }
        }
        return null;
    }

    private static StoredArray array(Path file) throws IOException {
        long size = Files.size(file);
        boolean zipped = Gzip.is(file);
        Element element;
        List<Integer> dims = new ArrayList<>();
        int header;
        try (InputStream in = open(file, zipped, 0)) {
            byte[] start = in.readNBytes(4);
            if (!isMagic(start)) {
                throw new InputException(
                        "%s: does not begin as an IDX file; expected two zero bytes, type and dimensions"
                                .formatted(file));
            }
            element = Element.ofIdx(start[2]).orElseThrow();
            header = 4 + 4 * start[3];
            byte[] sizes = in.readNBytes(header - 4);
            ByteBuffer buffer = ByteBuffer.wrap(sizes);
            while (buffer.remaining() >= 4) {
                int n = buffer.getInt();
                if (n < 1) {
                    throw new InputException("%s: gives %s as its dimension %d; expected 1 to %,d"
                            .formatted(file, Integer.toUnsignedString(n), dims.size() + 1, Integer.MAX_VALUE));
                }
                dims.add(n);
            }
            if (dims.size() < start[3]) {
                throw new InputException(file + ": is cut short within its header; expected an IDX file");
            }
        }
        StoredArray array = new StoredArray(
                file, file.toString(), element, false, ByteOrder.BIG_ENDIAN, dims, () -> open(file, zipped, header));
        double claimed = header + (double) array.count() * array.rowSize() * element.width();
        if (zipped ? claimed > (double) size * MAX_DEFLATE_RATIO : claimed != size) {
            throw new InputException("%s: has %,d bytes%s; expected %,.0f, which its dimensions %s make"
                    .formatted(file, size, zipped ? " gzipped" : "", claimed, array.describe()));
        }
        return array;
    }

    private static InputStream open(Path file, boolean zipped, int from) throws IOException {
        InputStream in = zipped
                ? new GZIPInputStream(Files.newInputStream(file), BUFFER)
                : new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.skipNBytes(from);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
