package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.data.ImportModel;
import elboroom.app.data.ImportModel.Stage;
import elboroom.app.explore.Stroke;
import elboroom.app.train.SetupField;
import elboroom.app.widget.ImageTile;
import elboroom.data.Home;
import elboroom.data.ImageShape;
import elboroom.data.own.OwnData;
import elboroom.data.own.SmallFiles;
import elboroom.train.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own data in the window: looked at, read otherwise, kept, trained on and explored. */
final class OwnDataWindowTest extends WindowTest {
    @TempDir
    private Path folder;

    private Home home;

    @Override
    public void start(javafx.stage.Stage stage) {
        Home real = Home.locate();
        home = new Home(real.assets(), real.pretrained(), folder.resolve("user"));
        show(stage, new StoredWorkspace(home), home);
    }

    private ImportModel own() {
        return room.own();
    }

    private void look(Path path) throws Exception {
        interact(() -> own().look(path));
        awaitLook();
    }

    private void awaitLook() throws Exception {
        await(() -> own().stageProperty().get() != Stage.LOOKING);
    }

    private void press(String id) {
        Button button = lookup("#" + id).queryAs(Button.class);
        assertThat(button.isDisabled()).as(id + " can be pressed").isFalse();
        interact(button::fire);
    }

    private String sheet() {
        Set<Node> labels = lookup("#import-sheet").query().lookupAll(".label");
        return labels.stream()
                .map(label -> label instanceof Labeled text ? String.valueOf(text.getText()) : "")
                .collect(Collectors.joining("\n"));
    }

