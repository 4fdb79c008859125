package elboroom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.data.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        for (Step step : lesson.steps()) {
            String tab = step.settings().text(Setting.TAB).orElseThrow();
            String page = step.settings().text(Setting.PAGE).orElse("");
            String later = step.answerSettings().text(Setting.TAB).orElse(tab);
            String laterPage = step.answerSettings().text(Setting.PAGE).orElse(later.equals(tab) ? page : "");
            boolean target = step.settings().text(Setting.TARGET).isPresent();
            for (Expression.Term term :
                    step.expressions().flatMap(each -> each.terms().stream()).toList()) {
                Quantity.Source source = term.quantity().source();
                assertThat(isThere(source, tab, page, target) || isThere(source, later, laterPage, target))
                        .as("%s in step “%s”", term.quantity().key(), step.title())
                        .isTrue();
            }
        }
    }

    private static boolean isThere(Quantity.Source source, String tab, String page, boolean target) {
        return switch (source) {
            case MODEL, SCORES -> true;
            case EXPLORE -> Set.of("explore", "trick").contains(tab);
            case TARGET -> tab.equals("explore") && target;
            case EVIDENCE -> tab.equals("evidence");
            case TRICK_DRAW -> tab.equals("trick");
            case TRICK_VARIANCE -> page.equals("variance");
            case RUN -> tab.equals("train");
        };
    }

    /** What decides a prediction must not be on the screen when it is asked, nor have been on a page of figures before. */
    @ParameterizedTest
    @MethodSource("lessons")
    void noStepShowsItsAnswerBeforeAsking(Lesson lesson) {
        Set<String> seen = new HashSet<>();
        String model = "";
        int image = -1;
        for (Step step : lesson.steps()) {
            model = step.settings().text(Setting.MODEL).orElse(model);
            image = step.settings().number(Setting.IMAGE).orElse(image);
            String tab = step.settings().text(Setting.TAB).orElseThrow();
            String page = step.settings().text(Setting.PAGE).orElse("");
            seen.addAll(figures(tab, page, model));
            Set<String> now = new HashSet<>(seen);
            now.addAll(tab.equals("explore") && image >= 0 ? ofAnImage(Quantity.Source.EXPLORE) : Set.of());
            now.addAll(tab.equals("evidence") ? ofAnImage(Quantity.Source.EVIDENCE) : Set.of());
            now.addAll(
                    tab.equals("trick") && page.equals("draw")
                            ? drawn(step.settings().text(Setting.WAY).orElseThrow())
                            : Set.of());
            Set<String> deciding = deciding(step.task(), model);
            assertThat(now.containsAll(deciding) && !deciding.isEmpty())
                    .as("%s stands there when “%s” asks for it", deciding, step.title())
                    .isFalse();
            model = step.answerSettings().text(Setting.MODEL).orElse(model);
            image = step.answerSettings().number(Setting.IMAGE).orElse(image);
            String later = step.answerSettings().text(Setting.TAB).orElse(tab);
            seen.addAll(figures(
                    later, step.answerSettings().text(Setting.PAGE).orElse(later.equals(tab) ? page : ""), model));
        }
    }

    /** What is to be predicted, of a model by its name or of what is looked at; what has to be reckoned stands nowhere. */
    private static Set<String> deciding(@Nullable Task task, String model) {
        Stream<Expression> expressions = task instanceof Task.Choice choice
                ? choice.options().stream().flatMap(option -> option.right().expressions())
                : task instanceof Task.Estimate estimate
                                && estimate.value().terms().size() == 1
                        ? Stream.of(estimate.value())
                        : Stream.of();
        return expressions
                .flatMap(each -> each.terms().stream())
                // The same page shows it of a trained and of an untrained network.
                .filter(term -> term.quantity().source() != Quantity.Source.TRICK_VARIANCE)
                .map(term -> term.quantity().source().byModel()
                        ? key(term.quantity(), term.model().isEmpty() ? model : term.model())
                        : term.quantity().key())
                .collect(Collectors.toSet());
    }

    private static String key(Quantity quantity, String model) {
        return quantity.key() + " of " + model;
    }

    /** What a page writes of the model that it shows; of all, if it compares them. */
    private static Set<String> figures(String tab, String page, String model) {
        return switch (tab + " " + page) {
            case "losses balance" ->
                Set.of(
                        key(Quantity.DISTORTION, model),
                        key(Quantity.RATE, model),
                        key(Quantity.ELBO, model),
                        key(Quantity.COLLAPSED_DISTORTION, model),
                        key(Quantity.DISTORTION_FLOOR, model));
            case "losses collapse" ->
                Set.of(
                        key(Quantity.ACTIVE_UNITS, model),
                        key(Quantity.COLLAPSED_UNITS, model),
                        key(Quantity.LARGEST_KL, model));
            case "geometry continuity" -> Set.of(key(Quantity.STEEPNESS_PER_UNIT, model));
            case "geometry holes" -> Set.of(key(Quantity.HOLE_MASS, model));
            case "geometry scores" ->
                Stream.of(Quantity.values())
                        .filter(each -> each.source() == Quantity.Source.SCORES)
                        .flatMap(
                                each -> Stream.of("mnist-vae-2d", "mnist-ae-2d").map(of -> key(each, of)))
                        .collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    private static Set<String> ofAnImage(Quantity.Source source) {
        return Stream.of(Quantity.values())
                .filter(each -> each.source() == source)
                .map(Quantity::key)
                .collect(Collectors.toSet());
    }

    /** What the page of one draw writes of it; the estimate of the other way is not there. */
    private static Set<String> drawn(String way) {
        Set<String> keys = new HashSet<>(ofAnImage(Quantity.Source.TRICK_DRAW));
        keys.remove(way.equals("sampled") ? Quantity.PATH_GRADIENT.key() : Quantity.SCORE_GRADIENT.key());
        return keys;
    }

    /** A line of a formula is not broken in the panel at its smallest: 36 letters of the size of formulas. */
    @ParameterizedTest
    @MethodSource("lessons")
    void aFormulaFitsInItsLine(Lesson lesson) {
        assertThat(lesson.steps().stream()
                        .flatMap(step -> Stream.concat(step.text().stream(), step.answer().stream()))
                        .filter(block -> block.kind() == Block.Kind.FORMULA)
                        .flatMap(block -> block.text().lines())
                        .filter(line -> !line.contains("→")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(36));
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
