package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.FakeWorkspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

final class TourTest {
    @TempDir
    Path folder;

    @Test
    void takesAPictureOfEveryStep() throws Exception {
        FxToolkit.registerPrimaryStage();
        CompletableFuture<List<Path>> end = new CompletableFuture<>();
        CompletableFuture<List<String>> expected = new CompletableFuture<>();
        Path out = System.getProperty("tour.out") == null ? folder : Path.of(System.getProperty("tour.out"));
        Platform.runLater(() -> {
            Room room = new Room(new FakeWorkspace(), folder, WindowState.INITIAL);
            Scene scene = room.scene(1280, 800);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            expected.complete(room.tabs().stream()
                    .flatMap(tab -> tab.tour().stream())
                    .map(step -> step.name() + ".png")
                    .toList());
            new Tour(room, scene, out).start((pictures, failure) -> {
                stage.hide();
                room.close();
                if (failure == null) {
                    end.complete(pictures);
                } else {
                    end.completeExceptionally(failure);
                }
            });
        });
        List<Path> pictures = end.get(60, TimeUnit.SECONDS);
        assertThat(pictures.stream().map(path -> path.getFileName().toString()))
                .containsExactlyElementsOf(expected.get());
        assertThat(pictures).allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
    }
}
