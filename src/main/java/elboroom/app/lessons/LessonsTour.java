package elboroom.app.lessons;

import elboroom.app.ShellModel;
import elboroom.app.TourStep;
import elboroom.lesson.Lesson;
import java.util.List;

/** States of the lessons that are worth a picture. */
final class LessonsTour {
    private final LessonsModel model;
    private final ShellModel shell;

    private LessonsTour(LessonsModel model, ShellModel shell) {
        this.model = model;
        this.shell = shell;
    }

    static List<TourStep> steps(LessonsModel model, ShellModel shell) {
        LessonsTour tour = new LessonsTour(model, shell);
        return List.of(
                new TourStep("lessons-list", () -> {
                    tour.look(false);
                    model.leave();
                }),
                tour.step("lessons-question", "autoencoder-to-vae", 1, false, false),
                tour.step("lessons-answer", "two-losses", 3, false, true),
                tour.step("lessons-dark", "collapse", 2, true, true),
                new TourStep("lessons-left", () -> {
                    tour.look(false);
                    model.leave();
                    shell.tabProperty().set(LessonsTab.ID);
                }));
    }

    private void look(boolean dark) {
        shell.darkProperty().set(dark);
        shell.projectorProperty().set(false);
    }

    private TourStep step(String name, String lesson, int at, boolean dark, boolean revealed) {
        return new TourStep(name, () -> {
            look(dark);
            Lesson wanted = model.list().lessonsProperty().get().all().stream()
                    .filter(each -> each.id().equals(lesson))
                    .findFirst()
                    .orElseThrow();
            model.restart(wanted);
            model.go(at);
            if (revealed) {
                model.choose(0);
                model.reveal();
            }
        });
    }
}
