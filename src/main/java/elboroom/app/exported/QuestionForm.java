package elboroom.app.exported;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.TitleCell;
import elboroom.model.onnx.OnnxKey;
import elboroom.model.onnx.Question;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The small form for what a model's files do not tell. */
final class QuestionForm extends VBox {
    private final OpeningModel model;
    private final VBox rows = new VBox();
    private final Button open = new Button("Open");

    QuestionForm(OpeningModel model) {
        this.model = model;
        getStyleClass().add("question-form");
        Label title = new Label("A model made elsewhere");
        title.getStyleClass().add("section-title");
        Label source = new Label();
        source.getStyleClass().add("caption");
        source.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        source.textProperty().bind(model.titleProperty());
        Label why = new Label(
                "Its files do not tell the following. The answers are kept in model.json beside them; the wrong"
                        + " ones give wrong numbers, so look at how the model was trained.");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        rows.getStyleClass().add("question-rows");
        Label problem = new Label();
        problem.setId("question-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        getChildren().setAll(title, source, why, rows, problem, buttons());
        model.questionsProperty().addListener(observable -> show());
        show();
    }

    /** Goes on with what is answered. */
    Button open() {
        return open;
    }

    private Node buttons() {
        open.setId("question-open");
        open.getStyleClass().add(Styles.ACCENT);
        open.setDefaultButton(true);
        open.setOnAction(event -> model.accept());
        Button cancel = new Button("Cancel");
        cancel.setId("question-cancel");
        cancel.setOnAction(event -> model.cancel());
        HBox buttons = new HBox(cancel, open);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void show() {
        rows.getChildren()
                .setAll(model.questionsProperty().get().stream().map(this::row).toList());
    }

    private Node row(Question question) {
        Label caption = new Label(sentence(question.key().meaning()));
        Label found = new Label(question.found());
        found.getStyleClass().add("caption");
        found.setWrapText(true);
        Region answer = question.choices().isEmpty() ? text(question) : choice(question);
        answer.setId("question-" + question.key().text());
        answer.setAccessibleText(caption.getText());
        answer.setMaxWidth(Double.MAX_VALUE);
        VBox row = new VBox(caption, answer, found);
        row.getStyleClass().add("field-row");
        return row;
    }

    private ComboBox<OnnxKey.Choice> choice(Question question) {
        ComboBox<OnnxKey.Choice> box = new ComboBox<>();
        box.getItems().setAll(question.choices());
        TitleCell.install(box, OnnxKey.Choice::label);
        question.choices().stream()
                .filter(choice -> choice.value().equals(question.suggestion()))
                .findFirst()
                .ifPresent(box::setValue);
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null) {
                model.answer(question.key(), is.value());
            }
        });
        return box;
    }

    private TextField text(Question question) {
        TextField field = new TextField(question.suggestion());
        field.textProperty().addListener((observable, was, is) -> model.answer(question.key(), is));
        return field;
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
