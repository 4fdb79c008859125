package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.app.explore.FakeWorkspace;
import elboroom.data.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

final class TourTest {
    @TempDir
    Path folder;

    @TempDir
    Path user;

    @Test
    void takesAPictureOfEveryStep() throws Exception {
        CompletableFuture<List<String>> expected = new CompletableFuture<>();
        Path out = System.getProperty("tour.out") == null ? folder : Path.of(System.getProperty("tour.out"));
        List<Path> pictures = tour((room, scene) -> {
            expected.complete(room.tabs().stream()
                    .flatMap(tab -> tab.tour().stream())
                    .map(step -> step.name() + ".png")
                    .toList());
            return new Tour(room, scene, out, null);
        });
        assertThat(pictures.stream().map(path -> path.getFileName().toString()))
                .containsExactlyElementsOf(expected.get());
        assertThat(pictures).allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
    }

    @Test
    void aStepThatTakesTooLongEndsTheTour() {
        assertThatThrownBy(() -> tour((room, scene) -> new Tour(room, scene, folder, null, Duration.ZERO)))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("explore-points");
    }

    @Test
    void aFailureEndsTheTour() {
        InputException failure = new InputException("model.zip: is not a model");
        assertThatThrownBy(() -> tour((room, scene) -> {
                    room.shell().fail(failure);
                    return new Tour(room, scene, folder, null);
                }))
                .hasRootCause(failure);
        assertThat(folder).isEmptyDirectory();
    }

    private List<Path> tour(BiFunction<Room, Scene, Tour> make) throws Exception {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<List<Path>> end = new CompletableFuture<>();
        Platform.runLater(() -> {
            Room room = new Room(new FakeWorkspace(), FakeHome.at(user), WindowState.INITIAL);
            Scene scene = room.scene(1280, 800);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            make.apply(room, scene).start((pictures, failure) -> {
                stage.hide();
                room.close();
                if (failure == null) {
                    end.complete(pictures);
                } else {
                    end.completeExceptionally(failure);
                }
            });
        });
        // Only an end for a tour that hangs: it works out maps and scores of every tab, on a machine that may be busy.
        return end.get(300, TimeUnit.SECONDS);
    }
}
