package elboroom.data.own;

import elboroom.data.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the arrays of images and labels in NumPy's files. */
final class NumPyRows {
    private static final int BUFFER = 1 << 18;
    private static final String NPY = ".npy";
    private static final String NPZ = ".npz";

    private NumPyRows() {}

    /** One array of images. Labels are looked for beside it: {@code y.npy} or {@code labels.npy} for {@code x.npy}. */
    static RowSource ofNpy(Path file, ImportOptions options) throws IOException {
        StoredArray images = array(file);
        if (images.dims().size() < 2 || images.text()) {
            throw new InputException(
                    "%s: is %s; expected images as N×D, N×H×W, N×H×W×C or N×C×H×W".formatted(file, images.describe()));
        }
        List<ArrayRows.Split> splits = new ArrayList<>();
        splits.add(new ArrayRows.Split(images, labelsBeside(file, images), RowSource.Part.UNSPLIT));
        return new ArrayRows("NumPy array", splits, options);
    }

    private static @Nullable StoredArray labelsBeside(Path file, StoredArray images) throws IOException {
        String name = String.valueOf(file.getFileName());
        String stem =
                name.substring(0, name.length() - (name.toLowerCase(Locale.ROOT).endsWith(NPY) ? NPY.length() : 0));
        for (String other : ArrayNames.labelsOf(stem)) {
            Path beside = file.resolveSibling(other + NPY);
            if (!other.equals(stem) && Files.isRegularFile(beside)) {
                StoredArray labels = array(beside);
                if (labels.count() == images.count() && labels.single()) {
                    return labels;
                }
            }
        }
        return null;
    }

    private static StoredArray array(Path file) throws IOException {
        NpyHeader header;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            header = NpyHeader.read(in, file.toString());
        }
        StoredArray array = header.array(file, file.toString(), () -> {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            in.skipNBytes(header.length());
            return in;
        });
        requireSize(array, Files.size(file) - header.length());
        return array;
    }

    static void requireSize(StoredArray array, long bytes) {
        double claimed =
                (double) array.count() * array.rowSize() * array.element().width();
        if (claimed != bytes) {
            throw new InputException("%s: holds %,d bytes of numbers; expected %,.0f, which its shape %s makes"
                    .formatted(array.name(), bytes, claimed, array.describe()));
        }
    }

    /** All arrays of a zip; which of them are images and labels, their names and shapes tell. */
    static RowSource ofNpz(Path file, ImportOptions options) throws IOException {
        ZippedArrays zipped = ZippedArrays.read(file);
        List<StoredArray> arrays = zipped.arrays();
        List<String> names = zipped.names();
        List<String> unread = zipped.unread();
        List<ArrayRows.Split> splits = withLabelsBeside(file, splits(names, arrays));
        if (splits.isEmpty()) {
            throw new InputException(
                    "%s: holds no array of images among %s; expected one as N×D, N×H×W, N×H×W×C or N×C×H×W%s"
                            .formatted(file, names, unread.isEmpty() ? "" : " (" + unread.get(0) + ")"));
        }
        ArrayRows rows = new ArrayRows("NumPy arrays, zipped", splits, options);
        for (ArrayRows.Split split : splits) {
            for (int i = 0; split.labels() == null && i < names.size(); i++) {
                StoredArray array = arrays.get(i);
                if (array != split.images() && isNamedAsLabels(names, arrays, i, split)) {
                    rows.note(
                            array.single()
                                    ? "The array \"%s\" has %,d values for %,d images, so it is not taken for their labels."
                                            .formatted(
                                                    ZippedArrays.printable(names.get(i)),
                                                    array.count(),
                                                    split.images().count())
                                    : "The array \"%s\" is %s, so it is not taken for labels, which are one number or text each (argmax makes them of ones and zeros)."
                                            .formatted(ZippedArrays.printable(names.get(i)), array.describe()));
                }
            }
        }
        for (String name : zipped.lostLabels()) {
            rows.note(
                    "The array \"%s\" cannot be read, so it is not taken for labels; numbers and texts can, Python objects not."
                            .formatted(name));
        }
        return rows;
    }

    /** As KMNIST comes: labels in a zip of their own, which is called like that of the images. */
    private static List<ArrayRows.Split> withLabelsBeside(Path file, List<ArrayRows.Split> splits) throws IOException {
        if (splits.size() != 1 || splits.get(0).labels() != null) {
            return splits;
        }
        StoredArray images = splits.get(0).images();
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(NPZ)) {
            return splits;
        }
        for (String other : ArrayNames.labelsOf(name.substring(0, name.length() - NPZ.length()))) {
            Path beside = file.resolveSibling(other + NPZ);
            if (Files.isRegularFile(beside) && !Files.isSameFile(beside, file)) {
                List<StoredArray> arrays = ZippedArrays.read(beside).arrays();
                if (arrays.size() == 1
                        && arrays.get(0).single()
                        && arrays.get(0).count() == images.count()) {
                    return List.of(new ArrayRows.Split(images, arrays.get(0), RowSource.Part.UNSPLIT));
                }
            }
        }
        return splits;
    }

    private static List<ArrayRows.Split> splits(List<String> names, List<StoredArray> arrays) {
        List<Integer> images = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            StoredArray array = arrays.get(i);
            if (array.dims().size() >= 2
                    && array.rowSize() > 1
                    && !array.text()
                    && !ArrayNames.isLabels(names.get(i))) {
                images.add(i);
            }
        }
        List<ArrayRows.Split> splits = new ArrayList<>();
        named(names, images, RowSource.Part.TRAIN)
                .ifPresent(train -> named(names, images, RowSource.Part.TEST).ifPresent(test -> {
                    splits.add(split(names, arrays, train, RowSource.Part.TRAIN));
                    splits.add(split(names, arrays, test, RowSource.Part.TEST));
                }));
        if (splits.isEmpty()) {
            images.stream()
                    .max(Comparator.comparingDouble((Integer i) ->
                            (double) arrays.get(i).count() * arrays.get(i).rowSize()))
                    .ifPresent(i -> splits.add(split(names, arrays, i, RowSource.Part.UNSPLIT)));
        }
        return splits;
    }

    private static boolean isNamedAsLabels(
            List<String> names, List<StoredArray> arrays, int array, ArrayRows.Split split) {
        String images = names.get(arrays.indexOf(split.images()));
        return ArrayNames.labelsOf(images).contains(names.get(array).toLowerCase(Locale.ROOT));
    }

    private static Optional<Integer> named(List<String> names, List<Integer> images, RowSource.Part part) {
        return images.stream()
                .filter(i -> ArrayNames.part(names.get(i)) == part)
                .findFirst();
    }

    private static ArrayRows.Split split(
            List<String> names, List<StoredArray> arrays, int images, RowSource.Part part) {
        StoredArray labels = null;
        List<String> wanted = ArrayNames.labelsOf(names.get(images));
        for (int i = 0; i < arrays.size() && labels == null; i++) {
            StoredArray array = arrays.get(i);
            boolean fits = i != images && array.count() == arrays.get(images).count() && array.single();
            // By name, or, where there is one array of images only, whatever has one whole number for each.
            boolean named = wanted.contains(names.get(i).toLowerCase(Locale.ROOT));
            if (fits && (named || (part == RowSource.Part.UNSPLIT && ArrayNames.isLabels(names.get(i))))) {
                labels = array;
            }
        }
        return new ArrayRows.Split(arrays.get(images), labels, part);
    }
}
