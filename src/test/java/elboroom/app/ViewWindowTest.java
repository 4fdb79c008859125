package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.FakeWorkspace;
import elboroom.app.map.LatentMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;

/** A test that keeps what is shown in a file and opens it again in the real window. */
abstract class ViewWindowTest extends WindowTest {
    @TempDir
    static Path user;

    @TempDir
    Path folder;

    @Override
    public void start(Stage stage) {
        show(stage, new FakeWorkspace(), FakeHome.at(user));
    }

    final Path save(String name) throws TimeoutException, IOException {
        Path file = folder.resolve(name + ".elbo");
        // What is there already is not written over.
        Files.deleteIfExists(file);
        interact(() -> room.views().save(folder.resolve(name)));
        settle();
        assertThat(file).exists();
        return file;
    }

    final void show(Path view) throws TimeoutException {
        interact(() -> room.openDropped(view));
        settle();
    }

    final void press(String id) {
        interact(lookup("#" + id).queryAs(ButtonBase.class)::fire);
    }

    final void turnTo(String tab) throws TimeoutException {
        interact(() -> room.shell().tabProperty().set(tab));
        settle();
    }

    /** Something else is looked at in the meantime. */
    final void assertShownAgain() throws TimeoutException, IOException {
        settle();
        String tab = room.shell().tabProperty().get();
        Path kept = save("kept");
        turnTo(tab.equals("explore") ? "losses" : "explore");
        open("spots-2d");
        interact(() -> room.explore().moveTo(1, 1));
        show(kept);
        assertThat(room.shell().messageProperty().get()).isEmpty();
        assertThat(room.shell().tabProperty().get()).isEqualTo(tab);
        assertThat(save("again")).hasSameTextualContentAs(kept);
    }

    final void zoom(String query) throws TimeoutException {
        LatentMap map = lookup(query).queryAs(LatentMap.class);
        interact(() -> map.setViewport(map.getViewport().zoomAt(100, 100, 1.7)));
        settle();
    }
}
