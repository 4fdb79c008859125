package elboroom.app;

import elboroom.app.chart.Copying;
import elboroom.app.undo.Undo;
import elboroom.app.view.ViewButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The keys of the whole window. One table both binds them and is what the sheet of keys shows. */
final class Shortcuts {
    private static final KeyCombination.Modifier CONTROL = KeyCombination.SHORTCUT_DOWN;
    private static final KeyCombination.Modifier SHIFT = KeyCombination.SHIFT_DOWN;

    /**
     * Something that keys do.
     *
     * @param does in words
     * @param keys any of them
     * @param typed a character that does the same wherever it is not text; empty for none
     * @param action on the window's scene
     */
    record Shortcut(String does, List<KeyCombination> keys, String typed, Consumer<Scene> action) {
        /** The keys as they are written on a keyboard. */
        String words() {
            return Stream.concat(keys.stream().map(KeyCombination::getDisplayText), Stream.of(typed))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" or "));
        }
    }

    private final List<Shortcut> table = new ArrayList<>();
    private final BooleanSupplier covered;
    private final Shortcut help;

    /**
     * @param steps of the tab that is shown
     * @param keys whether the sheet of keys is seen
     * @param settings whether the settings are seen
     * @param covered whether something lies over the window, which then waits
     */
    Shortcuts(
            ShellModel shell,
            List<Tab> tabs,
            ObservableValue<Undo> steps,
            ViewButton views,
            BooleanProperty keys,
            BooleanProperty settings,
            BooleanSupplier covered) {
        this.covered = covered;
        help = new Shortcut("Shows and hides these keys", List.of(of(KeyCode.F1)), "?", scene -> keys.set(!keys.get()));
        add("Takes back the last step", scene -> steps.getValue().undo(), of(KeyCode.Z, CONTROL));
        add(
                "Does again what was taken back",
                scene -> steps.getValue().redo(),
                of(KeyCode.Z, CONTROL, SHIFT),
                of(KeyCode.Y, CONTROL));
        add("Saves this view in a file", scene -> views.askAndSave(), of(KeyCode.S, CONTROL));
        add("Opens a view from a file", scene -> views.askAndOpen(), of(KeyCode.O, CONTROL));
        add(
                "Copies the picture or chart in focus",
                scene -> Copying.copy(scene.getFocusOwner()),
                of(KeyCode.C, CONTROL));
        add("Dark or light", scene -> toggle(shell.darkProperty()), of(KeyCode.D, CONTROL));
        add("Projector mode", scene -> toggle(shell.projectorProperty()), of(KeyCode.P, CONTROL, SHIFT));
        add("Opens the settings", scene -> settings.set(true), of(KeyCode.COMMA, CONTROL));
        add("Full screen", Shortcuts::fullScreen, of(KeyCode.F11));
        table.add(help);
        List<KeyCode> digits = List.of(
                KeyCode.DIGIT1,
                KeyCode.DIGIT2,
                KeyCode.DIGIT3,
                KeyCode.DIGIT4,
                KeyCode.DIGIT5,
                KeyCode.DIGIT6,
                KeyCode.DIGIT7,
                KeyCode.DIGIT8,
                KeyCode.DIGIT9);
        for (int i = 0; i < Math.min(tabs.size(), digits.size()); i++) {
            Tab tab = tabs.get(i);
            add("Shows the tab " + tab.title(), scene -> shell.tabProperty().set(tab.id()), of(digits.get(i), CONTROL));
        }
    }

    private static KeyCombination of(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    private void add(String does, Consumer<Scene> action, KeyCombination... keys) {
        table.add(new Shortcut(does, List.of(keys), "", action));
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private static void fullScreen(Scene scene) {
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    List<Shortcut> table() {
        return List.copyOf(table);
    }

    /** Makes the keys do what the table says. */
    void bind(Scene scene) {
        for (Shortcut shortcut : table) {
            for (KeyCombination key : shortcut.keys()) {
                scene.getAccelerators().put(key, () -> press(shortcut, scene));
            }
        }
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (!(scene.getFocusOwner() instanceof TextInputControl)) {
                table.stream()
                        .filter(shortcut ->
                                !shortcut.typed().isEmpty() && shortcut.typed().equals(event.getCharacter()))
                        .forEach(shortcut -> press(shortcut, scene));
            }
        });
    }

    /** What lies over the window has to be answered first. */
    private void press(Shortcut shortcut, Scene scene) {
        if (shortcut == help || !covered.getAsBoolean()) {
            shortcut.action().accept(scene);
        }
    }
}
