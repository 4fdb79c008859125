package elboroom.data.own;

import elboroom.data.ImageShape;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of images. The name of a sub-folder is the class of the images in and below it; sub-folders {@code train} and
 * {@code test}, if there are both, are the two splits and hold the classes' folders.
 */
final class FolderRows implements RowSource {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "jpe", "bmp", "gif");
    private static final int MAX_DEPTH = 8;
    private static final int MAX_FILES = 4_000_000;
    /** So many decide on the size and on colour. */
    private static final int LOOKED_AT = 40;
    /** Images that are all of one size are left as they are up to this side; others become as large as {@link #USUAL}. */
    private static final int LARGEST_KEPT = 64;

    private static final int USUAL = 32;
    private static final String NO_CLASS = "(no folder)";

    private final Path folder;
    private final List<Entry> files;
    private final boolean classes;
    private final int others;
    private final Fitter fitter;
    private final String found;

    /** One image file, its class's folder ("" for none) and its split. */
    private record Entry(Path file, String label, Part part) {}

    /** @throws InputException if there is no image that can be read */
    FolderRows(Path folder, ImportOptions options) throws IOException {
        this.folder = folder;
        Listing listing = new Listing(folder);
        Files.walkFileTree(folder, Set.of(), MAX_DEPTH, listing);
        others = listing.others;
        files = alternating(listing.entries());
        classes = files.stream().anyMatch(f -> !f.label.isEmpty());
        if (files.isEmpty()) {
            throw new InputException(folder
                    + ": holds no images; expected PNG, JPEG, BMP or GIF files, in a sub-folder for each class if any");
        }
        List<ImageShape> shapes = lookAt();
        boolean uniform = shapes.stream().distinct().count() == 1
                || shapes.stream()
                                .map(s -> s.height() + "×" + s.width())
                                .distinct()
                                .count()
                        == 1;
        ImageShape first = shapes.get(0);
        int channels = shapes.stream().mapToInt(ImageShape::channels).max().orElse(1);
        boolean asIs = uniform && first.height() <= LARGEST_KEPT && first.width() <= LARGEST_KEPT;
        fitter = new Fitter(
                options.target(new ImageShape(asIs ? first.height() : USUAL, asIs ? first.width() : USUAL, channels)),
                options.fit());
        found = (uniform ? first.height() + "×" + first.width() : "different sizes, such as " + first)
                + (channels == 1 ? ", grey" : ", colour");
    }

    private List<ImageShape> lookAt() {
        List<ImageShape> shapes = new ArrayList<>();
        InputException problem = null;
        int step = Math.max(1, files.size() / LOOKED_AT);
        for (int i = 0; i < files.size() && shapes.size() < LOOKED_AT; i += shapes.isEmpty() ? 1 : step) {
            try {
                shapes.add(ImageFile.read(files.get(i).file).shape());
            } catch (InputException e) {
                problem = e;
            }
        }
        if (shapes.isEmpty()) {
            throw new InputException(
                    "%s: none of its %,d images can be read; the last one: %s"
                            .formatted(folder, files.size(), problem == null ? "" : problem.getMessage()),
                    problem);
        }
        return shapes;
    }

    @Override
    public String kind() {
        return "folder of images";
    }

    @Override
    public String found() {
        return found;
    }

    @Override
    public ImageShape shape() {
        return fitter.target();
    }

    @Override
    public long count() {
        return files.size();
    }

    @Override
    public List<String> notes() {
        return others == 0 ? List.of() : List.of("%,d files that are no images are left out.".formatted(others));
    }

    @Override
    public boolean levels() {
        return true;
    }

    @Override
    public List<String> knownClasses() {
        return classes
                ? List.copyOf(
                        new LinkedHashSet<>(files.stream().map(this::label).toList()))
                : List.of();
    }

    private @Nullable String label(Entry entry) {
        return !classes ? null : entry.label.isEmpty() ? NO_CLASS : entry.label;
    }

    @Override
    public void read(RowSink sink) {
        int done = 0;
        for (Entry entry : files) {
            float[] values;
            try {
                ImageFile image = ImageFile.read(entry.file);
                values = fitter.fit(image.shape(), image);
            } catch (InputException e) {
                sink.skipped(String.valueOf(e.getMessage()));
                continue;
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.round(values[i]);
            }
            if (!sink.row(values, label(entry), entry.part, value -> entry.file.toString())) {
                return;
            }
            sink.progress(++done / (double) files.size());
        }
    }

    /** In turn one of each class, so that the first ones show all classes; by name within a class. */
    private static List<Entry> alternating(List<Entry> entries) {
        Map<String, List<Entry>> byClass = new TreeMap<>();
        for (Entry entry : entries) {
            byClass.computeIfAbsent(entry.part.ordinal() + entry.label, k -> new ArrayList<>())
                    .add(entry);
        }
        byClass.values().forEach(list -> list.sort(Comparator.comparing(e -> e.file.toString())));
        List<Entry> result = new ArrayList<>(entries.size());
        int longest = byClass.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Entry> list : byClass.values()) {
                if (i < list.size()) {
                    result.add(list.get(i));
                }
            }
        }
        return result;
    }

    /** Finds the image files. Links to folders are not followed: they may lead round in a circle. */
    private static final class Listing extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<Path, String> found = new LinkedHashMap<>();
        private int others;

        Listing(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (isHidden(file) || !Files.isRegularFile(file)) {
                return FileVisitResult.CONTINUE;
            }
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (!ENDINGS.contains(ending)) {
                others++;
                return FileVisitResult.CONTINUE;
            }
            if (found.size() == MAX_FILES) {
                throw new InputException("%s: holds more than %,d images; expected fewer".formatted(root, MAX_FILES));
            }
            found.put(root.relativize(file), name);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            others++;
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path file) {
            return String.valueOf(file.getFileName()).startsWith(".");
        }

        List<Entry> entries() {
            Set<Part> parts = new LinkedHashSet<>();
            found.keySet().forEach(file -> parts.add(part(file)));
            boolean split = parts.contains(Part.TRAIN) && parts.contains(Part.TEST);
            return found.keySet().stream()
                    .map(file -> {
                        Part part = split ? part(file) : Part.UNSPLIT;
                        int depth = part == Part.UNSPLIT ? 0 : 1;
                        return new Entry(
                                root.resolve(file),
                                file.getNameCount() > depth + 1
                                        ? file.getName(depth).toString()
                                        : "",
                                part);
                    })
                    .toList();
        }

        private static Part part(Path relative) {
            if (relative.getNameCount() < 2) {
                return Part.UNSPLIT;
            }
            return switch (relative.getName(0).toString().toLowerCase(Locale.ROOT)) {
                case "train", "training" -> Part.TRAIN;
                case "test", "testing", "val", "valid", "validation" -> Part.TEST;
                default -> Part.UNSPLIT;
            };
        }
    }
}
