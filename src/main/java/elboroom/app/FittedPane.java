package elboroom.app;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/** Shows one node, all of it: where there is less room than it needs, smaller. */
final class FittedPane extends Pane {
    private final ObservableDoubleValue needed;
    private final Scale scale = new Scale(1, 1, 0, 0);

    /** @param needed width below which the node is made smaller instead of narrower, as it is below its own least width */
    FittedPane(ObservableDoubleValue needed) {
        this.needed = needed;
        needed.addListener(observable -> requestLayout());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinSize(0, 0);
    }

    void show(Node node) {
        getChildren().forEach(each -> each.getTransforms().remove(scale));
        getChildren().setAll(node);
    }

    @Override
    protected void layoutChildren() {
        for (Node node : getChildren()) {
            double factor = Math.min(1, getWidth() / Math.max(needed.get(), node.minWidth(-1)));
            if (factor <= 0) {
                return;
            }
            scale.setX(factor);
            scale.setY(factor);
            // A node that is as large as it likes has no transform: its pictures then fall on whole pixels.
            if (factor < 1 && !node.getTransforms().contains(scale)) {
                node.getTransforms().add(scale);
            } else if (factor == 1) {
                node.getTransforms().remove(scale);
            }
            node.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
        }
    }
}
