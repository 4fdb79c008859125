package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.compare.CompareState;
import elboroom.app.concurrent.Engine;
import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.ExploreState;
import elboroom.app.map.LatentMap;
import elboroom.app.widget.ImageTile;
import elboroom.data.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The window over real files, whole and broken. Whatever is broken, it stays usable and one message says what is wrong. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
final class MainWindowTest extends WindowTest {
    private static final Path PRETRAINED = Path.of("pretrained");
    private static final Path ASSETS = Path.of("assets");

    @TempDir
    Path folder;

    private Home home;
    private @Nullable MainWindow window;

    @Override
    public void start(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void copyFiles() throws IOException {
        home = new Home(folder.resolve("assets"), folder.resolve("pretrained"), folder.resolve("user"));
        copy(PRETRAINED.resolve("mnist-vae-2d"), home.pretrained().resolve("mnist-vae-2d"));
        copy(PRETRAINED.resolve("shapes-vae-2d"), home.pretrained().resolve("shapes-vae-2d"));
        Path mnist = Files.createDirectories(home.assets().resolve("mnist"));
        for (String name : List.of("test-images.idx3-ubyte.gz", "test-labels.idx1-ubyte.gz")) {
            Files.copy(ASSETS.resolve("mnist").resolve(name), mnist.resolve(name));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        MainWindow open = window;
        if (open != null) {
            interact(open::close);
            open.ended().get(20, TimeUnit.SECONDS);
        }
    }

    private void open() throws Exception {
        close();
        interact(() -> {
            window = new MainWindow(stage, new StoredWorkspace(home), home, MainWindow.left(home), null);
            stage.show();
        });
        settleWindow();
    }

    private Room room() {
        return Objects.requireNonNull(Objects.requireNonNull(window).room());
    }

    private ExploreModel model() {
        return room().explore();
    }

    private void settleWindow() throws TimeoutException {
        MainWindow open = window;
        if (open == null || open.room() == null) {
            return;
        }
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> room().isIdle()).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String label(String id) {
        return lookup(id).queryAs(Label.class).getText();
    }

    private static void truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    /** Another model than the broken one works as if nothing had happened. */
    private void assertUsable(String name) throws TimeoutException {
        interact(() -> model().chooseModel(name));
        settleWindow();
        interact(() -> model().select(3));
        settleWindow();
        assertThat(model().engineProperty().get()).isEqualTo(Engine.State.READY);
        assertThat(lookup("#reconstruction").queryAs(ImageTile.class).pixels()).isNotNull();
    }

    @Test
    void aMissingAssetLeavesTheMapAndTheDecoder() throws Exception {
        Path images = home.assets().resolve("mnist/test-images.idx3-ubyte.gz");
        Files.delete(images);
        open();
        assertThat(label("#message")).contains(images.toString());
        assertThat(label("#remark")).contains("could not be read");
        assertThat(model().scatterProperty().get().size()).isEqualTo(10_000);
        assertThat(lookup("#decoded").queryAs(ImageTile.class).pixels()).isNotNull();
        interact(() -> model().showDrawing(true));
        assertThat(label("#remark")).contains("Draw on the pad");
        assertUsable("shapes-vae-2d");
    }

    @Test
    void aTruncatedAssetSaysSo() throws Exception {
        Path images = home.assets().resolve("mnist/test-images.idx3-ubyte.gz");
        truncate(images);
        open();
        assertThat(label("#message")).contains(images.toString());
        assertThat(label("#remark")).contains("could not be read");
        assertUsable("shapes-vae-2d");
    }

    @Test
    void aModelFileThatIsNoneSaysSoAndAsksForAnother() throws Exception {
        Path file = home.pretrained().resolve("mnist-vae-2d/model.zip");
        Files.writeString(file, "no zip");
        open();
        assertThat(label("#message")).contains(file.toString());
        assertThat(label("#remark")).contains("could not be opened");
        assertThat(label("#status-engine")).isEqualTo("model not loaded");
        assertUsable("shapes-vae-2d");
        assertThat(label("#remark")).contains("More typical than");
    }

    @Test
    void aTruncatedModelFileSaysSo() throws Exception {
        Path file = home.pretrained().resolve("mnist-vae-2d/model.zip");
        truncate(file);
        open();
        assertThat(label("#message")).contains(file.toString());
        assertThat(model().engineProperty().get()).isEqualTo(Engine.State.FAILED);
        assertUsable("shapes-vae-2d");
    }

    @Test
    void aCardThatIsWrongHidesOnlyItsOwnModel() throws Exception {
        Path card = home.pretrained().resolve("mnist-vae-2d/card.json");
        truncate(card);
        open();
        assertThat(label("#message")).contains(card.toString());
        assertThat(model().models()).hasSize(1);
        assertUsable("shapes-vae-2d");
    }

    @Test
    void withoutStoredPosteriorsTheDataIsEncodedNow() throws Exception {
        Files.delete(home.pretrained().resolve("mnist-vae-2d/posterior-mnist-test.npz"));
        open();
        assertThat(model().scatterProperty().get().size()).isEqualTo(10_000);
        assertThat(label("#message")).isEmpty();
    }

    @Test
    void wrongStoredPosteriorsAreToldOfAndReplaced() throws Exception {
        Path stored = home.pretrained().resolve("mnist-vae-2d/posterior-mnist-test.npz");
        truncate(stored);
        open();
        assertThat(label("#message")).contains(stored.toString());
        assertThat(model().scatterProperty().get().size()).isEqualTo(10_000);
        assertThat(model().imagesProperty().get()).isNotNull();
    }

    @Test
    void withoutAnyModelTheWindowSaysWhatToDoAndOpensOne() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(home.pretrained(), elsewhere);
        Files.createDirectories(home.pretrained());
        open();
        assertThat(Objects.requireNonNull(window).room()).isNull();
        assertThat(lookup("#command").queryAs(TextField.class).getText()).startsWith("elbo-room train");
        NoModelView ask = lookup(".no-model").queryAs(NoModelView.class);
        interact(() -> ask.open(folder));
        assertThat(label("#message")).contains(folder.toString());
        Path own = elsewhere.resolve("shapes-vae-2d");
        interact(() -> ask.open(own));
        settleWindow();
        assertThat(lookup("#map").queryAs(LatentMap.class).getPoints().count()).isEqualTo(5_000);
        open();
        assertThat(model().state().model()).as("remembered").isEqualTo(own.toString());
    }

    @Test
    void theNextWindowIsAsTheLastWasLeft() throws Exception {
        open();
        assertThat(model().state().model()).isEqualTo("mnist-vae-2d");
        interact(() -> {
            model().chooseModel("shapes-vae-2d");
            model().chooseColour("y");
            model().hideClasses(Set.of(2, 3));
            room().shell().darkProperty().set(true);
        });
        settleWindow();
        interact(() -> model().select(12));
        settleWindow();
        interact(() -> {
            room().compare().openPair("shapes-vae-2d", "mnist-vae-2d");
            room().compare().moveTo(1, -2);
        });
        ExploreState left = model().state();
        CompareState compared = room().compare().state();
        open();
        assertThat(room().compare().state()).isEqualTo(compared);
        assertThat(model().state()).isEqualTo(left);
        assertThat(lookup("#map").queryAs(LatentMap.class).isDark()).isTrue();
        assertThat(lookup("#map").queryAs(LatentMap.class).hiddenClasses()).containsExactlyInAnyOrder(2, 3);
    }

    /** A computer that is shut down does not wait until the window is closed. */
    @Test
    void whatItShowsIsKeptWhileItIsOpen() throws Exception {
        open();
        interact(() -> room().shell().tabProperty().set("lessons"));
        WindowStateFile file = new WindowStateFile(home.user().resolve("window.json"));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> file.load().tab().equals("lessons"));
        assertThat(file.load().explore()).isEqualTo(model().state());
    }

    @Test
    void closingEndsEveryThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        open();
        Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
        started.removeAll(before);
        List<Thread> own = started.stream()
                .filter(thread ->
                        Set.of("engine", "worker", "drawing", "window state").contains(thread.getName()))
                .toList();
        assertThat(own).extracting(Thread::getName).contains("engine", "worker", "window state");
        close();
        for (Thread thread : own) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        window = null;
    }
}
