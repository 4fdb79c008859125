package elboroom.app.train;

import elboroom.app.widget.Hints;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
     * @param choices titles by value, in their order
     */
    static FieldRow choice(SetupModel model, SetupField field, Map<String, String> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices.keySet());
        box.setCellFactory(list -> new TitleCell(choices));
        box.setButtonCell(new TitleCell(choices));
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null) {
                model.set(field, is);
            }
        });
        return new FieldRow(model, field, box, () -> box.setValue(model.setup().text(field)));
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

    private static final class TitleCell extends ListCell<String> {
        private final Map<String, String> titles;

        TitleCell(Map<String, String> titles) {
            this.titles = titles;
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : titles.getOrDefault(value, value));
        }
    }
}
