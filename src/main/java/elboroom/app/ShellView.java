package elboroom.app;

import elboroom.app.widget.Hints;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame of the window: tabs along the left, pickers above, status below, and one tab in the middle; and what may lie over
 * all of it, which then waits.
 */
final class ShellView extends StackPane {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass PROJECTOR = PseudoClass.getPseudoClass("projector");

    /** Width that every tab has in the narrowest window, 14 px to the em. */
    private static final double NEEDED = 872;

    private final List<Tab> tabs;
    private final BorderPane frame = new BorderPane();
    private final FittedPane middle;

    /**
     * @param beside to the right of every tab
     * @param over each visible while the rest has to wait
     */
    ShellView(ShellModel shell, List<Tab> tabs, Node pickers, Node status, Node beside, List<Node> over) {
        this.tabs = tabs;
        middle = new FittedPane(Bindings.createDoubleBinding(
                () -> NEEDED * (shell.projectorProperty().get() ? 1.5 : 1), shell.projectorProperty()));
        frame.setCenter(middle);
        frame.setRight(beside);
        getStyleClass().add("shell");
        getStylesheets().add(stylesheet("window.css"));
        frame.setTop(pickers);
        frame.setLeft(tabBar(shell));
        frame.setBottom(new VBox(new MessageBar(shell), status));
        frame.disableProperty()
                .bind(over.stream()
                        .map(node -> (BooleanExpression) node.visibleProperty())
                        .reduce(Bindings.createBooleanBinding(() -> false), BooleanExpression::or));
        getChildren().setAll(frame);
        getChildren().addAll(over);
        shell.tabProperty().addListener((observable, was, is) -> show(is));
        shell.darkProperty().addListener((observable, was, is) -> theme(is));
        shell.projectorProperty().addListener((observable, was, is) -> pseudoClassStateChanged(PROJECTOR, is));
        theme(shell.darkProperty().get());
        pseudoClassStateChanged(PROJECTOR, shell.projectorProperty().get());
        show(shell.tabProperty().get());
    }

    /** Whether something lies over it, and the rest waits. */
    boolean isCovered() {
        return frame.isDisabled();
    }

    private static String stylesheet(String name) {
        return Objects.requireNonNull(ShellView.class.getResource(name), name).toExternalForm();
    }

    private VBox tabBar(ShellModel shell) {
        VBox bar = new VBox();
        bar.getStyleClass().add("tab-bar");
        ToggleGroup group = new ToggleGroup();
        for (Tab tab : tabs) {
            ToggleButton button = new ToggleButton(tab.title(), new FontIcon(tab.icon()));
            button.setId("tab-" + tab.id());
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> {
                button.setSelected(true);
                shell.tabProperty().set(tab.id());
            });
            shell.tabProperty()
                    .addListener(
                            (observable, was, is) -> button.setSelected(tab.id().equals(is)));
            button.setSelected(tab.id().equals(shell.tabProperty().get()));
            Hints.explain(button, "tab " + tab.title(), "Shows the tab " + tab.title());
            bar.getChildren().add(button);
        }
        return bar;
    }

    /** Where the tab that is shown is. */
    Node middle() {
        return middle;
    }

    private void show(String id) {
        Tab shown = tabs.stream().filter(tab -> tab.id().equals(id)).findFirst().orElse(tabs.get(0));
        middle.show(shown.node());
    }

    /** Open lists and menus would be given the colours of the other theme before those are known, with a warning for each. */
    private void closePopups() {
        if (getScene() != null) {
            Window own = getScene().getWindow();
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof PopupWindow popup && popup.getOwnerWindow() == own) {
                    popup.hide();
                }
            }
        }
    }

    private void theme(boolean dark) {
        closePopups();
        Theme.use(dark);
        pseudoClassStateChanged(DARK, dark);
    }
}
