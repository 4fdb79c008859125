package elboroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    private Path jar;
    private ClassArchive archive;

    @BeforeEach
    void archiveOfOneJar() throws IOException {
        jar = Files.writeString(folder.resolve("a.jar"), "classes");
        archive = new ClassArchive(folder, jar.toString());
        archive.adopt(Files.writeString(folder.resolve("fresh"), "archive"));
    }

    @Test
    void aWholeArchiveOfTheseJarsIsUsed() {
        assertThat(archive.isCurrent()).isTrue();
        assertThat(archive.option()).contains("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
        assertThat(folder.resolve("fresh")).doesNotExist();
    }

    /** The start script relies on it. */
    @Test
    void theFirstLineBesideItSaysHowLongItIs() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("classes.txt"))).startsWith("7");
    }

    @Test
    void anArchiveThatWasCutShortIsNot() throws IOException {
        Files.writeString(folder.resolve("classes.jsa"), "arch");
        assertThat(archive.isCurrent()).isFalse();
        assertThat(archive.option()).isEmpty();
    }

    @Test
    void anArchiveOfOlderJarsIsNot() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        assertThat(archive.isCurrent()).isFalse();
    }

    @Test
    void anArchiveOfOtherJarsIsNot() {
        ClassArchive other = new ClassArchive(folder, jar + File.pathSeparator + folder.resolve("b.jar"));
        assertThat(other.isCurrent()).isFalse();
    }

    @Test
    void noneIsMadeOfClassesInFolders() {
        ClassArchive fromFolders = new ClassArchive(folder.resolve("elsewhere"), folder.toString());
        fromFolders.makeUnlessCurrent();
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void theArchiveInUseIsNoOptionOfTheNextProcess() {
        assertThat(ClassArchive.withoutArchive(List.of("java", "-XX:SharedArchiveFile=old.jsa", "-Xmx2g")))
                .containsExactly("java", "-Xmx2g");
    }
}
