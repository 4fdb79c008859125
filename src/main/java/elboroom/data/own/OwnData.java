package elboroom.data.own;

import elboroom.data.AtomicFiles;
import elboroom.data.Catalogue;
import elboroom.data.Dataset;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Data sets of the user's, by the path of a file or folder. What is opened is first converted, row by row, into a copy that
 * can be mapped into memory; the copy is kept and used again until the source changes. The source itself is only read.
 */
public final class OwnData {
    private static final int NAME_LENGTH = 24;
    private static final long DAY = 24L * 3600 * 1000;

    private final Path folder;

    /** @param user the user's own folder, in which copies are kept; see {@link elboroom.data.Home#user} */
    public OwnData(Path user) {
        this.folder = user.resolve("data");
    }

    /**
     * What a file or folder is, from its first images. Nothing is kept.
     *
     * @throws InputException if it cannot be read; it says which file, row or byte, what was found and what was expected
     */
    public static Understanding look(Path path, ImportOptions options) {
        return Sources.reading(path, () -> Look.at(path, Sources.open(path, options)));
    }

    /**
     * The data set of a file or folder: the copy that was kept of it, or a new one. On failure nothing is kept, and an
     * older copy stays as it was.
     *
     * @throws InputException if the source cannot be read, or the copy not be written
     * @throws CancellationException if {@code progress} says so
     */
    public KeptData open(Path path, ImportOptions options, ImportProgress progress) {
        RowSource source = Sources.open(path, options);
        Path real = Sources.reading(path, path::toRealPath);
        Path target = folder.resolve(id(real, options));
        String stamp = Sources.reading(path, () -> Stamp.of(real, source));
        if (Files.exists(target.resolve(KeptData.DESCRIPTION))) {
            try {
                KeptData kept = KeptData.read(target);
                if (kept.stamp().equals(stamp) && Files.exists(kept.file())) {
                    return kept;
                }
            } catch (InputException e) {
                // A damaged description is made again, as a missing one is.
            }
        }
        return copy(real, source, target, stamp, options, progress);
    }

    private static KeptData copy(
            Path real, RowSource source, Path target, String stamp, ImportOptions options, ImportProgress progress) {
        Path file = target.resolve("images-" + UUID.randomUUID() + ".bin");
        Written written;
        try {
            written = write(real, source, file, false, progress);
        } catch (CopyWriter.NotWhole e) {
            written = write(real, source, file, true, progress);
        }
        CopyWriter copy = written.copy;
        boolean split = copy.count(RowSource.Part.TRAIN) > 0 && copy.count(RowSource.Part.TEST) > 0;
        int train = split ? copy.count(RowSource.Part.TRAIN) : Split.trainSize(copy.count(), options.testShare());
        int test = split ? copy.count(RowSource.Part.TEST) : Split.testSize(copy.count(), options.testShare());
        String name = String.valueOf(real.getFileName());
        KeptData kept = new KeptData(
                target,
                new Dataset(
                        String.valueOf(target.getFileName()),
                        name,
                        source.shape(),
                        copy.classNames(),
                        train,
                        test,
                        "%s (%s)".formatted(source.kind(), real),
                        "your own"),
                real,
                stamp,
                file,
                written.floats,
                copy.scale(),
                copy.count(),
                options,
                copy.skippedFiles());
        kept.write();
        forgetOthers(target, file);
        return kept;
    }

    private record Written(CopyWriter copy, boolean floats) {}

    private static Written write(Path real, RowSource source, Path file, boolean floats, ImportProgress progress) {
        Written[] result = new Written[1];
        AtomicFiles.write(file, out -> {
            FileStore disk = Files.getFileStore(file.getParent());
            CopyWriter copy = new CopyWriter(out, disk, source, floats, progress);
            try {
                Sources.reading(real, () -> {
                    source.read(copy);
                    return copy;
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            if (copy.count() == 0) {
                throw new InputException(real + ": holds no images that can be read");
            }
            copy.finish();
            result[0] = new Written(copy, floats);
        });
        return result[0];
    }

    /** Older copies; not those that another program may be writing at this moment. */
    private static void forgetOthers(Path target, Path file) {
        try (Stream<Path> files = Files.list(target)) {
            for (Path other : files.toList()) {
                boolean old = Files.getLastModifiedTime(other).toMillis() < System.currentTimeMillis() - DAY;
                if (isCopy(other) && old && !other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            // Only room on the disk is lost, until the next time.
        }
    }

    private static boolean isCopy(Path file) {
        return String.valueOf(file.getFileName()).contains("images-");
    }

    /**
     * All copies that were kept, by name.
     *
     * @param problem told of each that cannot be read
     */
    public List<KeptData> kept(Consumer<InputException> problem) {
        List<KeptData> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isRegularFile(child.resolve(KeptData.DESCRIPTION))) {
                    try {
                        all.add(KeptData.read(child));
                    } catch (InputException e) {
                        problem.accept(e);
                    }
                }
            }
        } catch (IOException e) {
            problem.accept(new InputException(
                    "%s: cannot be read (%s); expected the copies of your own data".formatted(folder, e.getMessage()),
                    e));
        }
        return all;
    }

    /** Adds the copies that were kept to a catalogue. */
    public void addTo(Catalogue catalogue, Consumer<InputException> problem) {
        kept(problem).forEach(catalogue::put);
    }

    /** How much of the disk the copy of a data set takes, bytes; what cannot be asked counts as nothing. */
    public static long bytes(KeptData kept) {
        try (Stream<Path> files = Files.list(kept.folder())) {
            long sum = 0;
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Deletes the copy of a data set; its source stays. */
    public static void forget(KeptData kept) {
        try {
            Files.deleteIfExists(kept.folder().resolve(KeptData.DESCRIPTION));
            try (Stream<Path> files = Files.list(kept.folder())) {
                for (Path copy : files.filter(OwnData::isCopy).toList()) {
                    Files.deleteIfExists(copy);
                }
            }
            Files.deleteIfExists(kept.folder());
        } catch (IOException e) {
            throw new InputException("%s: cannot be deleted (%s)".formatted(kept.folder(), e.getMessage()), e);
        }
    }

    /** Something like the file's name, and what tells it from others of that name and other ways to read it. */
    private static String id(Path real, ImportOptions options) {
        String name = Normalizer.normalize(String.valueOf(real.getFileName()), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(\\.(csv|npy|npz|gz|txt|tsv))+$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String start = name.substring(0, Math.min(NAME_LENGTH, name.length()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((real + "\n" + options).getBytes(StandardCharsets.UTF_8));
            return (start.isEmpty() ? "data" : start) + "-" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
