package elboroom.app.lessons;

import elboroom.app.concurrent.Engine;
import elboroom.app.concurrent.WorkQueue;
import elboroom.app.explore.Workspace;
import elboroom.app.lessons.Attempt.Verdict;
import elboroom.app.widget.Numbers;
import elboroom.data.InputException;
import elboroom.lesson.Expression;
import elboroom.lesson.Lesson;
import elboroom.lesson.Lessons;
import elboroom.lesson.Printout;
import elboroom.lesson.Quantity;
import elboroom.lesson.Setting;
import elboroom.lesson.Step;
import elboroom.lesson.Task;
import elboroom.lesson.Template;
import elboroom.raster.Picture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The lessons without their looks: the list, and the lesson under way with what the student has done in it. For the thread of
 * the window.
 */
public final class LessonsModel {
    private final LessonList list;
    private final Stagehand stagehand;
    private final LiveNumbers numbers;
    private final Judge judge;
    private final PrintRecords records;
    private final Map<String, Play> plays = new HashMap<>();
    /** From before the window was opened, by id; what has been played since is not there. */
    private final Map<String, KeptLesson> kept = new HashMap<>();

    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded");
    private final ReadOnlyObjectWrapper<@Nullable Play> play = new ReadOnlyObjectWrapper<>(this, "play");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper(this, "missing", "");

    /**
     * @param folder where lessons of one's own are looked for; need not exist
     * @param worker reads them
     * @param measuring engine for whole models, of this alone
     * @param aiming engine for the image to be reached, of this alone
     * @param pages turns a tab, by its id, to one of its pages, by its name
     * @param ui runs updates of the window
     */
    public LessonsModel(
            Path folder,
            WorkQueue worker,
            Workspace workspace,
            LessonSources sources,
            Engine measuring,
            Engine aiming,
            BiConsumer<String, String> pages,
            Executor ui) {
        list = new LessonList(folder, worker);
        stagehand = new Stagehand(sources, pages);
        numbers = new LiveNumbers(workspace, sources, measuring, aiming, ui);
        judge = new Judge(numbers);
        records = new PrintRecords(worker, this::fill, judge);
        numbers.versionProperty().addListener(observable -> decide());
    }

    // ---- what there is to see ----

    /** Those that there are. */
    LessonList list() {
        return list;
    }

    /** The lesson under way; null if there is none. */
    ReadOnlyObjectProperty<@Nullable Play> playProperty() {
        return play.getReadOnlyProperty();
    }

