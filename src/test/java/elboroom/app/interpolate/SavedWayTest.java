package elboroom.app.interpolate;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import elboroom.app.ShellModel;
import elboroom.app.chart.ChartFiles;
import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.FakeWorkspace;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The Interpolate tab's menu writes what it says. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
final class SavedWayTest extends ApplicationTest {
    @TempDir
    private static Path folder;

    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    // They tell the window how they are from the start, and so are made when there is one.
    private Engine engine;
    private Engine walking;
    private WorkQueue worker;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        engine = new Engine(Platform::runLater, failures::add);
        walking = new Engine(Platform::runLater, failures::add);
        worker = new WorkQueue("worker", Platform::runLater, failures::add);
        FakeWorkspace workspace = new FakeWorkspace();
        ExploreModel explore = new ExploreModel(workspace, engine, worker, words -> {}, null);
        InterpolateModel model = new InterpolateModel(workspace, explore, walking, Platform::runLater);
        ChartFiles files =
                new ChartFiles(worker, messages::add, (owner, name) -> Optional.of(folder.resolve("my-" + name)));
        InterpolateView view = new InterpolateView(model, new ShellModel(folder), Runnable::run, files);
        view.getStyleClass().add("shell");
        view.getStylesheets().add(String.valueOf(ShellModel.class.getResource("window.css")));
        stage.setScene(new Scene(view, 1000, 700));
        stage.show();
        model.show(true);
    }

    @AfterEach
    void end() {
        engine.close();
        walking.close();
        worker.close();
    }

    private void settle() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> engine.idleProperty().get()
                                && walking.idleProperty().get()
                                && worker.idleProperty().get())
                        .get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Path saved(String item) throws Exception {
        MenuButton menu = lookup("#way-save").queryAs(MenuButton.class);
        MenuItem chosen = menu.getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .orElseThrow();
        interact(chosen::fire);
        Path file = folder.resolve("my-way." + item.substring("way-".length()));
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> messages.contains("Saved " + file))
                        .get());
        assertThat(failures).isEmpty();
        return file;
    }

    @Test
    void filmStripAndNumbersHoldEveryPointOfTheChosenWay() throws Exception {
        settle();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(saved("way-gif").toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            assertThat(reader.getFormatName()).isEqualTo("gif");
            assertThat(reader.getNumImages(true)).isGreaterThanOrEqualTo(WaysModel.PER_LEG);
        }
        BufferedImage strip = ImageIO.read(saved("way-png").toFile());
        assertThat(strip.getWidth()).isGreaterThanOrEqualTo(28 * WaysModel.PER_LEG);
        assertThat(strip.getHeight()).isGreaterThanOrEqualTo(28);
        List<String> lines = Files.readAllLines(saved("way-csv"), StandardCharsets.UTF_8);
        assertThat(lines).hasSize(1 + WaysModel.PER_LEG);
        assertThat(lines.get(0)).isEqualTo("frame,z_1,z_2,imageStep");
    }
}
