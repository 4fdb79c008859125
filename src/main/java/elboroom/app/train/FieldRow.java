package elboroom.app.train;

import elboroom.app.widget.Hints;
import elboroom.app.widget.TitleCell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One field of the form: its name above, and below it, as soon as it is wrong, why. */
final class FieldRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SetupModel model;
    private final SetupField field;
    private final Label problem = new Label();
    private final Runnable show;

    private FieldRow(SetupModel model, SetupField field, Control control, Runnable show) {
        this.model = model;
        this.field = field;
        this.show = show;
        String name = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
        getStyleClass().add("field-row");
        Label caption = new Label(field.title());
        caption.getStyleClass().add("caption");
        control.setId("setup-" + name);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(0);
        problem.setId("problem-" + name);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        getChildren().addAll(caption, control, problem);
        Hints.explain(control, field.title(), field.explanation());
        Hints.explain(caption, field.title(), field.explanation());
        model.setupProperty().addListener(observable -> refresh());
        refresh();
    }

    /** A field to type in. */
    static FieldRow text(SetupModel model, SetupField field) {
        TextField text = new TextField();
        text.textProperty().addListener((observable, was, is) -> model.set(field, is));
        return new FieldRow(model, field, text, () -> {
            // What is being typed stays as it is, with the caret where it is.
            if (!text.getText().equals(model.setup().text(field))) {
                text.setText(model.setup().text(field));
            }
        });
    }

    /**
     * A field to choose in.
     *
     * @param choices titles by value, in their order; asked anew each time
     */
    static FieldRow choice(SetupModel model, SetupField field, Supplier<Map<String, String>> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices.get().keySet());
        box.setOnShowing(event -> {
            List<String> now = List.copyOf(choices.get().keySet());
            if (!box.getItems().equals(now)) {
                String value = box.getValue();
                box.getItems().setAll(now);
                box.setValue(value);
            }
        });
        TitleCell.install(box, value -> choices.get().getOrDefault(value, value));
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null) {
                model.set(field, is);
            }
        });
        return new FieldRow(model, field, box, () -> {
            String value = model.setup().text(field);
            // Data that was opened since: a box shows nothing of a value that is not among its own.
            if (!box.getItems().contains(value)) {
                box.getItems().setAll(choices.get().keySet());
            }
            box.setValue(value);
        });
    }

    private void refresh() {
        show.run();
        String text = model.problemsProperty().get().getOrDefault(field, "");
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
        Node control = getChildren().get(1);
        control.pseudoClassStateChanged(WRONG, !text.isEmpty());
        setDisable(!model.setup().uses(field));
    }
}
