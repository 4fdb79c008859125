package elboroom.app.trick;

import atlantafx.base.theme.Styles;
import elboroom.app.widget.Hints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Buttons side by side, of which one is down: a choice among a few. */
final class Pills<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final Consumer<T> chosen;

    /** @param chosen hears what is pressed; what is down follows {@link #show} */
    Pills(Consumer<T> chosen) {
        this.chosen = chosen;
        setMinWidth(USE_PREF_SIZE);
    }

    /** One more choice, to the right. */
    Pills<T> with(T choice, String id, String title, String explanation) {
        ToggleButton button = new ToggleButton(title);
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.accept(choice);
        });
        buttons.put(choice, Hints.explain(button, title, explanation));
        getChildren().add(button);
        int last = getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            var classes = getChildren().get(i).getStyleClass();
            classes.removeAll(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
            if (last > 0) {
                classes.add(i == 0 ? Styles.LEFT_PILL : i == last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            }
        }
        return this;
    }

    void show(T choice) {
        buttons.forEach((each, button) -> button.setSelected(each.equals(choice)));
    }
}
