package elboroom.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.app.explore.ExploreState;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.StateRepair;
import elboroom.app.map.MapExtent;
import elboroom.data.InputException;
import elboroom.fuzz.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ViewFileTest {
    private static final ExploreState EXPLORED =
            ExploreState.start("spots-2d", "spots-test", 2).look(new MapExtent(0.5, -1, 3));

    @TempDir
    Path folder;

    private static KeptScreen view() {
        return new KeptScreen(
                "explore",
                ViewFile.tree(EXPLORED),
                null,
                null,
                List.of(new Need(Need.Kind.MODEL, "spots-2d", "Spots", "2 latent dimensions", Need.Origin.PROGRAM)));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("a view.elbo");
        ViewFile.write(file, view());
        KeptScreen read = ViewFile.read(file);
        assertThat(read.tab()).isEqualTo("explore");
        assertThat(read.needs()).isEqualTo(view().needs());
        assertThat(ViewFile.value(file, "explore", Objects.requireNonNull(read.explored()), ExploreState.class))
                .isEqualTo(EXPLORED);
        assertThat(Files.readString(file)).contains("\"elboRoomView\" : 1", "\"model\" : \"spots-2d\"");
    }

    @Test
    void whatALaterVersionOfTheFormatAddsIsPassedOver() {
        byte[] added = "{\"elboRoomView\":1,\"tab\":\"compare\",\"added\":[{}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(ViewFile.parse(folder, added).tab()).isEqualTo("compare");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    ^^ | does not say
                    [] | does not say
                    {"tab":"explore"} | does not say “elboRoomView”: 1
                    {"elboRoomView":1.5,"tab":"explore"} | does not say
                    {"elboRoomView":2,"tab":"explore"} | is of format 2, which a newer ELBO Room has saved
                    {"elboRoomView":1,"tab":"explore" | is no JSON (line 1, column
                    {"elboRoomView":1,"tab":"explore"} {} | is no JSON
                    {"elboRoomView":1,"tab":"a","tab":"b"} | is no JSON
                    {"elboRoomView":1} | has no 'tab'
                    {"elboRoomView":1,"tab":7} | has no 'tab'
                    {"elboRoomView":1,"tab":"a","explore":[]} | its 'explore' is no object
                    {"elboRoomView":1,"tab":"a","explore":{"model":"m"}} | its 'explore.selected' is incomplete
                    {"elboRoomView":1,"tab":"a","explore":{"plane":{"first":"x","second":1,"principal":false}}} | its 'explore.plane.first'
                    {"elboRoomView":1,"tab":"a","needs":[{"kind":"CAT"}]} | its 'needs.kind'
                    """)
    void whatIsNoViewIsRefusedWithTheFileAndWhatWasExpected(String content, String reason) {
        Path file = folder.resolve("bad.elbo");
        assertThatThrownBy(() -> ViewFile.parse(file, content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(reason)
                .hasMessageContaining("expected");
    }

    @Test
    void aFileThatCannotBeReadIsSaidToBe() throws IOException {
        assertThatThrownBy(() -> ViewFile.read(folder.resolve("gone.elbo")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("gone.elbo: cannot be read (no such file)");
        assertThatThrownBy(() -> ViewFile.read(folder)).hasMessageContaining("is a folder");
        Path large = Files.write(folder.resolve("large.elbo"), new byte[(4 << 20) + 1]);
        assertThatThrownBy(() -> ViewFile.read(large)).hasMessageContaining("longer than any view");
    }

    /** Whatever is in the file, it is refused in a line, or what is explored can be shown. */
    @Test
    void readsOrRefusesWhateverIsInTheFile() throws Exception {
        Path file = folder.resolve("view.elbo");
        ViewFile.write(file, view());
        FakeWorkspace workspace = new FakeWorkspace();
        Needs needs = new Needs(workspace);
        Fuzz.run(7, List.of(Files.readAllBytes(file)), 64 << 20, bytes -> {
            KeptScreen found = needs.found(file, ViewFile.parse(file, bytes));
            if (found.explored() != null) {
                ExploreState state =
                        ViewFile.value(file, "explore", Objects.requireNonNull(found.explored()), ExploreState.class);
                StateRepair.checked(workspace, state);
                assertThat(state.selected()).isBetween(-1, 4 * FakeWorkspace.SIZE);
                assertThat(state.latent()).allMatch(Double::isFinite);
            }
        });
    }
}
