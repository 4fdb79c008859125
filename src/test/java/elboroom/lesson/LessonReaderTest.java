package elboroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import elboroom.data.InputException;
import elboroom.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LessonReaderTest {
    private static final String FRONT = """
            ---
            title: A title
            order: 3
            minutes: 10
            summary: What it is about.
            ---
            """;

    private static final String WHOLE = FRONT + """

            # First

            model: mnist-vae-2d
            image: 7
            layers: points, prior

            Two lines
            of a paragraph with {{rate}}.

                a = b
                  + c

            - one
            - two

            ## Predict

            How much?

            - [if rate < 8] little
            - [ ] much,
              very much

            ## Answer

            image: none

            It is {{rate / 2 : 3}}.

            # Second

            ## Place

            right: neighbourClass = 3
            show: marker1, marker2

            Where?

            ## Answer

            There.
            """;

    @Test
    void readsAllThatThereIs() {
        Lesson lesson = LessonReader.read("mine.md", WHOLE);
        assertThat(lesson.id()).isEqualTo("mine");
        assertThat(lesson.title()).isEqualTo("A title");
        assertThat(lesson.order()).isEqualTo(3);
        assertThat(lesson.minutes()).isEqualTo(10);
        Step first = lesson.steps().get(0);
        assertThat(first.settings().text(Setting.MODEL)).contains("mnist-vae-2d");
        assertThat(first.settings().number(Setting.IMAGE)).hasValue(7);
        assertThat(first.settings().list(Setting.LAYERS)).contains(List.of("points", "prior"));
        assertThat(first.text())
                .containsExactly(
                        new Block(Block.Kind.TEXT, "Two lines of a paragraph with {{rate}}."),
                        new Block(Block.Kind.FORMULA, "a = b\n  + c"),
                        new Block(Block.Kind.ITEM, "one"),
                        new Block(Block.Kind.ITEM, "two"));
        Task.Choice choice = (Task.Choice) first.task();
        assertThat(choice.options()).extracting(Task.Option::text).containsExactly("little", "much, very much");
        assertThat(choice.options().get(0).right().holds((quantity, model) -> 7))
                .isTrue();
        assertThat(choice.options().get(0).right().holds((quantity, model) -> 9))
                .isFalse();
        assertThat(first.answerSettings().number(Setting.IMAGE)).hasValue(-1);
        assertThat(Template.of(first.answer().get(0).text()).fill((quantity, model) -> 1))
                .isEqualTo("It is 0.500.");
        assertThat(lesson.steps().get(1).task()).isInstanceOf(Task.Place.class);
    }

    @Test
    void linesMayEndInEitherWay() {
        Lesson unix = LessonReader.read("mine.md", WHOLE);
        Lesson other = LessonReader.read("mine.md", "\uFEFF" + WHOLE.replace("\n", "\r\n"));
        assertThat(other.steps())
                .extracting(Step::text)
                .isEqualTo(unix.steps().stream().map(Step::text).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    image: 7          | imagine: 7        | 11 | “imagine” is no setting; expected one of model,
                    image: 7          | image: seven      | 11 | expected the number of the image
                    layers: points,   | layers: pints,    | 12 | expected the layers of the map
                    {{rate}}          | {{rats}}          | 14 | “rats” is no number and no name of one
                    {{rate}}          | {{rate            | 14 | “{{” has no “}}” after it
                    [if rate < 8]     | [if rate 8]       | 27 | expected a comparison such as rate < 8
                    [if rate < 8]     | [y]               | 27 | expected [x] for right
                    [if rate < 8]     | [ ]               | 23 | none of the answers can be right
                    '## Predict'      | '## Guess'        | 23 | expected “## Predict”
                    : 3}}             | : 9}}             | 35 | expected a number of decimals from 0 to 6
                    right: n          | reach: n          | 41 | expected one of right, show
                    order: 3          | order: third      |  3 | expected a whole number
                    minutes: 10       | '# nothing'       |  4 | is none of title, summary, order, minutes
                    '# First'         | First             |  8 | expected a heading
                    There.            | '# Third'         | 46 | expected a text below “## Answer”
                    """)
    void saysWhereItIsWrongAndWhatWasExpected(String right, String wrong, int line, String expected) {
        assertThat(WHOLE).contains(right);
        assertThatThrownBy(() -> LessonReader.read("mine.md", WHOLE.replace(right, wrong)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("mine.md, line %d: ".formatted(line))
                .hasMessageContaining(expected);
    }

    @Test
    void aTaskNeedsAnAnswer() {
        assertThatThrownBy(() -> LessonReader.read("mine.md", WHOLE.substring(0, WHOLE.lastIndexOf("## Answer"))))
                .hasMessageContaining("expected “## Answer” with a text, as step “Second” has a task");
    }

    @Test
    void anythingIsReadOrRefused() throws Exception {
        List<byte[]> seeds = List.of(
                WHOLE.getBytes(StandardCharsets.UTF_8),
                Lessons.shipped("two-losses").getBytes(StandardCharsets.UTF_8),
                Lessons.shipped("challenges").getBytes(StandardCharsets.UTF_8));
        Fuzz.run(61, seeds, 64_000_000, bytes -> LessonReader.read("damaged.md", bytes));
    }

    @Test
    void aFolderOfOnesOwnIsLookedAt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("mine.md"), WHOLE);
        Files.writeString(folder.resolve("bad.md"), WHOLE.replace("# First", "First"));
        Files.writeString(folder.resolve("collapse.md"), WHOLE.replace("A title", "My collapse"));
        Files.writeString(folder.resolve("notes.txt"), "not a lesson");
        Lessons lessons = Lessons.read(folder);
        assertThat(lessons.all())
                .extracting(Lesson::id)
                .contains("mine", "two-losses")
                .doesNotHaveDuplicates();
        assertThat(lessons.all())
                .extracting(Lesson::title)
                .contains("My collapse")
                .doesNotContain("Posterior collapse");
        assertThat(lessons.problems()).singleElement().asString().startsWith("bad.md, line 8: expected a heading");
        assertThat(Lessons.read(folder.resolve("none")).problems()).isEmpty();
    }
}
