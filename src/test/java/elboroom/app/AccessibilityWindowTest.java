package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import elboroom.app.explore.FakeWorkspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Everything that can have the focus says what it is, and the focus reaches it in the order in which it stands. */
final class AccessibilityWindowTest extends WindowTest {
    @TempDir
    private static Path folder;

    @Override
    public void start(Stage shown) {
        show(shown, new FakeWorkspace(), FakeHome.at(folder));
    }

    @Test
    void everyControlOfEveryPageHasAName() throws Exception {
        Set<String> nameless = new LinkedHashSet<>();
        int named = 0;
        for (Tab tab : room.tabs()) {
            interact(() -> room.shell().tabProperty().set(tab.id()));
            settle();
            named += look(tab.id(), nameless);
            for (ToggleButton page : pages(tab.node())) {
                interact(page::fire);
                settle();
                named += look(tab.id() + "/" + page.getText(), nameless);
            }
        }
        assertThat(nameless).isEmpty();
        assertThat(named).isGreaterThan(200);
    }

    /** What turns the pages of a tab: pills with a name of the page in their id. */
    private static List<ToggleButton> pages(Node tab) {
        List<ToggleButton> pages = new ArrayList<>();
        for (Node node : all(tab)) {
            if (node instanceof ToggleButton button
                    && button.getId() != null
                    && button.getId()
                            .matches("(page|geometry|trick)-(balance|collapse|models|images|image|survey|continuity"
                                    + "|holes|scores|draw|variance|race)")) {
                pages.add(button);
            }
        }
        return pages;
    }

    private int look(String place, Set<String> nameless) {
        int named = 0;
        for (Node node : all(stage.getScene().getRoot())) {
            if (node.isFocusTraversable() && isSeen(node) && isReached(node)) {
                if (isBlank(name(node))) {
                    nameless.add("%s: %s in %s".formatted(place, node, node.getParent()));
                } else {
                    named++;
                }
            }
        }
        return named;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Parts of a control speak through the control, and a pane that scrolls through what it holds. */
    private static boolean isReached(Node node) {
        if (node instanceof ScrollBar || node instanceof ScrollPane) {
            return false;
        }
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ComboBoxBase || at instanceof ButtonBase) {
                return false;
            }
        }
        return true;
    }

    private static String name(Node node) {
        String said = node.getAccessibleText();
        if (isBlank(said) && node instanceof Labeled labeled) {
            said = labeled.getText();
        }
        return said == null ? "" : said;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static List<Node> all(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(all(child)));
        }
        return all;
    }

    @Test
    void theFocusGoesFromThePickersOverTheTabsIntoTheTabAndRoundAgain() throws Exception {
        settle();
        interact(() -> lookup("#model-picker").query().requestFocus());
        List<Node> way = new ArrayList<>();
        Node focused = stage.getScene().getFocusOwner();
        while (!way.contains(focused) && way.size() < 200) {
            way.add(focused);
            press(KeyCode.TAB).release(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            focused = stage.getScene().getFocusOwner();
        }
        assertThat(focused).as("round").isSameAs(way.get(0));
        List<String> ids =
                way.stream().map(node -> String.valueOf(node.getId())).toList();
        assertThat(ids).containsSubsequence("model-picker", "data-picker", "views", "dark", "about");
        assertThat(ids).contains("map", "slider-0", "slider-1", "field-0");
        assertThat(ids).containsSubsequence("slider-0", "slider-1");
    }
}
