package elboroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Models that take a second to train, and copies of them to be damaged. */
final class TinyModels {
    private TinyModels() {}

    static Path train(Path folder, Object... more) {
        Object[] usual = {"train", "--data", "shapes", "--images", 500, "--hidden", 16, "--out", folder};
        Object[] epochs = List.of(more).contains("--epochs") ? new Object[0] : new Object[] {"--epochs", 1};
        Program.run(Stream.of(usual, epochs, more).flatMap(Stream::of).toArray())
                .succeeded();
        return folder;
    }

    static Path copy(Path model, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }
}
