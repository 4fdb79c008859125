package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void makesFoldersAndReplaces() {
        Path file = folder.resolve("a/b/file");
        AtomicFiles.write(file, out -> out.write(new byte[100_000]));
        assertThat(file).hasSize(100_000);
        AtomicFiles.write(file, out -> out.write(7));
        assertThat(file).hasBinaryContent(new byte[] {7});
        assertThat(file.getParent()).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() {
        Path file = folder.resolve("file");
        AtomicFiles.write(file, out -> out.write(7));
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(8);
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": cannot be written (the disk is full)");
        assertThat(file).hasBinaryContent(new byte[] {7});
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThatThrownBy(() -> AtomicFiles.write(folder, out -> out.write(1)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder + ": is a folder");
    }

    @Test
    void aFileInPlaceOfAFolderIsReported() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> AtomicFiles.write(file.resolve("inner"), out -> out.write(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be written (file already exists)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceStaysADevice() {
        Path full = Path.of("/dev/full");
        assertThatThrownBy(() -> AtomicFiles.write(full, out -> out.write(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("No space left on device");
        assertThat(Files.isRegularFile(full)).isFalse();
    }
}
