package elboroom.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import elboroom.app.explore.ExploreState;
import elboroom.app.explore.FakeWorkspace;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.view.Need.Kind;
import elboroom.app.view.Need.Origin;
import elboroom.data.ImageShape;
import elboroom.data.InputException;
import elboroom.data.own.ImportOptions;
import elboroom.data.own.ImportProgress;
import elboroom.data.own.KeptData;
import elboroom.data.own.OwnData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models and data of a view on a computer that has them, has them elsewhere, or does not have them. */
final class NeedsTest {
    private static final Path FILE = Path.of("class.elbo");

    @TempDir
    Path folder;

    private final FakeWorkspace workspace = new FakeWorkspace();

    private KeptScreen view(FakeWorkspace where, String model, String data) {
        JsonNode explored = ViewFile.tree(ExploreState.start(model, data, 2));
        KeptScreen bare = new KeptScreen("explore", explored, null, null, List.of());
        return new KeptScreen("explore", explored, null, null, new Needs(where).of(bare.models(), bare.data()));
    }

    private static ModelChoice own(String path) {
        return new ModelChoice(path, "My own", ImageShape.MNIST, 2, false, "spots");
    }

    private static FakeWorkspace with(ModelChoice model) {
        FakeWorkspace workspace = new FakeWorkspace();
        workspace.offer(model, workspace.config("spots-2d"), () -> workspace.open("spots-2d"));
        return workspace;
    }

    @Test
    void whatComesAlongIsCalledTheSameEverywhere() {
        KeptScreen view = view(workspace, "spots-2d", "spots-test");
        assertThat(view.needs())
                .containsExactly(
                        new Need(
                                Kind.MODEL,
                                "spots-2d",
                                "Spots, 2 dimensions",
                                "2 latent dimensions, images of 28×28",
                                Origin.PROGRAM),
                        new Need(Kind.DATA, "spots-test", "Spots", "test split, 144 images of 28×28", Origin.PROGRAM));
        assertThat(new Needs(workspace).found(FILE, view)).isEqualTo(view);
    }

    @Test
    void whatIsMissingIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> new Needs(workspace).found(FILE, view(workspace, "newer", "spots-test")))
                .isInstanceOf(InputException.class)
                .hasMessage("class.elbo: needs the model 'newer', which this ELBO Room does not have: it may come with"
                        + " a newer one");
        assertThatThrownBy(() -> new Needs(workspace).found(FILE, view(workspace, "spots-2d", "fish-test")))
                .hasMessageContaining("needs the data 'fish-test'");
        FakeWorkspace elsewhere = with(own("/home/ada/vae"));
        KeptScreen view = view(elsewhere, "/home/ada/vae", "spots-test");
        assertThatThrownBy(() -> new Needs(workspace).found(FILE, view))
                .hasMessage("class.elbo: needs the model “My own” (2 latent dimensions, images of 28×28), from"
                        + " /home/ada/vae, which is not on this computer: put it beside the view or open it by the"
                        + " button beside the models, then open this view again");
        FakeWorkspace training = with(own("/home/ada/runs/fast at step 300"));
        KeptScreen moment = view(training, "/home/ada/runs/fast at step 300", "spots-test");
        assertThatThrownBy(() -> new Needs(workspace).found(FILE, moment))
                .hasMessageContaining("a moment of a run, which is not open here: open the run in the Train tab");
    }

    @Test
    void anOwnModelIsKnownAgainUnderAnotherPath() {
        KeptScreen view = view(with(own("/home/ada/vae")), "/home/ada/vae", "spots-test");
        FakeWorkspace here = with(own("C:\\Models\\vae"));
        JsonNode explored = new Needs(here).found(FILE, view).explored();
        assertThat(explored).isEqualTo(ViewFile.tree(ExploreState.start("C:\\Models\\vae", "spots-test", 2)));
    }

    @Test
    void ownDataIsKnownAgainWhereItsFolderIsAnother() throws IOException {
        FakeWorkspace there = new FakeWorkspace();
        KeptData kept = data(folder.resolve("there"));
        there.add(kept);
        FakeWorkspace here = new FakeWorkspace();
        KeptScreen view = view(there, "spots-2d", kept.dataset().testId());
        assertThatThrownBy(() -> new Needs(here).found(FILE, view))
                .hasMessageContaining("“squares.csv”")
                .hasMessageContaining("somebody's own, which is not open here: open it by the button beside the data");
        KeptData again = data(folder.resolve("here"));
        here.add(again);
        assertThat(again.dataset().id()).isNotEqualTo(kept.dataset().id());
        assertThat(new Needs(here).found(FILE, view).data())
                .containsExactly(again.dataset().testId());
    }

    private KeptData data(Path place) throws IOException {
        Files.createDirectories(place);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rows.append("0,255,255,%d%n".formatted(i));
        }
        Path file = Files.writeString(place.resolve("squares.csv"), rows.toString());
        return new OwnData(place).open(file, ImportOptions.USUAL, ImportProgress.NONE);
    }
}
