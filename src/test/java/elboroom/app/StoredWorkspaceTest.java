package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.data.Home;
import elboroom.data.InputException;
import elboroom.model.VaeConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredWorkspaceTest {
    @TempDir
    Path user;

    /** Each has its weights in memory. */
    @Test
    void theLastMomentsOfRunsStayInTheList() {
        Home real = Home.locate();
        StoredWorkspace workspace = new StoredWorkspace(new Home(real.assets(), real.pretrained(), user));
        List<ModelChoice> stored = workspace.models();
        ModelChoice like = stored.get(0);
        VaeConfig config = workspace.config(like.name());
        for (int step = 0; step < 20; step++) {
            String name = "run at step " + step;
            ModelChoice moment =
                    new ModelChoice(name, name, like.shape(), like.latentSize(), like.autoencoder(), like.dataset());
            workspace.offer(moment, config, () -> workspace.open(like.name()));
        }
        List<ModelChoice> all = workspace.models();
        assertThat(all).startsWith(stored.toArray(ModelChoice[]::new));
        assertThat(all.subList(stored.size(), all.size()))
                .extracting(ModelChoice::name)
                .containsExactlyElementsOf(IntStream.range(8, 20)
                        .mapToObj(step -> "run at step " + step)
                        .toList());
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> workspace.open("run at step 7"))
                .withMessageContaining("run at step 7")
                .withMessageContaining("no longer in memory");
        // Compare may show it still, and undo come back to it.
        for (String name : List.of("run at step 7", "run at step 8")) {
            assertThat(workspace.find(name).name()).isEqualTo(name);
            assertThat(workspace.config(name)).isEqualTo(config);
            assertThat(workspace.figures(name)).isEmpty();
            assertThat(workspace.stored(name, "mnist-test")).isEmpty();
        }
    }
}
