package elboroom.app.lessons;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.lesson.Lesson;
import elboroom.lesson.Task;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Beside whatever tab is shown while a lesson is under way: its step, what it asks, and the way through it. */
public final class CompanionView extends BorderPane {
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    /** Above the answer, in em: what is said of the prediction. */
    private static final double VERDICT_LINES = 4;

    private final LessonsModel model;
    private final Label lessonTitle = new Label();
    private final Label place = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label title = new Label();
    private final Label missing = new Label();
    private final BlockFlow text;
    private final TaskPane task;
    private final BlockFlow answer;
    private final ScrollPane scroll;
    private final Button back = new Button("Back");
    private final Button reveal = new Button("Reveal");
    private final Button next = new Button("Next");
    private final Label foldedPlace = new Label();
    private final VBox page;
    private final Node header;
    private final Node footer;
    private final Node strip;
    private @Nullable Play shown;

    /** Seen only while there is a lesson under way. */
    CompanionView(LessonsModel model) {
        this.model = model;
        text = new BlockFlow(model);
        task = new TaskPane(model);
        answer = new BlockFlow(model);
        setId("companion");
        getStyleClass().add("companion");
        getStylesheets()
                .add(Objects.requireNonNull(CompanionView.class.getResource("lessons.css"))
                        .toExternalForm());
        title.getStyleClass().add("lesson-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        missing.getStyleClass().add("lesson-missing");
        missing.setId("lesson-missing");
        missing.setWrapText(true);
        missing.setMinHeight(USE_PREF_SIZE);
        missing.textProperty().bind(model.missingProperty());
        missing.visibleProperty().bind(model.missingProperty().isNotEmpty());
        missing.managedProperty().bind(missing.visibleProperty());
        answer.getStyleClass().add("lesson-answer");
        answer.setId("lesson-answer");
        page = new VBox(title, missing, text, task, answer);
        page.getStyleClass().add("lesson-page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lesson-scroll");
        header = header();
        footer = footer();
        strip = strip();
        model.foldedProperty().subscribe(this::fold);
        model.playProperty().addListener(observable -> follow());
        model.versionProperty().addListener(observable -> renew());
        follow();
    }

    private VBox header() {
        lessonTitle.getStyleClass().add("section-title");
        lessonTitle.setId("lesson-name");
        lessonTitle.setWrapText(true);
        lessonTitle.setMinHeight(USE_PREF_SIZE);
        place.getStyleClass().add("caption");
        place.setId("lesson-place");
        place.setMinWidth(USE_PREF_SIZE);
        Button fold = IconButtons.button(
                Feather.CHEVRON_RIGHT,
                "fold the lesson away",
                "Folds the lesson to the edge of the window, so that the tab has its room",
                () -> {
                    model.foldedProperty().set(true);
                    strip.requestFocus();
                });
        fold.setId("lesson-fold");
        Button again = IconButtons.button(
                Feather.ROTATE_CCW,
                "set the step up again",
                "Brings the window back to where this step begins, after you have looked elsewhere",
                model::again);
        again.setId("lesson-again");
        Button leave = IconButtons.button(
                Feather.X, "leave the lesson", "Leaves the lesson; it can be gone on with later", model::leave);
        leave.setId("lesson-leave");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("progress of the lesson");
        progress.getStyleClass().add("lesson-progress");
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox way = new HBox(progress, place, again, fold, leave);
        way.getStyleClass().add("lesson-line");
        way.setAlignment(Pos.CENTER_LEFT);
        VBox header = new VBox(lessonTitle, way);
        header.getStyleClass().add("lesson-header");
        return header;
    }

    /** All that is seen of a lesson that is folded away. */
    private Button strip() {
        Button unfold = IconButtons.button(
                Feather.BOOK_OPEN,
                "unfold the lesson",
                "Shows the lesson again",
                () -> model.foldedProperty().set(false));
        unfold.setId("lesson-unfold");
        unfold.setContentDisplay(ContentDisplay.TOP);
        unfold.setMaxHeight(Double.MAX_VALUE);
        unfold.setAlignment(Pos.TOP_CENTER);
        unfold.getStyleClass().add("lesson-strip");
        unfold.textProperty().bind(foldedPlace.textProperty());
        return unfold;
    }

    private void fold(boolean folded) {
        pseudoClassStateChanged(FOLDED, folded);
        // In this order, in which the focus goes from one to the next.
        setTop(folded ? null : header);
        setCenter(folded ? strip : scroll);
        setBottom(folded ? null : footer);
    }

    private HBox footer() {
        back.setId("lesson-back");
        back.setOnAction(event -> model.back());
        reveal.setId("lesson-reveal");
        reveal.setOnAction(event -> model.reveal());
        next.setId("lesson-next");
        next.setOnAction(event -> model.next());
        List.of(back, reveal, next).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        Hints.explain(back, "previous step", "Goes back to the step before");
        Hints.explain(reveal, "reveal the answer", "Shows the answer, with what is measured now");
        Hints.explain(next, "next step", "Goes on; what you have not answered you can come back to");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(back, gap, reveal, next);
        footer.getStyleClass().add("lesson-footer");
        return footer;
    }

    private void follow() {
        Play now = model.playProperty().get();
        Play before = shown;
        shown = now;
        setVisible(now != null);
        setManaged(now != null);
        if (now == null) {
            return;
        }
        Lesson lesson = now.lesson();
        boolean entered = before == null || !before.lesson().equals(lesson) || before.at() != now.at();
        if (entered) {
            lessonTitle.setText(lesson.title());
            place.setText("%d of %d".formatted(now.at() + 1, lesson.steps().size()));
            foldedPlace.setText("%d/%d".formatted(now.at() + 1, lesson.steps().size()));
            title.setText(now.step().title());
            text.show(now.step().text());
            task.show(now);
            answer.show(List.of());
            scroll.setVvalue(0);
        } else {
            task.update(now);
        }
        boolean revealed = now.attempt().revealed();
        if (revealed && (entered || before == null || !before.attempt().revealed())) {
            answer.show(now.step().answer());
            if (!entered) {
                readOn();
            }
        }
        progress.setProgress(
                (now.at() + (now.isDone() ? 1.0 : 0.5)) / lesson.steps().size());
        buttons(now);
    }

    /** Scrolls to the answer, which is below what was read so far: its end is seen, or its beginning if it is too long. */
    private void readOn() {
        Platform.runLater(() -> {
            // Where it is, and how much there is to scroll, is known only after a layout.
            scroll.applyCss();
            scroll.layout();
            double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
            if (hidden > 0) {
                double verdict = VERDICT_LINES * lessonTitle.getFont().getSize();
                scroll.setVvalue(Math.min(1, Math.max(0, answer.getLayoutY() - verdict) / hidden));
            }
        });
    }

    private void buttons(Play now) {
        back.setDisable(now.at() == 0);
        reveal.setText(now.step().task() instanceof Task.Challenge ? "Give up" : "Reveal");
        reveal.setDisable(!model.canReveal());
        reveal.setVisible(!now.isDone());
        reveal.setManaged(!now.isDone());
        next.setText(now.isLast() ? "Finish" : "Next");
        emphasise(reveal, !now.isDone() && !(now.step().task() instanceof Task.Challenge));
        emphasise(next, now.isDone());
    }

    private static void emphasise(Button button, boolean on) {
        button.getStyleClass().remove(Styles.ACCENT);
        if (on) {
            button.getStyleClass().add(Styles.ACCENT);
        }
    }

    private void renew() {
        if (shown != null) {
            text.renew();
            task.renew();
            answer.renew();
        }
    }
}
