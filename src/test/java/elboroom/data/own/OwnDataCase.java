package elboroom.data.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.ImageSet;
import elboroom.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Small files of one's own, and what is read from them. */
abstract class OwnDataCase {
    /** All images for both splits, so that every value can be looked for. */
    static final ImportOptions ALL = ImportOptions.USUAL.withSplit(0, 0);

    @TempDir
    Path folder;

    OwnData data;

    @BeforeEach
    void keepCopiesInAFolderOfTheirOwn() {
        data = new OwnData(folder.resolve("user"));
    }

    final Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    final Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    final ImageSet all(Path path) {
        return all(path, ALL);
    }

    final ImageSet all(Path path, ImportOptions options) {
        return data.open(path, options, ImportProgress.NONE).test();
    }

    /** The images of a set by label, in the order of their first value. */
    static float[][] sorted(ImageSet set) {
        return Stream.iterate(0, i -> i + 1)
                .limit(set.size())
                .map(set::image)
                .sorted(Arrays::compare)
                .toArray(float[][]::new);
    }

    static float[] scaled(float... levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] /= 255;
        }
        return levels;
    }

    final void assertWrong(Path path, String... parts) {
        assertThatThrownBy(() -> all(path))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(path.getFileName().toString())
                .hasMessageContainingAll(parts)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
