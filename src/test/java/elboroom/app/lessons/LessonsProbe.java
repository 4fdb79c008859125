package elboroom.app.lessons;

import elboroom.lesson.Block;
import elboroom.lesson.Lesson;
import elboroom.lesson.Lessons;
import elboroom.lesson.Step;
import elboroom.lesson.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays lessons without hands. For the thread of the window. */
public final class LessonsProbe {
    private final LessonsModel model;

    public LessonsProbe(LessonsModel model) {
        this.model = model;
    }

    public static List<Lesson> shipped() {
        return Lessons.read(Path.of("none")).all();
    }

    /** A lesson that was left at a step, where an option had been chosen, or else a number been typed. */
    public static KeptLesson kept(String id, int step, int option) {
        Lesson lesson = shipped().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Play play = Play.start(lesson).to(step);
        Attempt done = play.step().task() instanceof Task.Choice
                ? play.attempt().choose(option)
                : play.attempt().type(String.valueOf(option));
        return KeptLesson.of(play.with(done));
    }

    public void enter(Lesson lesson, int step) {
        model.start(lesson);
        model.go(step);
    }

    public void leave() {
        model.leave();
    }

    /** Answers the step with the option of that number, or an estimate. */
    public void answer(int option, String estimate) {
        model.choose(option);
        model.type(estimate);
        model.reveal();
    }

    public void choose(int option) {
        model.choose(option);
    }

    public boolean isJudged() {
        Play play = play();
        return play.attempt().verdict() != Attempt.Verdict.PENDING && play.isDone();
    }

    public boolean isRight() {
        return play().attempt().verdict() == Attempt.Verdict.RIGHT;
    }

    public int at() {
        return play().at();
    }

    /** How many of the options are right by the numbers of now, once it is judged; −1 if there are none to choose from. */
    public long rightOptions() {
        Play play = play();
        return play.step().task() instanceof Task.Choice choice
                ? model.judge().right(choice, play.attempt()).size()
                : -1;
    }

    /** All that the step tells, with the numbers of now. */
    public List<String> texts() {
        Step step = play().step();
        List<Block> blocks = new ArrayList<>(step.text());
        Task task = step.task();
        if (task != null) {
            blocks.addAll(task.question());
        }
        if (play().isDone()) {
            blocks.addAll(step.answer());
        }
        return blocks.stream().map(block -> model.fill(block.text())).toList();
    }

    /** A lesson for paper. */
    public String html(String id) {
        return shipped().stream()
                .filter(lesson -> lesson.id().equals(id))
                .map(lesson -> model.printout(lesson).html())
                .findFirst()
                .orElseThrow();
    }

    private Play play() {
        Play play = model.playProperty().get();
        if (play == null) {
            throw new IllegalStateException("no lesson is under way");
        }
        return play;
    }
}
