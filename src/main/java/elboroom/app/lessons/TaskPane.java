package elboroom.app.lessons;

import atlantafx.base.theme.Styles;
import elboroom.app.lessons.Attempt.Verdict;
import elboroom.app.widget.Hints;
import elboroom.app.widget.ImageTile;
import elboroom.lesson.Expression;
import elboroom.lesson.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** What a step asks: answers to choose from, a number to type, a picture to reach, and afterwards how it went. */
final class TaskPane extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private final LessonsModel model;
    private final BlockFlow question;
    private final VBox controls = new VBox();
    private final Label verdict = new Label();
    private final ImageTile picture = new ImageTile("", "tile-medium");
    private final List<RadioButton> options = new ArrayList<>();
    private final List<TextFlow> optionTexts = new ArrayList<>();
    private final List<Label> watched = new ArrayList<>();
    private @Nullable TextField field;
    private @Nullable Task task;

    TaskPane(LessonsModel model) {
        this.model = model;
        question = new BlockFlow(model);
        getStyleClass().add("lesson-task");
        controls.getStyleClass().add("lesson-options");
        verdict.setId("lesson-verdict");
        verdict.getStyleClass().add("lesson-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        picture.setId("lesson-target");
        Hints.explain(picture, "the picture", "The image that this step is about, as it is in the data");
        getChildren().setAll(question, picture, controls, verdict);
        model.targetProperty().addListener(observable -> showTarget());
        showTarget();
    }

    /** Shows the task of a step that is entered. */
    void show(Play play) {
        task = play.step().task();
        options.clear();
        optionTexts.clear();
        watched.clear();
        field = null;
        controls.getChildren().clear();
        question.show(task == null ? List.of() : task.question());
        if (task instanceof Task.Choice choice) {
            choices(choice);
        } else if (task instanceof Task.Estimate estimate) {
            controls.getChildren().add(estimate(estimate, play.attempt()));
        } else if (task instanceof Task.Place || task instanceof Task.Challenge) {
            List<Expression> shown =
                    task instanceof Task.Challenge challenge ? challenge.shown() : List.<Expression>of();
            for (Expression each : shown) {
                Label line = new Label(model.judge().told(each));
                line.getStyleClass().add("caption");
                line.setWrapText(true);
                line.setMinHeight(USE_PREF_SIZE);
                watched.add(line);
            }
            controls.getChildren().addAll(watched);
        }
        setVisible(task != null);
        setManaged(task != null);
        update(play);
    }

    private void choices(Task.Choice choice) {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < choice.options().size(); i++) {
            int number = i;
            String text = model.fill(choice.options().get(i).text());
            RadioButton button = new RadioButton();
            button.setId("lesson-option-" + (i + 1));
            button.setToggleGroup(group);
            button.setAccessibleText(text.replace("*", ""));
            button.setOnAction(event -> model.choose(number));
            TextFlow flow = BlockFlow.flow(text);
            flow.setOnMouseClicked(event -> {
                if (!button.isDisabled()) {
                    button.setSelected(true);
                    model.choose(number);
                }
            });
            options.add(button);
            optionTexts.add(flow);
            HBox row = new HBox(button, flow);
            row.getStyleClass().add("lesson-option");
            HBox.setHgrow(flow, javafx.scene.layout.Priority.ALWAYS);
            controls.getChildren().add(row);
        }
    }

    private Node estimate(Task.Estimate estimate, Attempt attempt) {
        TextField typed = new TextField(attempt.estimate());
        typed.setId("lesson-estimate");
        typed.setPromptText("your estimate");
        typed.setPrefColumnCount(8);
        typed.textProperty().addListener((observable, was, is) -> model.type(is));
        typed.setOnAction(event -> {
            if (model.canReveal()) {
                model.reveal();
            }
        });
        Hints.explain(typed, "your estimate", "A number, to be compared with what is measured");
        field = typed;
        Label unit = new Label(estimate.unit());
        unit.getStyleClass().add("unit");
        HBox row = new HBox(typed, unit);
        row.getStyleClass().add("lesson-option");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Writes the numbers of now. */
    void renew() {
        question.renew();
        if (task instanceof Task.Challenge challenge) {
            for (int i = 0; i < watched.size(); i++) {
                watched.get(i).setText(model.judge().told(challenge.shown().get(i)));
            }
        }
    }

    /** Shows what has been done. */
    void update(Play play) {
        Attempt attempt = play.attempt();
        Set<Integer> right = model.judge().right(task, attempt);
        for (int i = 0; i < options.size(); i++) {
            RadioButton button = options.get(i);
            button.setSelected(i == attempt.chosen());
            button.setDisable(attempt.revealed());
            optionTexts.get(i).pseudoClassStateChanged(RIGHT, right.contains(i));
        }
        // What was watched is told below in the words of the verdict, as it was then.
        controls.setVisible(!controls.getChildren().isEmpty() && (watched.isEmpty() || !attempt.revealed()));
        controls.setManaged(controls.isVisible());
        TextField typed = field;
        if (typed != null) {
            typed.setDisable(attempt.revealed());
        }
        Task asked = task;
        boolean judged = attempt.revealed() && asked != null;
        verdict.setVisible(judged);
        verdict.setManaged(judged);
        verdict.setText(attempt.revealed() && asked != null ? model.judge().words(asked, attempt) : "");
        verdict.getStyleClass().removeAll(Styles.SUCCESS, Styles.WARNING);
        if (attempt.verdict() == Verdict.RIGHT || attempt.verdict() == Verdict.WRONG) {
            verdict.getStyleClass().add(attempt.verdict() == Verdict.RIGHT ? Styles.SUCCESS : Styles.WARNING);
        }
    }

    private void showTarget() {
        Target.Image target = model.targetProperty().get();
        picture.setVisible(target != null);
        picture.setManaged(target != null);
        if (target != null) {
            picture.show(target.pixels(), target.shape());
        }
    }
}
