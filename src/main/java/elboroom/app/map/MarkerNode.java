package elboroom.app.map;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/**
 * The marker: a dot under the hand and a notch on either axis. It is made of nodes and not drawn with the overlay, because
 * it moves on every event of a drag and everything else then stays as it is.
 */
final class MarkerNode extends Group {
    private static final double RADIUS = 6;

    private final Circle outer = new Circle(RADIUS + 3);
    private final Circle ring = new Circle(RADIUS + 2);
    private final Circle dot = new Circle(RADIUS);
    private final Group spot = new Group(outer, ring, dot);
    private final Polygon below = new Polygon(-5, 8, 5, 8, 0, 1);
    private final Polygon beside = new Polygon(-8, -5, -8, 5, -1, 0);

    private @Nullable MapTheme painted;

    MarkerNode() {
        getChildren().addAll(spot, below, beside);
        spot.setId("latent-map-marker");
        setManaged(false);
        setMouseTransparent(true);
    }

    void place(PlotArea plot, double screenX, double screenY, MapTheme theme) {
        paint(theme);
        double x = plot.left() + screenX;
        double y = plot.top() + screenY;
        spot.relocate(x - RADIUS - 3, y - RADIUS - 3);
        spot.setVisible(plot.contains(x, y));
        below.setTranslateX(x);
        below.setTranslateY(plot.bottom());
        below.setVisible(x >= plot.left() && x <= plot.right());
        beside.setTranslateX(plot.left());
        beside.setTranslateY(y);
        beside.setVisible(y >= plot.top() && y <= plot.bottom());
    }

    private void paint(MapTheme theme) {
        if (theme.equals(painted)) {
            return;
        }
        painted = theme;
        outer.setFill(theme.strong().deriveColor(0, 1, 1, 0.55));
        ring.setFill(theme.halo());
        dot.setFill(theme.accent());
        below.setFill(theme.accent());
        beside.setFill(theme.accent());
    }
}
