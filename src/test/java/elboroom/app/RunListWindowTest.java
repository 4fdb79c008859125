package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import elboroom.app.train.SetupField;
import elboroom.app.train.SideModel.Side;
import elboroom.train.SessionStatus;
import elboroom.train.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The list of runs in the real window: renamed, deleted, marked, compared, gone on with. */
final class RunListWindowTest extends RunWindowTest {
    @Test
    void aRunFromTheListIsGoneOnWithByTheButton() throws Exception {
        setUp(400);
        press("start");
        await(() -> state() == SessionStatus.State.RUNNING);
        press("stop");
        await(() -> state() == SessionStatus.State.STOPPED && room.isIdle());
        long stopped = Objects.requireNonNull(run().statusProperty().get()).step();
        StoredRun first = train().runs().runsProperty().get().get(0);
        trainToTheEnd(1);
        assertThat(lookup("#run").queryAs(Button.class).isDisabled())
                .as("nothing is left to do")
                .isTrue();
        interact(() -> train().side().show(Side.RUNS));
        clickOn("#run-" + first.name());
        await(() -> room.isIdle() && run().dataProperty().get() != null);
        assertThat(run().statusProperty().get()).isNull();
        press("run");
        await(() -> state() == SessionStatus.State.RUNNING);
        press("stop");
        await(() -> state() == SessionStatus.State.STOPPED && room.isIdle());
        assertThat(Objects.requireNonNull(run().statusProperty().get()).step()).isGreaterThan(stopped);
    }

    @Test
    void runsAreRenamedDeletedAndBroughtBack() throws Exception {
        trainToTheEnd(1);
        interact(() -> train().side().show(Side.RUNS));
        interact(() -> train().runs().rename(train().runs().runsProperty().get().get(0), "My first"));
        await(() -> room.isIdle()
                && train().runs().runsProperty().get().get(0).title().equals("My first"));
        interact(() -> train().runs().delete(train().runs().runsProperty().get().get(0)));
        await(() -> room.isIdle() && train().runs().runsProperty().get().isEmpty());
        press("undo-delete");
        await(() -> room.isIdle() && train().runs().runsProperty().get().size() == 1);
        clickOn("#" + card(0));
        push(KeyCode.DELETE);
        await(() -> room.isIdle() && train().runs().runsProperty().get().isEmpty());
        push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> room.isIdle() && train().runs().runsProperty().get().size() == 1);
        Path exported = folder.resolve("exported");
        interact(() -> train().runs().export(train().runs().runsProperty().get().get(0), exported));
        await(() -> room.isIdle());
        assertThat(exported.resolve("card.json")).exists();
        assertThat(exported.resolve("model.zip")).exists();
    }

    @Test
    void aRunThatDivergedIsMarkedInAListThatStaysWhereItIsUnderThePointer() throws Exception {
        trainToTheEnd(1);
        Path good = Objects.requireNonNull(run().runProperty().get()).folder();
        for (int i = 0; i < 14; i++) {
            copy(good, good.resolveSibling("copy-" + i));
        }
        interact(() -> train().setup().set(SetupField.LEARNING_RATE, "1e30"));
        press("start");
        await(() -> state() == SessionStatus.State.DIVERGED && room.isIdle());
        String diverged = Objects.requireNonNull(run().runProperty().get())
                .folder()
                .getFileName()
                .toString();
        interact(() -> train().side().show(Side.RUNS));
        await(() -> room.isIdle() && train().runs().runsProperty().get().size() == 16);
        clickOn("#run-copy-1");
        await(() -> room.isIdle() && run().dataProperty().get() != null);
        assertThat(lookup("#notice").query().isVisible()).isFalse();
        double top = top(diverged);
        clickOn("#run-" + diverged);
        await(() -> room.isIdle() && lookup("#notice").query().isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(top(diverged))
                .as("what has to be known does not push it away")
                .isEqualTo(top);
        assertThat(lookup("#run-" + diverged + " .trouble").queryLabeled().getText())
                .matches("Diverged at step \\d\\. Start again with a learning rate of 1\\d+\\.");
        assertThat(text("notice-text")).contains("diverged");

        ScrollPane scroll = lookup(".runs-scroll").queryAs(ScrollPane.class);
        interact(() -> scroll.setVvalue(1));
        List<StoredRun> listed = train().runs().runsProperty().get();
        StoredRun below = listed.get(listed.size() - 1);
        String watched = listed.get(listed.size() - 4).name();
        interact(() -> scroll.setVvalue(0.5));
        WaitForAsyncUtils.waitForFxEvents();
        double before = top(watched);
        interact(() -> train().runs().delete(below));
        await(() -> room.isIdle() && train().runs().runsProperty().get().size() == 15);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#undo-delete").query().isVisible()).isTrue();
        assertThat(top(watched)).as("after a deletion").isCloseTo(before, within(1.0));
        press("undo-delete");
        await(() -> room.isIdle() && train().runs().runsProperty().get().size() == 16);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(top(watched)).as("after it was taken back").isCloseTo(before, within(1.0));
    }

    private double top(String run) {
        Node card = lookup("#run-" + run).query();
        return card.localToScene(card.getLayoutBounds()).getMinY();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void aRunIsOfferedForComparingUnlessItIsTheOneShown() throws Exception {
        trainToTheEnd(1);
        interact(() -> train().side().show(Side.RUNS));
        assertThat(compare(0).getText()).isEqualTo("Compare (it is the one shown)");
        assertThat(compare(0).isDisable()).isTrue();
        trainToTheEnd(2);
        interact(() -> train().side().show(Side.RUNS));
        interact(() -> compare(1).fire());
        await(() -> train().runs().comparisons().drawnProperty().get().size() == 1);
        assertThat(compare(0).isDisable()).isTrue();
        assertThat(compare(1).getText()).isEqualTo("No longer compare");
        clickOn("#" + card(1));
        await(() -> room.isIdle() && run().dataProperty().get() != null);
        assertThat(train().runs().comparisons().drawnProperty().get()).isEmpty();
        assertThat(compare(1).isDisable()).isTrue();
        assertThat(compare(0).getText()).isEqualTo("Compare");
    }

    private MenuItem compare(int index) {
        String name = train().runs().runsProperty().get().get(index).name();
        return lookup("#menu-" + name).queryAs(MenuButton.class).getItems().get(1);
    }

    private String card(int index) {
        return "run-" + train().runs().runsProperty().get().get(index).name();
    }
}
