package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.Layer;
import elboroom.app.lessons.KeptLesson;
import elboroom.app.lessons.LessonsProbe;
import elboroom.lesson.Lesson;
import elboroom.lesson.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LessonsWindowTest extends WindowTest {
    @TempDir
    static Path user;

    private LessonsProbe probe;

    @Override
    public void start(Stage stage) throws Exception {
        Files.createDirectories(user.resolve("lessons"));
        Files.writeString(user.resolve("lessons").resolve("mine.md"), "---\ntitle: Mine\n---\n");
        show(stage, user, "lessons");
        probe = new LessonsProbe(room.lessons());
    }

    private void fire(String id) {
        interact(() -> lookup("#" + id).queryAs(Button.class).fire());
    }

    @Test
    void aLessonIsPlayedByHand() throws TimeoutException {
        settle();
        assertThat(lookup(".lesson-card").queryAll()).hasSize(6);
        assertThat(lookup(".lesson-problems .lesson-missing").queryLabeled().getText())
                .startsWith("mine.md, line 3: the front matter has no “summary”");
        assertThat(lookup("#companion").tryQuery()).isEmpty();

        fire("lesson-start-autoencoder-to-vae");
        settle();
        assertThat(lookup("#companion").query().isVisible()).isTrue();
        assertThat(room.shell().tabProperty().get()).isEqualTo("explore");
        assertThat(room.explore().state().model()).isEqualTo("mnist-ae-2d");
        assertThat(room.explore().state().selected())
                .as("not before it is asked")
                .isNegative();
        assertThat(room.explore().state().layers()).isEqualTo(Set.of(Layer.POINTS));
        assertThat(text("lesson-place")).isEqualTo("1 of 7");
        assertThat(lookup("#lesson-reveal").query().isDisabled()).isTrue();

        interact(() -> lookup("#lesson-option-2").queryAs(RadioButton.class).fire());
        fire("lesson-reveal");
        await(() -> text("lesson-verdict").equals("As you said."));
        settle();
        assertThat(room.explore().state().selected()).isZero();

        fire("lesson-next");
        settle();
        // Of the image to be placed the class is known, and the marker is put on its code, as if by the hand.
        interact(() -> room.explore().select(3));
        settle();
        fire("lesson-reveal");
        assertThat(text("lesson-verdict")).startsWith("Well placed.").contains("target image: 0.00");

        fire("lesson-leave");
        settle();
        assertThat(lookup("#companion").query().isVisible()).isFalse();
        String html = probe.html("autoencoder-to-vae");
        assertThat(html)
                .contains(
                        "<strong>autoencoder</strong>",
                        "☒ <strong>A tidy digit, without this writer's quirks ✓</strong>",
                        "As you said.",
                        "Well placed.",
                        "☐ About 1")
                .containsPattern("that loss has a number: \\d+\\.\\d nats")
                .doesNotContain("http", "{{");
        assertThat(html.split("data:image/png;base64,", -1)).hasSize(3);
        interact(() -> room.shell().tabProperty().set("lessons"));
        settle();
        assertThat(lookup("#lesson-start-autoencoder-to-vae")
                        .queryAs(Button.class)
                        .getText())
                .isEqualTo("Go on");
        fire("lesson-start-autoencoder-to-vae");
        assertThat(text("lesson-place")).isEqualTo("2 of 7");
        assertThat(text("lesson-verdict")).startsWith("Well placed.");
    }

    /** Below all that was read: also where one had scrolled to the end of that. */
    @Test
    void theAnswerIsScrolledTo() throws TimeoutException {
        settle();
        fire("lesson-start-autoencoder-to-vae");
        settle();
        ScrollPane scroll = lookup(".lesson-scroll").queryAs(ScrollPane.class);
        // So large that the question fills the page.
        interact(() -> room.shell().projectorProperty().set(true));
        settle();
        interact(() -> scroll.setVvalue(1));
        interact(() -> lookup("#lesson-option-2").queryAs(RadioButton.class).fire());
        fire("lesson-reveal");
        await(() -> text("lesson-verdict").equals("As you said."));
        settle();
        Bounds answer = inScene(lookup("#lesson-answer").query());
        Bounds seen = inScene(scroll);
        assertThat(answer.getMinY()).as("its beginning").isBetween(seen.getMinY(), seen.getMaxY() - 40);
        assertThat(inScene(lookup("#lesson-verdict").query()).getMinY())
                .as("what is said of the prediction")
                .isBetween(seen.getMinY(), answer.getMinY());
        interact(() -> room.shell().projectorProperty().set(false));
    }

    @Test
    void theFocusGoesFromTheHeaderOverTheTaskToTheButtonsBelow() throws TimeoutException {
        settle();
        fire("lesson-start-autoencoder-to-vae");
        settle();
        // Folded and unfolded it is the same.
        fire("lesson-fold");
        fire("lesson-unfold");
        interact(lookup("#lesson-leave").query()::requestFocus);
        List<String> way = new ArrayList<>();
        for (int i = 0; i < 6 && !way.contains("lesson-next"); i++) {
            push(KeyCode.TAB);
            Node focused = lookup("#companion").query().getScene().getFocusOwner();
            way.add(String.valueOf(focused.getId()));
        }
        assertThat(way).containsSubsequence("lesson-option-1", "lesson-next").doesNotContain("lesson-again");
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** The list beside a lesson that is under way, in the smallest window that is supported. */
    @Test
    void theListOfLessonsFitsBesideALesson() throws TimeoutException {
        settle();
        Stage stage = (Stage) lookup(".lessons-tab").query().getScene().getWindow();
        double width = stage.getWidth();
        fire("lesson-start-two-losses");
        interact(() -> room.shell().tabProperty().set("lessons"));
        for (double wide : new double[] {1280, 1024}) {
            interact(() -> stage.setWidth(wide));
            settle();
            Bounds seen = inScene(lookup(".lessons-tab").query());
            assertThat(lookup(".lesson-card .button").queryAllAs(Button.class))
                    .isNotEmpty()
                    .allSatisfy(button -> assertThat(inScene(button).getMaxX()).isLessThanOrEqualTo(seen.getMaxX()));
        }
        interact(() -> stage.setWidth(width));
    }

    /** An accent that combines breaks lines in the wrong place. */
    @Test
    void aFormulaStaysWithinItsBox() throws TimeoutException {
        settle();
        fire("lesson-start-autoencoder-to-vae");
        settle();
        Node formula = lookup(".lesson-formula").query();
        assertThat(formula.getAccessibleText()).startsWith("x  →  encoder").endsWith("x\u0302");
        Bounds box = inScene(formula);
        assertThat(from(formula).lookup(".label").queryAllAs(Label.class))
                .hasSizeGreaterThan(8)
                .allSatisfy(word -> {
                    assertThat(inScene(word).getMaxX()).isLessThanOrEqualTo(box.getMaxX());
                    assertThat(word.getText()).isNotBlank();
                    assertThat(word.getWidth()).isGreaterThanOrEqualTo(word.prefWidth(-1) - 1);
                });
    }

    @Test
    void aLessonIsGoneOnWithAfterARestartUnlessItHasChanged() throws TimeoutException {
        settle();
        KeptLesson kept = LessonsProbe.kept("two-losses", 2, 1);
        List<String> other = new ArrayList<>(kept.titles());
        other.set(0, "Another");
        KeptLesson changed = new KeptLesson("collapse", other, 2, kept.attempts());
        interact(() -> room.lessons().remember(List.of(kept, changed)));
        // The cards are made anew.
        fire("lessons-reload");
        settle();
        assertThat(lookup("#lesson-start-two-losses").queryAs(Button.class).getText())
                .isEqualTo("Go on");
        assertThat(lookup("#lesson-start-collapse").queryAs(Button.class).getText())
                .isEqualTo("Start");
        fire("lesson-start-two-losses");
        settle();
        assertThat(text("lesson-place")).startsWith("3 of");
        assertThat(room.lessons().progress())
                .filteredOn(each -> each.lesson().equals("two-losses"))
                .containsExactly(kept);
    }

    @Test
    void thePanelIsFoldedAwayAndComesBackWithTheNextStep() throws TimeoutException {
        settle();
        fire("lesson-start-two-losses");
        settle();
        double wide = lookup("#companion").queryAs(Region.class).getWidth();
        fire("lesson-fold");
        settle();
        assertThat(lookup("#companion").queryAs(Region.class).getWidth()).isLessThan(wide / 4);
        assertThat(lookup("#lesson-next").tryQuery()).isEmpty();
        assertThat(text("lesson-unfold")).startsWith("1/");
        interact(() -> probe.answer(0, "1"));
        settle();
        assertThat(lookup("#companion").queryAs(Region.class).getWidth())
                .as("the answer is there to be read")
                .isEqualTo(wide);
        fire("lesson-fold");
        fire("lesson-unfold");
        assertThat(lookup("#lesson-next").tryQuery()).isPresent();
    }

    /** Every question has exactly one right answer, and every number that is told is there. */
    @Test
    void allNumbersAreThere() throws TimeoutException {
        settle();
        for (Lesson lesson : LessonsProbe.shipped()) {
            for (int i = 0; i < lesson.steps().size(); i++) {
                if (lesson.steps().get(i).task() instanceof Task.Challenge) {
                    continue;
                }
                int step = i;
                interact(() -> probe.enter(lesson, step));
                settle();
                interact(() -> probe.answer(0, "1"));
                await(probe::isJudged);
                settle();
                String name = lesson.id() + ", " + lesson.steps().get(i).title();
                if (System.getProperty("lessons.print") != null) {
                    System.out.println(name + "\n" + String.join("\n", probe.texts()) + "\n");
                }
                assertThat(probe.texts()).as(name).noneMatch(text -> text.contains("…"));
                assertThat(probe.rightOptions()).as(name).isIn(-1L, 1L);
            }
        }
    }
}
