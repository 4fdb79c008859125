package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.Layer;
import elboroom.app.lessons.LessonsProbe;
import elboroom.lesson.Lesson;
import elboroom.lesson.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
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
        assertThat(room.explore().state().selected()).isZero();
        assertThat(room.explore().state().layers()).isEqualTo(Set.of(Layer.POINTS));
        assertThat(text("lesson-place")).isEqualTo("1 of 7");
        assertThat(lookup("#lesson-reveal").query().isDisabled()).isTrue();

        interact(() -> lookup("#lesson-option-2").queryAs(RadioButton.class).fire());
        fire("lesson-reveal");
        await(() -> text("lesson-verdict").equals("As you said."));

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
                .contains("<strong>autoencoder</strong>", "☒ A tidy digit", "As you said.", "Well placed.", "☐ About 1")
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
