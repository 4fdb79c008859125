package elboroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedLessonsTest {
    @TempDir
    static Path none;

    static Stream<Lesson> lessons() {
        return Lessons.read(none).all().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void modelsAreThere(Lesson lesson) {
        Path pretrained = Home.locate().pretrained();
        Stream<String> set = lesson.steps().stream()
                .flatMap(step -> Stream.of(step.settings(), step.answerSettings()))
                .flatMap(settings -> settings.text(Setting.MODEL).stream());
        Stream<String> asked = lesson.steps().stream()
                .flatMap(Step::expressions)
                .flatMap(expression -> expression.terms().stream())
                .map(Expression.Term::model)
                .filter(model -> !model.isEmpty());
        assertThat(Stream.concat(set, asked).distinct())
                .allSatisfy(model -> assertThat(Files.isDirectory(pretrained.resolve(model)))
                        .as(model)
                        .isTrue());
        assertThat(lesson.steps().stream().flatMap(step -> step.settings().text(Setting.DATA).stream()))
                .containsOnly("mnist-test");
    }

    /** A number that is read from a tab is there only while that tab is shown: at the question, or from the answer on. */
    @ParameterizedTest
    @MethodSource("lessons")
    void numbersAreThereWhereTheyAreTold(Lesson lesson) {
        boolean scores = false;
        for (Step step : lesson.steps()) {
            String tab = step.settings().text(Setting.TAB).orElseThrow();
            String page = step.settings().text(Setting.PAGE).orElse("");
            String later = step.answerSettings().text(Setting.TAB).orElse(tab);
            String laterPage = step.answerSettings().text(Setting.PAGE).orElse(later.equals(tab) ? page : "");
            boolean target = step.settings().text(Setting.TARGET).isPresent();
            scores |= page.equals("scores") || laterPage.equals("scores");
            for (Expression.Term term :
                    step.expressions().flatMap(each -> each.terms().stream()).toList()) {
                Quantity.Source source = term.quantity().source();
                assertThat(isThere(source, tab, page, target, scores)
                                || isThere(source, later, laterPage, target, scores))
                        .as("%s in step “%s”", term.quantity().key(), step.title())
                        .isTrue();
            }
        }
    }

    private static boolean isThere(Quantity.Source source, String tab, String page, boolean target, boolean scores) {
        return switch (source) {
            case MODEL -> true;
            case EXPLORE -> Set.of("explore", "trick").contains(tab);
            case TARGET -> tab.equals("explore") && target;
            case EVIDENCE -> tab.equals("evidence");
            case TRICK_DRAW -> tab.equals("trick");
            case TRICK_VARIANCE -> page.equals("variance");
            case SCORES -> scores;
            case RUN -> tab.equals("train");
        };
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aPageIsOneOfItsTab(Lesson lesson) {
        for (Step step : lesson.steps()) {
            String tab = step.settings().text(Setting.TAB).orElseThrow();
            String later = step.answerSettings().text(Setting.TAB).orElse(tab);
            step.settings()
                    .text(Setting.PAGE)
                    .ifPresent(page -> assertThat(SettingForms.PAGES.get(tab))
                            .as(step.title())
                            .contains(page));
            step.answerSettings()
                    .text(Setting.PAGE)
                    .ifPresent(page -> assertThat(SettingForms.PAGES.get(later))
                            .as(step.title())
                            .contains(page));
        }
    }

    /** Ten to fifteen minutes; every step asks something. */
    @ParameterizedTest
    @MethodSource("lessons")
    void isOfTheRightLength(Lesson lesson) {
        assertThat(lesson.minutes()).isBetween(10, 15);
        assertThat(lesson.steps().size()).isBetween(4, 9);
        assertThat(lesson.steps()).allSatisfy(step -> assertThat(step.task()).isNotNull());
    }
}