    private List<Path> copies() throws IOException {
        if (!Files.isDirectory(home.user().resolve("data"))) {
            return List.of();
        }
        try (var all = Files.walk(home.user().resolve("data"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFolderIsLookedAtReadOtherwiseKeptAndExplored() throws Exception {
        Path images = SmallFiles.discsAndBars(folder.resolve("toys"), 40, 32, 28, false, 1);
        Files.writeString(images.resolve("disc/broken.png"), "no image");
        look(images);
        assertThat(sheet())
                .contains(
                        "folder of images",
                        "28 pixels high, 32 wide, grey",
                        "2 seen: bar, disc",
                        "broken.png: is no image");
        assertThat(copies()).isEmpty();
        assertThat(lookup("#own-keep").queryAs(Button.class).isDisabled()).isFalse();
        interact(() -> lookup("#own-size").queryAs(ComboBox.class).setValue("nonsense"));
        assertThat(lookup("#own-problem").queryAs(Label.class).getText()).contains("'nonsense'");
        assertThat(lookup("#own-keep").queryAs(Button.class).isDisabled()).isTrue();
        interact(() -> lookup("#own-size").queryAs(ComboBox.class).setValue("20"));
        awaitLook();
        assertThat(sheet()).contains("20 × 20 pixels, grey");
        // Typed, it counts at once: Enter would keep a copy of what is understood by then.
        interact(() -> {
            TextField editor = lookup("#own-size").queryAs(ComboBox.class).getEditor();
            editor.requestFocus();
            editor.selectAll();
            editor.replaceSelection("28");
        });
        assertThat(own().readingProperty().get().size()).isEqualTo("28");
        interact(() -> lookup("#own-share").queryAs(TextField.class).setText("25"));
        awaitLook();
        assertThat(sheet()).contains("28 × 28 pixels, grey");
        press("own-keep");
        await(() -> own().stageProperty().get() == Stage.LEFT_OUT);
        assertThat(sheet()).contains("broken.png");
        press("own-cancel");
        await(room::isIdle);
        assertThat(lookup("#import-sheet").query().isVisible()).isFalse();
        var shown = room.explore().dataset();
        assertThat(shown.title()).isEqualTo("toys");
        assertThat(shown.size()).isEqualTo(20);
        assertThat(room.explore().scatterProperty().get().size()).isEqualTo(20);
        assertThat(lookup("#data-picker").queryAs(ComboBox.class).getItems()).contains(shown);
        assertThat(new StoredWorkspace(home).data()).as("remembered").contains(shown);
    }

    @Test
    void colourImagesThatAreNotSquareAreTrainedOnAndExplored() throws Exception {
        // The form is there before the data is.
        interact(() -> room.shell().tabProperty().set("train"));
        settle();
        interact(() -> room.shell().tabProperty().set("explore"));
        look(SmallFiles.discsAndBars(folder.resolve("toys"), 60, 18, 24, true, 2));
        assertThat(sheet()).contains("24 pixels high, 18 wide, in colour");
        press("own-keep");
        await(() -> room.shell().tabProperty().get().equals("train"));
        assertThat(room.shell().messageProperty().get()).contains("No model takes images of 24×18×3");
        settle();
        ComboBox<?> data = lookup("#setup-data").queryAs(ComboBox.class);
        assertThat(data.getButtonCell().getText())
                .as("what would be trained on, %s of %s", data.getValue(), data.getItems())
                .isEqualTo("toys");
        interact(() -> {
            var setup = room.train().setup();
            setup.set(SetupField.HIDDEN, "16");
            setup.set(SetupField.EPOCHS, "3");
        });
        assertThat(room.train().setup().run().dataset()).startsWith("toys-");
        press("start");
        await(() -> {
            SessionStatus now = room.train().run().statusProperty().get();
            return now != null && now.state() == SessionStatus.State.FINISHED && room.isIdle();
        });
        interact(() -> room.train().explore());
        await(room::isIdle);
        assertThat(room.explore().model().shape()).isEqualTo(new ImageShape(24, 18, 3));
        assertThat(room.explore().scatterProperty().get().size()).isEqualTo(12);
        interact(() -> room.explore().select(3));
        await(room::isIdle);
        for (String tile : List.of("#input", "#reconstruction", "#error")) {
            assertThat(Objects.requireNonNull(
                            lookup(tile).queryAs(ImageTile.class).pixels()))
                    .as(tile)
                    .hasSize(24 * 18 * 3);
        }
        interact(() -> room.explore().draw(List.of(new Stroke(false, List.of(0.2, 0.5, 0.8, 0.5)))));
        await(room::isIdle);
        float[] drawn =
                Objects.requireNonNull(lookup("#input").queryAs(ImageTile.class).pixels());
        assertThat(drawn[3 * (12 * 18 + 9)]).as("drawn in the middle").isGreaterThan(0.5f);
        assertThat(drawn[0]).isZero();
        interact(() -> room.shell().tabProperty().set("losses"));
        await(room::isIdle);
        interact(() -> room.explore().chooseModel("mnist-vae-2d"));
        await(room::isIdle);
        assertThat(room.explore().dataset().dataset()).isEqualTo("mnist");
        interact(() -> room.explore().chooseData(toys()));
        await(room::isIdle);
        assertThat(room.explore().model().shape()).isEqualTo(new ImageShape(24, 18, 3));
        assertThat(room.shell().lastFailure()).isNull();
    }

    private String toys() {
        return room.explore().data().stream()
                .filter(data -> data.title().equals("toys"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void whatCannotBeReadSaysWhyAndLeavesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.csv"), "1,2,3,4\n1,x,3,4\n");
        interact(lookup("#map").query()::requestFocus);
        look(file);
        assertThat(lookup("#own-problem").queryAs(Label.class).getText())
                .contains("wrong.csv: row 2, column 2: found 'x'; expected a number");
        assertThat(lookup("#own-keep").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(lookup("#own-cancel").query().isFocused()).isTrue();
        clickOn(point("#import-sheet").atPosition(Pos.TOP_LEFT).atOffset(5, 5));
        assertThat(own().stageProperty().get()).as("no stray click ends it").isEqualTo(Stage.WRONG);
        push(KeyCode.ESCAPE);
        assertThat(own().stageProperty().get()).isEqualTo(Stage.CLOSED);
        assertThat(lookup("#map").query().isFocused()).as("where the focus was").isTrue();
        look(Files.writeString(folder.resolve("late.csv"), "1,2,3,4\n".repeat(300) + "1,2,3,x\n"));
        press("own-keep");
        await(() -> own().stageProperty().get() == Stage.WRONG);
        assertThat(lookup("#own-problem").queryAs(Label.class).getText()).contains("late.csv: row 301, column 4");
        assertThat(copies()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo("1,2,3,4\n1,x,3,4\n");
    }

    @Test
    void copyingCanBeCancelled() throws Exception {
        // Cancelled by the first update of its progress, on whatever thread that comes.
        ImportModel[] model = new ImportModel[1];
        model[0] = new ImportModel(new OwnData(home.user()), Platform::runLater, room.shell()::fail, kept -> {});
        try (ImportModel cancelled = model[0]) {
            Path file = Files.writeString(folder.resolve("long.csv"), "1,2,3,4\n".repeat(2_000_000));
            interact(() -> cancelled.look(file));
            await(() -> cancelled.stageProperty().get() == Stage.UNDERSTOOD);
            interact(() -> {
                cancelled.progressProperty().addListener(observable -> cancelled.cancel());
                cancelled.keep();
            });
            await(() -> cancelled.stageProperty().get() == Stage.CLOSED
                    && cancelled.idleProperty().get());
            assertThat(copies()).isEmpty();
            assertThat(new OwnData(home.user()).kept(e -> {})).isEmpty();
        }
    }
}
