package elboroom.app;

import elboroom.app.chart.TimePlot;
import elboroom.app.map.LatentMap;
import elboroom.app.widget.Cover;
import elboroom.app.widget.IconButtons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All keys: those of the window, from the table that binds them, and those of what has the focus. */
final class KeysSheet extends Cover {
    private static final int TOGETHER = 10;

    /** Keys that every control of a kind has. */
    private static final Map<String, String> FOCUSED = Map.of(
            "Tab", "Goes on to the next control; with Shift, back",
            "Space or Enter", "Presses the button, image, run or class in focus",
            "Escape", "Closes what lies over the window");

    /** @param shown whether it is seen */
    KeysSheet(Shortcuts shortcuts, BooleanProperty shown) {
        super("keys-sheet", () -> sheet(shortcuts, shown), shown);
    }

    private static Content sheet(Shortcuts shortcuts, BooleanProperty shown) {
        Button close = new Button("Close");
        close.setId("keys-close");
        close.setOnAction(event -> shown.set(false));
        Label title = new Label("Keys");
        title.getStyleClass().add("section-title");
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("buttons");
        HBox columns = new HBox();
        columns.getStyleClass().add("keys-columns");
        List<Line> lines = shortcuts.table().stream()
                .map(each -> new Line(each.words(), each.does()))
                .collect(Collectors.toCollection(ArrayList::new));
        VBox left = new VBox(
                part("Everywhere", lines.subList(0, Math.min(TOGETHER, lines.size()))),
                part("Whatever is in focus", lines(FOCUSED)));
        VBox right = new VBox(
                part("Tabs", lines.subList(Math.min(TOGETHER, lines.size()), lines.size())),
                part("On a map", lines(LatentMap.KEYS)),
                part("On curves over time", lines(TimePlot.KEYS)));
        columns.getChildren().setAll(left, right);
        VBox sheet = new VBox(title, columns, buttons);
        sheet.getStyleClass().add("keys-sheet");
        return new Content(sheet, close);
    }

    /** Opens it. */
    static Button button(BooleanProperty shown) {
        Button button =
                IconButtons.button(Feather.HELP_CIRCLE, "keys", "Shows all keys (F1 or ?)", () -> shown.set(true));
        button.setId("keys");
        return button;
    }

    private record Line(String keys, String does) {}

    private static List<Line> lines(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(Line::keys))
                .toList();
    }

    private static Node part(String title, List<Line> lines) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int i = 0; i < lines.size(); i++) {
            Label keys = new Label(lines.get(i).keys());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label does = new Label(lines.get(i).does());
            does.setWrapText(true);
            grid.addRow(i, keys, does);
        }
        VBox part = new VBox(heading, grid);
        part.getStyleClass().add("keys-part");
        return part;
    }
}
