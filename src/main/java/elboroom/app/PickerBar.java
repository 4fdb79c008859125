package elboroom.app;

import elboroom.app.explore.ExploreModel;
import elboroom.app.explore.Workspace.DataChoice;
import elboroom.app.explore.Workspace.ModelChoice;
import elboroom.app.undo.Undo;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.TitleCell;
import elboroom.app.widget.WhileShown;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Above all tabs: which model and data, undo and redo, theme and projector mode. */
final class PickerBar extends HBox {
    /** In em of a caption: below this width the pickers have to do without one. */
    private static final double ROOMY = 65;

    private final ExploreModel model;
    private final ComboBox<ModelChoice> models = new ComboBox<>();
    private final ComboBox<DataChoice> data = new ComboBox<>();
    private boolean showing;

    /**
     * @param openModel opens a model that is not in the list
     * @param openData opens data that is not in the list
     * @param more buttons beside undo and redo
     * @param steps of the tab that is shown
     * @param instead that tab's own pickers, if it has any
     */
    PickerBar(
            ExploreModel model,
            ShellModel shell,
            Node openModel,
            Node openData,
            List<Node> more,
            ObservableValue<Undo> steps,
            ObservableValue<Optional<Node>> instead) {
        this.model = model;
        getStyleClass().add("picker-bar");
        setAlignment(Pos.CENTER_LEFT);
        models.setId("model-picker");
        data.setId("data-picker");
        TitleCell.install(models, ModelChoice::title);
        TitleCell.install(data, DataChoice::name);
        data.setOnShowing(event -> show());
        models.setOnAction(event -> chosen(models.getValue(), choice -> model.chooseModel(choice.name())));
        data.setOnAction(event -> chosen(data.getValue(), choice -> model.chooseData(choice.id())));
        Hints.explain(models, "model", "The trained model whose latent space is shown");
        Hints.explain(
                data, "data", "The images that are encoded and shown as points: a test split or a training split");
        Label note = new Label();
        note.setId("note");
        note.getStyleClass().add("note");
        note.textProperty().bind(model.noteProperty());
        note.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label modelCaption = caption("Model");
        Label dataCaption = caption("Data");
        List<Node> usual = List.of(modelCaption, models, openModel, dataCaption, data, openData, note);
        HBox pickers = new HBox();
        pickers.getStyleClass().add("pickers");
        pickers.setAlignment(Pos.CENTER_LEFT);
        pickers.setMinWidth(0);
        instead.subscribe(own -> pickers.getChildren().setAll(own.map(List::of).orElse(usual)));
        getChildren().add(pickers);
        getChildren().addAll(gap, undo(steps), redo(steps));
        getChildren().addAll(more);
        getChildren().addAll(dark(shell), projector(shell), AboutBox.button());
        InvalidationListener arrange = observable -> {
            boolean roomy = getWidth() >= ROOMY * modelCaption.getFont().getSize();
            for (Label caption : List.of(modelCaption, dataCaption)) {
                caption.setVisible(roomy);
                caption.setManaged(roomy);
            }
        };
        widthProperty().addListener(arrange);
        modelCaption.fontProperty().addListener(arrange);
        WhileShown.updateAfterFrame(this, this::show, model.stateProperty());
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private <T> void chosen(@Nullable T choice, Consumer<T> command) {
        if (!showing && choice != null) {
            command.accept(choice);
            show();
        }
    }

    private void show() {
        showing = true;
        if (!models.getItems().equals(model.models())) {
            models.getItems().setAll(model.models());
        }
        models.setValue(model.model());
        if (!data.getItems().equals(model.data())) {
            data.getItems().setAll(model.data());
        }
        data.setValue(model.dataset());
        showing = false;
    }

    private static Button undo(ObservableValue<Undo> steps) {
        Button undo = IconButtons.button(
                Feather.CORNER_UP_LEFT,
                "undo",
                "Takes back the last step (Ctrl+Z)",
                () -> steps.getValue().undo());
        undo.setId("undo");
        undo.disableProperty().bind(steps.flatMap(Undo::canUndoProperty).map(can -> !can));
        return undo;
    }

    private static Button redo(ObservableValue<Undo> steps) {
        Button redo = IconButtons.button(
                Feather.CORNER_UP_RIGHT,
                "redo",
                "Does again what was taken back (Ctrl+Shift+Z)",
                () -> steps.getValue().redo());
        redo.setId("redo");
        redo.disableProperty().bind(steps.flatMap(Undo::canRedoProperty).map(can -> !can));
        return redo;
    }

    private static Node dark(ShellModel shell) {
        ToggleButton dark = IconButtons.toggle(Feather.MOON, "dark theme", "Dark theme, for dark rooms (Ctrl+D)");
        dark.setId("dark");
        dark.selectedProperty().bindBidirectional(shell.darkProperty());
        return dark;
    }

    private static Node projector(ShellModel shell) {
        ToggleButton projector = IconButtons.toggle(
                Feather.MONITOR, "projector mode", "Projector mode: everything half as large again (Ctrl+Shift+P)");
        projector.setId("projector");
        projector.selectedProperty().bindBidirectional(shell.projectorProperty());
        return projector;
    }
}
