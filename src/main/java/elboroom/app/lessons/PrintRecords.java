package elboroom.app.lessons;

import elboroom.app.concurrent.WorkQueue;
import elboroom.lesson.Block;
import elboroom.lesson.Lesson;
import elboroom.lesson.PrintedStep;
import elboroom.lesson.Printout;
import elboroom.lesson.Step;
import elboroom.lesson.Task;
import elboroom.raster.Picture;
import elboroom.raster.PngFile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What each step looked like when it was done, to be printed. For the thread of the window. */
final class PrintRecords {
    private final WorkQueue worker;
    private final UnaryOperator<String> fill;
    private final Judge judge;
    private final Map<String, Map<Integer, PrintedStep>> steps = new HashMap<>();
    private Supplier<Picture> camera = () -> new Picture(1, 1, new int[1]);

    /**
     * @param worker makes files of pictures
     * @param fill writes the numbers of now into a text
     */
    PrintRecords(WorkQueue worker, UnaryOperator<String> fill, Judge judge) {
        this.worker = worker;
        this.fill = fill;
        this.judge = judge;
    }

    void photographBy(Supplier<Picture> newCamera) {
        camera = newCamera;
    }

    void forget(Lesson lesson) {
        steps.remove(lesson.id());
    }

    /** Keeps the step that is about to be left, if its answer has been shown. */
    void keep(Play play) {
        Task task = play.step().task();
        if (task != null && play.attempt().revealed()) {
            PrintedStep done = written(
                    play.step(),
                    judge.words(task, play.attempt()),
                    play.attempt().chosen(),
                    judge.right(task, play.attempt()),
                    true);
            Map<Integer, PrintedStep> kept = steps.computeIfAbsent(play.lesson().id(), any -> new HashMap<>());
            kept.put(play.at(), done);
            Picture picture = camera.get();
            int at = play.at();
            worker.submit(
                    "lesson picture %s %d".formatted(play.lesson().id(), at),
                    () -> {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        PngFile.write(out, picture);
                        return out.toByteArray();
                    },
                    png -> kept.put(at, done.with(png)));
        }
    }

    /** The lesson as far as it has been played; the rest as questions on paper. */
    Printout of(Lesson lesson) {
        Map<Integer, PrintedStep> kept = steps.getOrDefault(lesson.id(), Map.of());
        List<PrintedStep> all = new ArrayList<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            PrintedStep known = kept.get(i);
            all.add(known == null ? written(lesson.steps().get(i), "", -1, Set.of(), false) : known);
        }
        return new Printout(lesson.title(), lesson.summary(), all);
    }

    private PrintedStep written(Step step, String outcome, int chosen, Set<Integer> right, boolean answered) {
        Task task = step.task();
        List<String> options = task instanceof Task.Choice choice
                ? choice.options().stream()
                        .map(option -> fill.apply(option.text()))
                        .toList()
                : List.of();
        return new PrintedStep(
                step.title(),
                filled(step.text()),
                task == null ? List.of() : filled(task.question()),
                options,
                chosen,
                right,
                outcome,
                answered ? filled(step.answer()) : List.of(),
                new byte[0]);
    }

    private List<Block> filled(List<Block> blocks) {
        return blocks.stream()
                .map(block -> new Block(block.kind(), fill.apply(block.text())))
                .toList();
    }
}
