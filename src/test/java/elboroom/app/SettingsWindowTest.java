package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.recent.Recent;
import elboroom.app.recent.Recent.Kind;
import elboroom.data.Home;
import elboroom.data.Processors;
import elboroom.data.own.ImportOptions;
import elboroom.data.own.ImportProgress;
import elboroom.data.own.KeptData;
import elboroom.data.own.OwnData;
import elboroom.data.own.SmallFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The settings in the real window. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test.
final class SettingsWindowTest extends WindowTest {
    @TempDir
    private Path folder;

    private Home home;
    private KeptData kept;
    private Path source;

    @Override
    public void start(Stage shown) throws Exception {
        Home real = Home.locate();
        home = new Home(real.assets(), real.pretrained(), folder.resolve("user"));
        source = SmallFiles.discsAndBars(folder.resolve("toys"), 40, 28, 28, false, 1);
        kept = new OwnData(home.user()).open(source, ImportOptions.USUAL, ImportProgress.NONE);
        stage = shown;
        show(shown, new StoredWorkspace(home), home);
    }

    @AfterEach
    void allThreads() {
        Processors.limit(0);
    }

    private void openSettings() throws Exception {
        settle();
        press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.CONTROL, KeyCode.COMMA);
        settle();
        assertThat(sheet().isVisible()).isTrue();
    }

    private Node sheet() {
        return lookup("#settings-sheet").query();
    }

    private String words() {
        return from(sheet()).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .collect(Collectors.joining("\n"));
    }

    private void fire(String id) throws Exception {
        Button button = from(sheet()).lookup("#" + id).queryAs(Button.class);
        assertThat(button.isDisabled()).as(id).isFalse();
        interact(button::fire);
        settle();
    }

    @Test
    void looksAndThreadsTakeEffectAtOnce() throws Exception {
        openSettings();
        assertThat(stage.getScene().getFocusOwner())
                .isSameAs(lookup("#settings-light").query());
        interact(() -> lookup("#settings-dark").queryAs(RadioButton.class).fire());
        interact(() -> lookup("#settings-projector").queryAs(CheckBox.class).fire());
        assertThat(room.shell().darkProperty().get()).isTrue();
        assertThat(room.shell().projectorProperty().get()).isTrue();
        interact(() -> room.shell().darkProperty().set(false));
        assertThat(lookup("#settings-light").queryAs(RadioButton.class).isSelected())
                .isTrue();
        interact(() -> threads().setValue(1));
        assertThat(Processors.used()).isEqualTo(1);
        assertThat(room.settings().threadsProperty().get()).isEqualTo(1);
        interact(() -> threads().setValue(0));
        assertThat(Processors.used()).isEqualTo(Processors.all());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Integer> threads() {
        return lookup("#settings-threads").queryAs(ComboBox.class);
    }

    @Test
    void theFocusGoesThroughTheSettingsAndBackToWhereItWas() throws Exception {
        settle();
        interact(() -> lookup("#map").query().requestFocus());
        openSettings();
        List<String> way = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Node focused = stage.getScene().getFocusOwner();
            assertThat(
                            focused.getAccessibleText() == null && focused instanceof Labeled text
                                    ? text.getText()
                                    : focused.getAccessibleText())
                    .as(focused.toString())
                    .isNotBlank();
            way.add(String.valueOf(focused.getId()));
            press(KeyCode.TAB).release(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(way)
                .containsSubsequence(
                        "settings-light",
                        "settings-projector",
                        "settings-threads",
                        "folder-open-0",
                        "folder-copy-0",
                        "folder-open-3",
                        "forget-copy",
                        "settings-close",
                        "settings-light");
        push(KeyCode.ESCAPE);
        assertThat(sheet().isVisible()).isFalse();
        assertThat(stage.getScene().getFocusOwner()).isSameAs(lookup("#map").query());
    }

    @Test
    void pathsAreShownAndCopied() throws Exception {
        openSettings();
        assertThat(words())
                .contains(
                        home.user().resolve("runs").toString(),
                        home.pretrained().toString());
        fire("folder-copy-0");
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo(home.user().resolve("runs").toString()));
    }

    @Test
    void whatWasOpenedLatelyIsForgottenAndBroughtBack() throws Exception {
        interact(() -> {
            room.recent().add(Kind.VIEW, folder.resolve("a.elbo"));
            room.recent().add(Kind.DATA, source);
        });
        List<Recent> before = room.recent().all();
        openSettings();
        assertThat(words()).contains("2 models, data and views are remembered");
        fire("settings-forget-recent");
        assertThat(room.recent().all()).isEmpty();
        interact(() -> room.recent().add(Kind.VIEW, folder.resolve("b.elbo")));
        fire("settings-forget-recent");
        assertThat(room.recent().all()).hasSize(3).containsAll(before);
        assertThat(room.recent().paths(Kind.VIEW).get(0)).endsWith("b.elbo");
    }

    @Test
    void aCopyOfOwnDataIsForgottenWhenNothingShowsItAndAfterAQuestion() throws Exception {
        interact(() -> room.explore().chooseData(kept.dataset().testId()));
        openSettings();
        assertThat(words()).contains("toys", "80 images of 28×28", "Shown in Explore now");
        assertThat(from(sheet()).lookup("#forget-copy").tryQuery()).isEmpty();
        push(KeyCode.ESCAPE);
        interact(() -> room.explore().chooseData("mnist-test"));
        openSettings();
        fire("forget-copy");
        fire("keep-copy");
        assertThat(Files.exists(kept.file())).isTrue();
        fire("forget-copy");
        fire("delete-copy");
        assertThat(Files.exists(kept.folder())).isFalse();
        assertThat(Files.list(source)).as("the source stays").isNotEmpty();
        assertThat(words()).contains("None.");
        assertThat(room.explore().data()).noneMatch(data -> data.title().equals("toys"));
        assertThat(room.shell().messageProperty().get()).contains("Deleted the copy of “toys”", source.toString());
        push(KeyCode.ESCAPE);
        interact(() -> {
            for (int i = 0; i < 10; i++) {
                room.explore().steps().undo();
            }
        });
        settle();
        assertThat(room.explore().dataset().dataset())
                .as("no way back to it")
                .isNotEqualTo(kept.dataset().id());
        assertThat(room.shell().lastFailure()).isNull();
    }
}
