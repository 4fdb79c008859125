package elboroom.model.onnx;

import elboroom.data.AtomicFiles;
import elboroom.data.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds a pair of graphs in a folder or zip. A zip is unpacked once into the user's own folder; it is only read itself.
 */
public final class OnnxFolder {
    static final String ENCODER = "encoder.onnx";
    static final String DECODER = "decoder.onnx";
    private static final String GRAPH = ".onnx";
    private static final int MAX_ENTRIES = 64;
    private static final long MAX_BYTES = 2L << 30;
    /** Weights hardly get smaller by packing: text and zeros do. */
    private static final long MAX_GAIN = 20;

    private static final long ALWAYS = 64L << 20;
    private static final int NAME_LENGTH = 40;

    private OnnxFolder() {}

    /** Whether this is meant to be such a model: a folder with one of the two graphs, a zip file, or a graph itself. */
    public static boolean is(Path path) {
        return isFolder(path) || Files.isRegularFile(path) && (ends(path, ".zip") || ends(path, GRAPH));
    }

    private static boolean ends(Path path, String ending) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Names of the graphs in a folder, whatever they are; none if it cannot be listed. */
    public static List<String> graphs(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ends(file, GRAPH))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .limit(MAX_ENTRIES)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isRegularFile(path.resolve(ENCODER)) || Files.isRegularFile(path.resolve(DECODER));
    }

    /**
     * The folder with the graphs.
     *
     * @param path a folder, or a zip of one, or one of the two graphs in it
     * @param user the user's own folder, in which a zip is unpacked
     * @throws InputException if it holds no such model; it says what was found and what was expected
     */
    public static Path of(Path path, Path user) {
        if (Files.isDirectory(path)) {
            if (!isFolder(path)) {
                throw new InputException("%s: holds %s; expected two graphs with the names %s and %s"
                        .formatted(path, OnnxGraph.oneLine(String.join(", ", graphs(path))), ENCODER, DECODER));
            }
            return path;
        }
        if (ends(path, GRAPH)) {
            Path folder = path.toAbsolutePath().getParent();
            String name = String.valueOf(path.getFileName());
            if (folder == null || !(name.equals(ENCODER) || name.equals(DECODER))) {
                throw new InputException(("%s: one graph; expected two in a folder or zip, %s from image to mean and"
                                + " spread and %s from z to image: export the parts of the model, not the whole")
                        .formatted(path, ENCODER, DECODER));
            }
            return folder;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<ZipEntry> entries = entries(path, zip);
            Path target = user.resolve("models").resolve(name(path));
            if (!Files.isRegularFile(target.resolve(ENCODER))) {
                unpack(path, zip, entries, target);
            }
            return target;
        } catch (IOException | IllegalArgumentException e) {
            // The second: names that are not text.
            throw new InputException(
                    "%s: not a right zip file (%s); expected one with %s and %s"
                            .formatted(path, OnnxGraph.oneLine(String.valueOf(e.getMessage())), ENCODER, DECODER),
                    e);
        }
    }

    /** The files beside the encoder. */
    private static List<ZipEntry> entries(Path path, ZipFile zip) {
        List<ZipEntry> files = new ArrayList<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                files.add(entry);
            }
        }
        if (files.size() > MAX_ENTRIES) {
            throw new InputException("%s: holds %,d files; expected %s, %s and at most %d files in all"
                    .formatted(path, files.size(), ENCODER, DECODER, MAX_ENTRIES));
        }
        List<String> folders = files.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.equals(ENCODER) || name.endsWith("/" + ENCODER))
                .map(name -> name.substring(0, name.length() - ENCODER.length()))
                .toList();
        if (folders.size() != 1) {
            throw new InputException("%s: holds %s; expected %s and %s once, in one folder"
                    .formatted(path, folders.isEmpty() ? "no " + ENCODER : "several " + ENCODER, ENCODER, DECODER));
        }
        String folder = folders.get(0);
        Set<String> names = new HashSet<>();
        List<ZipEntry> beside = new ArrayList<>();
        for (ZipEntry entry : files) {
            String name = entry.getName();
            if (name.startsWith("/") || name.matches("(?s).*[\\\\:].*") || ("/" + name + "/").contains("/../")) {
                throw new InputException(
                        "%s: holds a file '%s', which would lie outside of its folder; expected plain names"
                                .formatted(path, OnnxGraph.oneLine(name)));
            }
            if (name.startsWith(folder) && name.indexOf('/', folder.length()) < 0) {
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new InputException(
                            "%s: holds '%s' twice; expected every name once".formatted(path, OnnxGraph.oneLine(name)));
                }
                beside.add(entry);
            }
        }
        if (!names.contains(folder.toLowerCase(Locale.ROOT) + DECODER)) {
            throw new InputException(
                    "%s: holds %s without %s; expected both in one folder".formatted(path, ENCODER, DECODER));
        }
        return beside;
    }

    /** The zip's name, and what tells it from others of that name. */
    private static String name(Path zip) throws IOException {
        String name = String.valueOf(zip.getFileName())
                .replaceAll("(?i)\\.zip$", "")
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceAll("^\\.+", "");
        String start = name.substring(0, Math.min(NAME_LENGTH, name.length()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return (start.isEmpty() ? "model" : start) + "-" + HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Into a folder beside the target, which is then renamed: there is never half of one. */
    private static void unpack(Path path, ZipFile zip, List<ZipEntry> entries, Path target) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        long[] left = {Math.min(MAX_BYTES, Math.max(ALWAYS, MAX_GAIN * Files.size(path)))};
        try {
            for (ZipEntry entry : entries) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                AtomicFiles.write(part.resolve(name), out -> {
                    try (InputStream in = zip.getInputStream(entry)) {
                        byte[] block = new byte[1 << 16];
                        for (int n = in.read(block); n >= 0; n = in.read(block)) {
                            left[0] -= n;
                            if (left[0] < 0) {
                                throw new InputException(
                                        "%s: unpacks to more than %,d times its size; expected weights, which do not"
                                                .formatted(path, MAX_GAIN));
                            }
                            out.write(block, 0, n);
                        }
                    }
                });
            }
            Files.move(part, target);
        } catch (IOException e) {
            if (!Files.isRegularFile(target.resolve(ENCODER))) {
                throw e;
            }
            // Another window was quicker.
        } finally {
            delete(part);
        }
    }

    private static void delete(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            try (Stream<Path> files = Files.list(part)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.delete(part);
        }
    }
}
