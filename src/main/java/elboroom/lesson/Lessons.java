package elboroom.lesson;

import elboroom.data.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The lessons there are.
 *
 * @param all in the order of the list
 * @param problems what was wrong with files that are none, a sentence each
 */
public record Lessons(List<Lesson> all, List<String> problems) {
    /** The files that come along, without their ending. */
    static final List<String> SHIPPED = List.of(
            "autoencoder-to-vae",
            "two-losses",
            "reparameterisation",
            "continuity-completeness",
            "collapse",
            "challenges");

    static final String ENDING = ".md";

    /** Of the user's folder. */
    private static final int MOST_FILES = 200;

    public Lessons {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Reads those that come along and those in a folder, which need not exist; one there replaces one that has its name. */
    public static Lessons read(Path folder) {
        List<Lesson> all = new ArrayList<>();
        SHIPPED.forEach(name -> all.add(LessonReader.read(name + ENDING, shipped(name))));
        List<String> problems = new ArrayList<>();
        for (Path file : files(folder, problems)) {
            try {
                Lesson own = readFile(file);
                all.removeIf(lesson -> lesson.id().equals(own.id()));
                all.add(own);
            } catch (InputException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        all.sort(Comparator.comparingInt(Lesson::order).thenComparing(Lesson::id));
        return new Lessons(all, problems);
    }

    private static List<Path> files(Path folder, List<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add("%s: cannot be read (%s)".formatted(folder, e.getMessage()));
            return List.of();
        }
    }

    private static Lesson readFile(Path file) {
        try {
            // A character is four bytes at most.
            if (!Files.isRegularFile(file) || Files.size(file) > 4L * LessonReader.MOST_CHARACTERS) {
                throw new InputException("%s: expected a file with a lesson of at most %d characters"
                        .formatted(file, LessonReader.MOST_CHARACTERS));
            }
            return LessonReader.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InputException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /** The text of one that comes along. */
    static String shipped(String name) {
        try (InputStream in = Lessons.class.getResourceAsStream(name + ENDING)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
