package elboroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

final class FittedPaneTest {
    private final FittedPane pane = new FittedPane(new SimpleDoubleProperty(800));
    private final Region node = new Region();

    private double shownIn(double width) {
        pane.resize(width, 400);
        pane.requestLayout();
        pane.layout();
        assertThat(node.getBoundsInParent().getWidth()).as("all of it is seen").isCloseTo(width, within(0.01));
        return node.getWidth();
    }

    @Test
    void whereThereIsRoomANodeIsAsWideAsThat() {
        pane.show(node);
        assertThat(shownIn(1000)).isEqualTo(1000);
        assertThat(node.getTransforms()).isEmpty();
    }

    @Test
    void withLessRoomItIsMadeSmallerAndKeepsTheWidthThatItNeeds() {
        pane.show(node);
        assertThat(shownIn(400)).isEqualTo(800);
    }

    /** Not cut off at its right edge. */
    @Test
    void aNodeThatNeedsMoreThanOthersHasIt() {
        node.setMinWidth(1200);
        pane.show(node);
        assertThat(shownIn(1000)).isEqualTo(1200);
    }
}
