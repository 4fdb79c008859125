package elboroom.app.widget;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
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
        Tooltip tooltip = new Tooltip(explanation);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        Tooltip.install(node, tooltip);
        node.setAccessibleText(name);
        node.setAccessibleHelp(explanation);
        return node;
    }
}
