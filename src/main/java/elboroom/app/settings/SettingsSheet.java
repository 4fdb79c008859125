package elboroom.app.settings;

import elboroom.app.widget.Cover;
import elboroom.app.widget.DirectScroll;
import elboroom.app.widget.Hints;
import elboroom.app.widget.IconButtons;
import elboroom.app.widget.Numbers;
import elboroom.app.widget.TitleCell;
import elboroom.data.Processors;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The settings, over the window. Each takes effect at once. */
public final class SettingsSheet extends Cover {
    public SettingsSheet(SettingsModel model) {
        super("settings-sheet", () -> sheet(model), model.shownProperty());
        getStylesheets().add(String.valueOf(SettingsSheet.class.getResource("settings.css")));
    }

    /** Opens it. */
    public static Button button(SettingsModel model) {
        Button button = IconButtons.button(
                Feather.SETTINGS,
                "settings",
                "Settings: looks, threads, folders, files opened lately and copies of your own data (Ctrl+,)",
                () -> model.shownProperty().set(true));
        button.setId("settings");
        return button;
    }

    private static Content sheet(SettingsModel model) {
        RadioButton light = new RadioButton("Light");
        Button close = new Button("Close");
        close.setId("settings-close");
        close.setOnAction(event -> model.shownProperty().set(false));
        Label title = new Label("Settings");
        title.getStyleClass().add("section-title");
        VBox parts = new VBox(
                part("Looks", looks(model, light)),
                part("Computing", computing(model)),
                part("Folders", folders(model)),
                part("Opened lately", recent(model)),
                part("Copies of your own data", new CopiesList(model.copies())));
        parts.getStyleClass().add("settings-parts");
        ScrollPane scroll = new DirectScroll(parts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("facts-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("buttons");
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        VBox sheet = new VBox(title, scroll, buttons);
        sheet.getStyleClass().add("settings-sheet");
        return new Content(sheet, light);
    }

    private static Node part(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox part = new VBox(heading, content);
        part.getStyleClass().add("settings-part");
        return part;
    }

    private static Node looks(SettingsModel model, RadioButton light) {
        RadioButton dark = new RadioButton("Dark");
        ToggleGroup theme = new ToggleGroup();
        light.setToggleGroup(theme);
        dark.setToggleGroup(theme);
        light.setId("settings-light");
        dark.setId("settings-dark");
        Hints.explain(light, "light theme", "Dark on white, for daylight and for print");
        Hints.explain(dark, "dark theme", "Light on black, for dark rooms (Ctrl+D)");
        model.shell().darkProperty().subscribe(is -> theme.selectToggle(is ? dark : light));
        theme.selectedToggleProperty()
                .addListener(
                        (observable, was, is) -> model.shell().darkProperty().set(is == dark));
        CheckBox projector = new CheckBox("Projector mode: everything half as large again");
        projector.setId("settings-projector");
        Hints.explain(projector, "projector mode", "Everything half as large again, to be read from the last row");
        projector.selectedProperty().bindBidirectional(model.shell().projectorProperty());
        HBox themes = new HBox(light, dark, projector);
        themes.setAlignment(Pos.CENTER_LEFT);
        themes.getStyleClass().add("settings-row");
        return themes;
    }

    private static Node computing(SettingsModel model) {
        ComboBox<Integer> threads = new ComboBox<>();
        threads.setId("settings-threads");
        threads.getItems()
                .setAll(IntStream.rangeClosed(0, Processors.all()).boxed().toList());
        TitleCell.install(threads, count -> count == 0 ? "All processors, %d".formatted(Processors.all()) : "" + count);
        Hints.explain(
                threads,
                "threads",
                "How many threads work on a network at once; fewer leave processors to other programs. Results are the"
                        + " same with any number");
        model.threadsProperty().subscribe(count -> threads.setValue(Math.min(count.intValue(), Processors.all())));
        threads.setOnAction(event -> {
            Integer chosen = threads.getValue();
            if (chosen != null) {
                model.threadsProperty().set(chosen);
            }
        });
        Label caption = caption("Threads of a network");
        Label when = new Label("For models opened and runs begun from now on");
        when.getStyleClass().add("caption");
        when.setWrapText(true);
        when.setMinHeight(Region.USE_PREF_SIZE);
        threads.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(caption, threads, when);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private static Node folders(SettingsModel model) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settings-grid");
        int row = 0;
        for (Map.Entry<String, Path> folder : model.folders().entrySet()) {
            String what = folder.getKey();
            String path = folder.getValue().toString();
            Label place = new Label(path);
            place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            place.setMaxWidth(Double.MAX_VALUE);
            place.setTooltip(new Tooltip(path));
            GridPane.setHgrow(place, Priority.ALWAYS);
            Button open = new Button("Show");
            open.setId("folder-open-" + row);
            open.setOnAction(event -> model.open(folder.getValue()));
            Hints.explain(open, "show the folder: " + what, "Shows the folder in the system's own program for files");
            Button copy = new Button("Copy path");
            copy.setId("folder-copy-" + row);
            copy.setOnAction(event -> copy(path));
            Hints.explain(copy, "copy the path: " + what, "Puts the folder's path on the clipboard, to be pasted");
            open.setMinWidth(Region.USE_PREF_SIZE);
            copy.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, caption(what), place, open, copy);
        }
        return grid;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node recent(SettingsModel model) {
        Label says = new Label();
        says.setId("settings-recent");
        says.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> says(model), model.rememberedProperty(), model.forgottenProperty()));
        says.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(says, Priority.ALWAYS);
        Button button = new Button();
        button.setId("settings-forget-recent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Hints.explain(
                button,
                "forget files opened lately",
                "Empties the lists of models, data and views that were opened lately; the files themselves stay");
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.forgottenProperty().get().isEmpty() ? "Forget" : "Undo",
                        model.forgottenProperty()));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.rememberedProperty().get() == 0
                                && model.forgottenProperty().get().isEmpty(),
                        model.rememberedProperty(),
                        model.forgottenProperty()));
        button.setOnAction(event -> {
            if (model.forgottenProperty().get().isEmpty()) {
                model.forgetRecent();
            } else {
                model.rememberRecent();
            }
        });
        HBox row = new HBox(says, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private static String says(SettingsModel model) {
        int forgotten = model.forgottenProperty().get().size();
        if (forgotten > 0) {
            return Numbers.fixed(forgotten, 0) + " forgotten; the files themselves are as they were";
        }
        int remembered = model.rememberedProperty().get();
        return remembered == 0
                ? "No model, data or view is remembered"
                : "%s %s remembered"
                        .formatted(
                                Numbers.fixed(remembered, 0),
                                remembered == 1 ? "model, data or view is" : "models, data and views are");
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "settings-caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