    /** What the step needs and there is not, a sentence; empty if all is there. */
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Changes when a number of {@link #fill} may have. */
    ReadOnlyLongProperty versionProperty() {
        return numbers.versionProperty();
    }

    /** The image that the step is about to have reached; null for none. */
    ReadOnlyObjectProperty<Target.@Nullable Image> targetProperty() {
        return numbers.target().imageProperty();
    }

    /** How far a lesson has been played; as at its start if it has not been. */
    Play played(Lesson lesson) {
        Play known = plays.get(lesson.id());
        if (known != null) {
            return known.lesson().equals(lesson) ? known : Play.start(lesson);
        }
        KeptLesson before = kept.get(lesson.id());
        Play then = before == null ? null : before.of(lesson);
        return then == null ? Play.start(lesson) : then;
    }

    /** How far all lessons have been played, to be remembered. */
    public List<KeptLesson> progress() {
        Map<String, KeptLesson> all = new TreeMap<>(kept);
        plays.forEach((id, each) -> all.put(id, KeptLesson.of(each)));
        return List.copyOf(all.values());
    }

    /** Whether the panel of the lesson is folded away, so that the tab beside it has its room. */
    BooleanProperty foldedProperty() {
        return folded;
    }

    /** A text with the numbers of now. */
    String fill(String text) {
        return Template.of(text).fill(numbers);
    }

    /** Writes numbers and verdicts. */
    Judge judge() {
        return judge;
    }

    /** The lesson for paper, as far as it has been played. */
    Printout printout(Lesson lesson) {
        keep();
        return records.of(lesson);
    }

    /** What is on the screen of a lesson, for a file; null for nothing. */
    public @Nullable KeptStep keptStep() {
        Play now = play.get();
        return now == null ? null : new KeptStep(now.lesson().id(), now.at(), now.attempt());
    }

    /** The lessons there are, read from the disk; on any thread. */
    public Lessons read() {
        return list.read();
    }

    // ---- commands ----

    /** Takes up what was played before. */
    public void remember(List<KeptLesson> progress) {
        progress.forEach(each -> kept.put(each.lesson(), each));
    }

    /**
     * Shows a step as it was on the screen, and sets nothing up for it: that is part of what was kept, too.
     *
     * @param among the lessons there are
     * @param kept null for no lesson
     * @return shows it; up to then nothing is changed
     * @throws InputException if there is no such step
     */
    public Runnable check(Lessons among, @Nullable KeptStep kept) {
        if (kept == null) {
            return this::leave;
        }
        Lesson lesson = among.all().stream()
                .filter(each -> each.id().equals(kept.lesson()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "needs the lesson '%s', which is not here: put its file into %s, then open this view again"
                                .formatted(kept.lesson(), list.folder())));
        if (kept.step() < 0 || kept.step() >= lesson.steps().size()) {
            throw new InputException("is at step %d of the lesson “%s”; expected 0 to %d"
                    .formatted(kept.step(), lesson.title(), lesson.steps().size() - 1));
        }
        return () -> {
            leave();
            Play there = played(lesson).to(kept.step());
            put(there.with(kept.attempt().of(there.step().task())));
            numbers.target().set(there.step().settings().number(Setting.TARGET).orElse(-1));
            want(there.step());
        };
    }

    /** Has pictures of the steps taken, for paper. */
    void photographBy(Supplier<Picture> camera) {
        records.photographBy(camera);
    }

    /** Begins a lesson, or goes on with it where it was left. */
    void start(Lesson lesson) {
        enter(played(lesson));
    }

    /** Begins a lesson from its first step, as if it had never been played. */
    void restart(Lesson lesson) {
        enter(Play.start(lesson));
        records.forget(lesson);
    }

    /** The step after this; after the last, the lesson is left. */
    void next() {
        Play now = play.get();
        if (now != null && now.isLast()) {
            leave();
        } else if (now != null) {
            go(now.at() + 1);
        }
    }

    void back() {
        Play now = play.get();
        if (now != null) {
            go(now.at() - 1);
        }
    }

    /** Goes to a step, from 0, if there is one. */
    void go(int step) {
        Play now = play.get();
        if (now != null && step >= 0 && step < now.lesson().steps().size()) {
            enter(now.to(step));
        }
    }

    /** Sets the step's state again, after one has looked elsewhere. */
    void again() {
        Play now = play.get();
        if (now != null) {
            enter(now);
        }
    }

    /** Ends the lesson; it can be gone on with. */
    public void leave() {
        keep();
        play.set(null);
        numbers.target().set(-1);
        numbers.stop();
        missing.set("");
    }

    void choose(int option) {
        Play now = play.get();
        if (now != null && !now.attempt().revealed()) {
            put(now.with(now.attempt().choose(option)));
        }
    }

    void type(String estimate) {
        Play now = play.get();
        if (now != null && !now.attempt().revealed()) {
            put(now.with(now.attempt().type(estimate)));
        }
    }

    /** Whether there is an answer to be judged. */
    boolean canReveal() {
        Play now = play.get();
        if (now == null || now.isDone()) {
            return false;
        }
        Task task = now.step().task();
        return task instanceof Task.Choice
                ? now.attempt().chosen() >= 0
                : !(task instanceof Task.Estimate)
                        || Double.isFinite(Numbers.parse(now.attempt().estimate()));
    }

    /** Shows the answer. What was done on the map is judged as it is now, what was said by the numbers of the answer. */
    void reveal() {
        Play now = play.get();
        if (now == null || now.isDone()) {
            return;
        }
        Task task = now.step().task();
        Attempt done = task instanceof Task.Place place
                ? reveal(now, judge.of(place.right()), place.shown())
                : task instanceof Task.Challenge challenge
                        ? reveal(now, judge.of(challenge.reached()), challenge.shown())
                        : reveal(now, Verdict.PENDING, List.of());
        put(now.with(done));
        folded.set(false);
        note(stagehand.set(now.step().answerSettings()));
        want(now.step());
        decide();
    }

    private Attempt reveal(Play now, Verdict how, List<Expression> shown) {
        return now.attempt().reveal(how, shown.stream().map(judge::told).toList());
    }

    private void keep() {
        Play now = play.get();
        if (now != null) {
            records.keep(now);
        }
    }

    private void enter(Play next) {
        keep();
        folded.set(false);
        Step step = next.step();
        put(next);
        numbers.target().set(-1);
        String lacking = stagehand.set(step.settings());
        if (next.attempt().revealed()) {
            String more = stagehand.set(step.answerSettings());
            lacking = lacking.isEmpty() ? more : lacking;
        }
        note(lacking);
        numbers.target().set(step.settings().number(Setting.TARGET).orElse(-1));
        want(step);
    }

    private void note(String lacking) {
        missing.set(lacking);
    }

    private void put(Play next) {
        plays.put(next.lesson().id(), next);
        play.set(next);
    }

    private void want(Step step) {
        List<Expression.Term> terms = step.expressions()
                .flatMap(expression -> expression.terms().stream())
                .toList();
        Set<String> models = terms.stream()
                .filter(term -> term.quantity().source() == Quantity.Source.MODEL)
                .map(Expression.Term::model)
                .collect(Collectors.toUnmodifiableSet());
        numbers.want(models, terms.stream().anyMatch(term -> term.quantity().source() == Quantity.Source.SCORES));
    }

    /** What was said is judged as soon as what decides it has been measured; a challenge ends as soon as it is met. */
    private void decide() {
        Play now = play.get();
        if (now == null) {
            return;
        }
        Task task = now.step().task();
        Attempt attempt = now.attempt();
        if (task instanceof Task.Challenge challenge
                && !attempt.revealed()
                && challenge.reached().holds(numbers)) {
            reveal();
        } else if (attempt.verdict() == Verdict.PENDING) {
            Verdict how = task == null ? Verdict.NONE : judge.of(task, attempt);
            if (how != attempt.verdict()) {
                put(now.with(attempt.judged(how)));
            }
        }
    }
}
