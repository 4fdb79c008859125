package elboroom.app.widget;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** What a control is called and what its term means: for the pointer as a tooltip, for screen readers as text. */
public final class Hints {
    private static final Duration DELAY = Duration.millis(400);
    private static final double WIDTH = 320;

    private Hints() {}

    /**
     * Names and explains a node.
     *
     * @param name short, read out first
     * @param explanation a sentence for a first-year student
     * @return the node
     */
    public static <N extends Node> N explain(N node, String name, String explanation) {
        node.setAccessibleText(name);
        node.setAccessibleHelp(explanation);
        Object known = node.getProperties().get(Hints.class);
        if (known instanceof Tooltip tooltip) {
            tooltip.setText(explanation);
            return node;
        }
        node.getProperties().put(Hints.class, explanation);
        if (known == null) {
            // Made when the pointer first comes: a page has dozens of controls, whose tooltips took a fifth of the time
            // that
            // making it holds up the window.
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> install(node));
        }
        return node;
    }

    private static void install(Node node) {
        if (!(node.getProperties().get(Hints.class) instanceof String explanation)) {
            return;
        }
        Tooltip tooltip = new Tooltip(explanation);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        Tooltip.install(node, tooltip);
        node.getProperties().put(Hints.class, tooltip);
    }
}
