package elboroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void thePropertyNamesIt() {
        Home home = locate(Map.of("elboroom.home", folder.toString()), Map.of());
        assertThat(home.assets()).isEqualTo(folder.resolve("assets"));
        assertThat(home.pretrained()).isEqualTo(folder.resolve("pretrained"));
        assertThatThrownBy(() -> locate(Map.of("elboroom.home", folder + "/nowhere"), Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(folder + "/nowhere", "no such folder", "elboroom.home");
    }

    @Test
    void theNearestFolderAboveWithBothIsTaken() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b/c"));
        Files.createDirectories(folder.resolve("assets"));
        Files.createDirectories(folder.resolve("pretrained"));
        Files.createDirectories(folder.resolve("a/assets"));
        assertThat(locate(Map.of(), Map.of(), inner).assets()).isEqualTo(folder.resolve("assets"));
        Files.createDirectories(folder.resolve("a/pretrained"));
        assertThat(locate(Map.of(), Map.of(), inner).assets()).isEqualTo(folder.resolve("a/assets"));
    }

    @Test
    void theFirstStartThatLeadsToItWins() throws IOException {
        Path program = Files.createDirectories(folder.resolve("program/lib"));
        Files.createDirectories(folder.resolve("program/assets"));
        Files.createDirectories(folder.resolve("program/pretrained"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        assertThat(locate(Map.of(), Map.of(), elsewhere, program).assets()).isEqualTo(folder.resolve("program/assets"));
    }

    @Test
    void nowhereSaysWhereItWasLookedFor() {
        assertThatThrownBy(() -> locate(Map.of(), Map.of(), folder.resolve("x"), folder.resolve("y")))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("assets and pretrained", folder + "/x, " + folder + "/y", "elboroom.home");
    }

    @Test
    void theUsersFolderIsTheUsualOneOfTheSystem() {
        assertThat(user("Linux", Map.of())).isEqualTo(Path.of("/home/ada/.local/state/elbo-room"));
        assertThat(user("Linux", Map.of("XDG_STATE_HOME", "/state"))).isEqualTo(Path.of("/state/elbo-room"));
        assertThat(user("Linux", Map.of("XDG_STATE_HOME", "relative")))
                .isEqualTo(Path.of("/home/ada/.local/state/elbo-room"));
        assertThat(user("Mac OS X", Map.of())).isEqualTo(Path.of("/home/ada/Library/Application Support/ELBO Room"));
        assertThat(user("Windows 11", Map.of("APPDATA", "/roaming"))).isEqualTo(Path.of("/roaming/ELBO Room"));
        assertThat(user("Windows 11", Map.of())).isEqualTo(Path.of("/home/ada/AppData/Roaming/ELBO Room"));
        assertThat(locate(Map.of("elboroom.home", folder.toString(), "elboroom.user", "/mine"), Map.of())
                        .user())
                .isEqualTo(Path.of("/mine"));
    }

    private Path user(String system, Map<String, String> environment) {
        Map<String, String> properties =
                Map.of("elboroom.home", folder.toString(), "user.home", "/home/ada", "os.name", system);
        return locate(properties, environment).user();
    }

    private static Home locate(Map<String, String> properties, Map<String, String> environment, Path... starts) {
        return Home.locate(properties::get, environment::get, List.of(starts));
    }
}
