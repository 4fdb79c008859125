package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.ExploreState;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.StateRepair;
import elboroom.app.lessons.KeptLesson;
import elboroom.app.lessons.LessonsProbe;
import elboroom.app.map.MapExtent;
import elboroom.app.recent.Recent;
import elboroom.app.train.Setup;
import elboroom.app.train.SetupField;
import elboroom.data.InputException;
import elboroom.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowStateFileTest {
    @TempDir
    Path folder;

    private static final KeptLesson KEPT = LessonsProbe.kept("two-losses", 2, 1);

    private Path path;
    private WindowStateFile file;

    @BeforeEach
    void file() {
        path = folder.resolve("user").resolve("window.json");
        file = new WindowStateFile(path);
    }

    @Test
    void keepsAllThatItIsGiven() {
        WindowState state = new WindowState(
                10.0,
                20.0,
                1000,
                700,
                true,
                true,
                true,
                3,
                "explore",
                ExploreState.start("m", "mnist-test", 10),
                Setup.USUAL.with(SetupField.BETA, "4"),
                null,
                List.of(KEPT),
                List.of(new Recent(Recent.Kind.VIEW, "/home/ada/class.elbo")));
        file.save(state);
        assertThat(file.load()).isEqualTo(state);
    }

    /** It is asked to every few seconds. */
    @Test
    void doesNotWriteTheSameAgain() throws IOException {
        file.save(WindowState.INITIAL);
        Files.delete(path);
        file.save(WindowState.INITIAL);
        assertThat(path).doesNotExist();
    }

    @Test
    void triesAgainWhatCouldNotBeWritten() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("user"));
        file.save(WindowState.INITIAL);
        Files.delete(inTheWay);
        file.save(WindowState.INITIAL);
        assertThat(path).isNotEmptyFile();
    }

    @Test
    void startsAfreshWithoutAFile() {
        assertThat(file.load()).isEqualTo(WindowState.INITIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"width\":\"wide\"}", "{\"explore\":{\"model\":\"m\"}}"})
    void startsAfreshWithAFileThatIsNoState(String content) throws IOException {
        Files.createDirectories(folder.resolve("user"));
        Files.writeString(path, content);
        assertThat(file.load()).isEqualTo(WindowState.INITIAL);
    }

    @Test
    void passesOverWhatALaterVersionMayAdd() throws IOException {
        Files.createDirectories(folder.resolve("user"));
        Files.writeString(path, "{\"width\":900,\"height\":600,\"tab\":\"explore\",\"added\":1}");
        assertThat(file.load().width()).isEqualTo(900);
    }

    @Test
    void readsStatesFromBeforePointsHadOtherColours() throws IOException {
        ExploreState explored = ExploreState.start("m", "mnist-test", 10);
        file.save(new WindowState(
                null, null, 1000, 700, false, false, false, 0, "explore", explored, null, null, List.of(), List.of()));
        String today = Files.readString(path);
        String earlier = today.replaceFirst("\\s*\"colour\"[^,]*,", "");
        assertThat(earlier).isNotEqualTo(today);
        Files.writeString(path, earlier);
        assertThat(file.load().explore()).isEqualTo(explored);
    }

    /** Whatever is in the file, there is a state, and what of it is explored can be shown. */
    @Test
    void startsWhateverIsInTheFile() throws Exception {
        FakeWorkspace workspace = new FakeWorkspace();
        WindowState state = new WindowState(
                10.0,
                20.0,
                1000,
                700,
                false,
                true,
                false,
                0,
                "train",
                ExploreState.start("spots-2d", "spots-test", 2).look(new MapExtent(0, 0, 3)),
                Setup.USUAL.with(SetupField.BETA, "4"),
                null,
                List.of(KEPT),
                List.of(new Recent(Recent.Kind.VIEW, "/home/ada/class.elbo")));
        file.save(state);
        int[] afresh = {0};
        Fuzz.run(1, List.of(Files.readAllBytes(path)), 64 << 20, bytes -> {
            Files.write(path, bytes);
            WindowState loaded = file.load();
            assertThat(loaded.width()).isFinite();
            ExploreState explored = StateRepair.usable(workspace, loaded.explore(), message -> {});
            assertThat(explored.selected()).isLessThan(FakeWorkspace.SIZE * 4);
            assertThat(explored.view() == null || explored.view().fits()).isTrue();
            if (loaded.equals(WindowState.INITIAL)) {
                throw new InputException("afresh " + ++afresh[0]);
            }
        });
    }
}
