package elboroom.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderOpenerTest {
    @TempDir
    private Path folder;

    @Test
    void usesTheProgramOfEachSystem() {
        assertThat(FolderOpener.command(folder, "Linux")).containsExactly("xdg-open", folder.toString());
        assertThat(FolderOpener.command(folder, "Mac OS X")).containsExactly("open", folder.toString());
        assertThat(FolderOpener.command(folder, "Windows 11")).containsExactly("explorer", folder.toString());
    }

    @Test
    void showsTheNearestFolderThatThereIs() throws Exception {
        assertThat(FolderOpener.existing(folder)).isEqualTo(folder);
        assertThat(FolderOpener.existing(folder.resolve("not/yet"))).isEqualTo(folder);
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(FolderOpener.existing(file)).isEqualTo(folder);
    }

    @Test
    void sizesAreInUnitsForPeople() {
        assertThat(CopiesModel.size(900)).isEqualTo("0.9 kB");
        assertThat(CopiesModel.size(47_040_000)).isEqualTo("47 MB");
        assertThat(CopiesModel.size(1_260_000)).isEqualTo("1.3 MB");
        assertThat(CopiesModel.size(12_300_000_000L)).isEqualTo("12.3 GB");
    }
}
